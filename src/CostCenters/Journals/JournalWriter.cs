using System.Diagnostics.CodeAnalysis;
using CostCenters.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Journals;

/// <summary>Writes entries as lines and chains their hashes; see <see cref="Journal"/> for the form.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The hash lives as long as the journal; its handle frees itself.")]
internal sealed class JournalWriter
{
    private const int DrainAt = 65_536;

    private readonly Stream? stream;
    private readonly EntryHash hash = new();
    private readonly CanonicalJson json = new();
    private readonly Dictionary<FiscalPeriod, string> periods = [];
    private (Instant At, string Text) latest = (default, InstantPattern.ExtendedIso.Format(default));

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
        hash.Begin(Head);
        StructureLines.WriteStart(this, name, space);
        EndChain();
    }

    /// <summary>Writes an entry; after an exception this writer must not be used.</summary>
    public void Append(JournalEntry entry)
    {
        hash.Begin(Head);
        entry.WriteTo(this);
        EndChain();
    }

    /// <summary>Takes an entry that was read and stands in the journal already, if this is how it would be written.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="read">The lines that it was read from.</param>
    /// <param name="after">Their hash.</param>
    public bool TryRestore(JournalEntry entry, EntryHash read, JournalHash after)
    {
        hash.Begin(Head);
        entry.WriteTo(this);
        Drain();
        Head = after;
        return hash.IsThatOf(read, after);
    }

    /// <summary>Starts the first line of an entry: where it stands, when, and who.</summary>
    public CanonicalJson BeginEntry(JournalEntry entry) => json.Begin()
        .Number("position"u8, entry.Position.Number)
        .Text("at"u8, TextOf(entry.Stamp.At))
        .Text("by"u8, entry.Stamp.Actor);

    /// <summary>Starts a further line of an entry.</summary>
    public CanonicalJson BeginLine() => json.Begin();

    /// <summary>A period as a text, which is made once.</summary>
    public string TextOf(FiscalPeriod period)
    {
        if (!periods.TryGetValue(period, out string? text))
        {
            periods.Add(period, text = period.ToString());
        }

        return text;
    }

    public void EndLine()
    {
        json.End();
        if (json.Written.Length >= DrainAt)
        {
            Drain();
        }
    }

    /// <summary>Commands that follow each other often have one instant.</summary>
    private string TextOf(Instant at)
    {
        if (at != latest.At)
        {
            latest = (at, InstantPattern.ExtendedIso.Format(at));
        }

        return latest.Text;
    }

    private void EndChain()
    {
        Drain();
        Head = hash.End();
        json.Begin().Text("hash"u8, Head.ToString()).End();
        stream?.Write(json.Written);
        json.Clear();
    }

    private void Drain()
    {
        hash.Append(json.Written);
        stream?.Write(json.Written);
        json.Clear();
    }
}
