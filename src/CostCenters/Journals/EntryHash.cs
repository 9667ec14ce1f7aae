using System.Security.Cryptography;

namespace CostCenters.Journals;

/// <summary>The SHA-256 of one entry after another: of the hash before it, and of its lines.</summary>
/// <remarks>The bytes of a short entry are kept until they are hashed at once, so that two can be compared without a
/// hash; those of a long one are hashed bit by bit.</remarks>
internal sealed class EntryHash : IDisposable
{
    private readonly byte[] bytes = new byte[16 * 1024];
    private IncrementalHash? ofLong;
    private int length;
    private bool isLong;

    /// <summary>Starts the next entry.</summary>
    /// <param name="before">The hash of the entry before it.</param>
    public void Begin(JournalHash before)
    {
        isLong = false;
        length = JournalHash.Length;
        before.CopyTo(bytes);
    }

    /// <summary>Takes further lines, or parts of lines.</summary>
    public void Append(ReadOnlySpan<byte> lines)
    {
        if (lines.Length > bytes.Length - length)
        {
            ofLong ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            ofLong.AppendData(bytes, 0, length);
            length = 0;
            isLong = true;
        }

        if (lines.Length > bytes.Length)
        {
            ofLong!.AppendData(lines);
            return;
        }

        lines.CopyTo(bytes.AsSpan(length));
        length += lines.Length;
    }

    /// <summary>The hash of the entry.</summary>
    public JournalHash End()
    {
        Span<byte> hash = stackalloc byte[JournalHash.Length];
        if (isLong)
        {
            ofLong!.AppendData(bytes, 0, length);
            ofLong.GetHashAndReset(hash);
        }
        else
        {
            SHA256.HashData(bytes.AsSpan(0, length), hash);
        }

        return new JournalHash(hash);
    }

    /// <summary>Whether the entry is one that was read.</summary>
    /// <param name="read">The entry that was read, to its end.</param>
    /// <param name="hash">Its hash.</param>
    public bool IsThatOf(EntryHash read, JournalHash hash) =>
        isLong || read.isLong
            ? End() == hash
            : bytes.AsSpan(0, length).SequenceEqual(read.bytes.AsSpan(0, read.length));

    public void Dispose() => ofLong?.Dispose();
}
