namespace CostCenters.Csv.Rows;

internal sealed partial class RowFramer
{
    /// <summary>Takes the text if the file goes on with it.</summary>
    public bool TryTake(ReadOnlySpan<byte> text)
    {
        while (end - rowStart < text.Length && !atEnd)
        {
            Fill();
        }

        bool found = buffer.AsSpan(rowStart, end - rowStart).StartsWith(text);
        if (found)
        {
            rowStart += text.Length;
            scan = rowStart;
        }

        return found;
    }

    /// <summary>Takes one physical line, quotes or not; null at the end of the file or beyond the row limit.</summary>
    public byte[]? TakeLine()
    {
        int length;
        while ((length = buffer.AsSpan(rowStart, end - rowStart).IndexOf(LineFeed)) < 0 && !atEnd)
        {
            if (end - rowStart > maximumRowLength)
            {
                NoteLineEnd(end);
                return null;
            }

            Fill();
        }

        if (length < 0 && rowStart == end)
        {
            return null;
        }

        int next = length < 0 ? end : rowStart + length + 1;
        NoteLineEnd(next);
        byte[] text = buffer[rowStart..next];
        rowStart = scan = next;
        rowLine = ++line;
        return text;
    }

    /// <summary>Notes how the physical line ends that starts with the next row.</summary>
    private void NoteLineEnd(int next)
    {
        ReadOnlySpan<byte> text = buffer.AsSpan(rowStart, next - rowStart);
        hasSeenFeed |= text.Contains(LineFeed);
        hasSeenReturn |= text.Length > 1 && text[..^1].Contains(CarriageReturn);
    }
}
