using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using NodaTime.Text;

namespace CostCenters.Journals;

/// <summary>Writes entries as lines and chains their hashes; see <see cref="Journal"/> for the form.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The hash lives as long as the journal; its handle frees itself.")]
internal sealed class JournalWriter
{
    private const int DrainAt = 65_536;

    private readonly Stream? stream;
    private readonly IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly CanonicalJson json = new();
    private readonly byte[] hashBytes = new byte[JournalHash.Length];

    /// <summary>Goes on after an entry.</summary>
    /// <param name="stream">Where the lines go, or null where only their hashes are of interest.</param>
    /// <param name="head">The hash of the entry before the next.</param>
    public JournalWriter(Stream? stream, JournalHash head)
    {
        this.stream = stream;
        Head = head;
    }

    /// <summary>The hash of the last entry.</summary>
    public JournalHash Head { get; private set; }

    /// <summary>Writes what the journal started from.</summary>
    public void WriteStart(string name, Cubes.CubeSpace space)
    {
        BeginChain();
        StructureLines.WriteStart(this, name, space);
        EndChain();
    }

    /// <summary>Writes an entry; after an exception this writer must not be used.</summary>
    public void Append(JournalEntry entry)
    {
        BeginChain();
        entry.WriteTo(this);
        EndChain();
    }

    /// <summary>Starts the first line of an entry: where it stands, when, and who.</summary>
    public CanonicalJson BeginEntry(JournalEntry entry) => json.Begin()
        .Number("position"u8, entry.Position.Number)
        .Text("at"u8, InstantPattern.ExtendedIso.Format(entry.Stamp.At))
        .Text("by"u8, entry.Stamp.Actor);

    /// <summary>Starts a further line of an entry.</summary>
    public CanonicalJson BeginLine() => json.Begin();

    public void EndLine()
    {
        json.End();
        if (json.Written.Length >= DrainAt)
        {
            Drain();
        }
    }

    private void BeginChain()
    {
        Head.CopyTo(hashBytes);
        sha.AppendData(hashBytes);
    }

    private void EndChain()
    {
        Drain();
        sha.GetHashAndReset(hashBytes);
        Head = new JournalHash(hashBytes);
        json.Begin().Text("hash"u8, Head.ToString()).End();
        stream?.Write(json.Written);
        json.Clear();
    }

    private void Drain()
    {
        sha.AppendData(json.Written);
        stream?.Write(json.Written);
        json.Clear();
    }
}
