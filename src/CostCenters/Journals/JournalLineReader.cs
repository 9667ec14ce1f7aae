namespace CostCenters.Journals;

/// <summary>Reads a stream line by line; a line ends with LF.</summary>
internal sealed class JournalLineReader(Stream stream)
{
    /// <summary>No line of a journal is longer: a text of 64 MB is no text.</summary>
    private const int Longest = 64 * 1024 * 1024;

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>How many lines have been read.</summary>
    public long Line { get; private set; }

    /// <summary>How many bytes these lines have.</summary>
    public long Offset { get; private set; }

    /// <summary>What stands after the last line end; at the end of the stream.</summary>
    public ReadOnlySpan<byte> Rest => buffer.AsSpan(start, end - start);

    /// <summary>Reads the next line, which stays until the next call.</summary>
    /// <returns>False at the end of the stream, even if something stands after the last line end.</returns>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        int searched = start;
        while (true)
        {
            int length = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                int next = searched + length + 1;
                line = buffer.AsMemory(start, next - start);
                Offset += next - start;
                Line++;
                start = next;
                return true;
            }

            searched = end - start;
            MakeRoom();
            int read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                line = default;
                return false;
            }

            end += read;
        }
    }

    /// <summary>Moves what is unread to the front, or to a larger buffer.</summary>
    private void MakeRoom()
    {
        byte[] target = buffer;
        if (start == 0 && end == buffer.Length)
        {
            target = end < Longest
                ? new byte[buffer.Length * 2]
                : throw new JournalException(Line + 1, "the line is longer than 64 MiB.");
        }

        buffer.AsSpan(start, end - start).CopyTo(target);
        (buffer, start, end) = (target, 0, end - start);
    }
}
