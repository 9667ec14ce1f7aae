namespace CostCenters.Csv.Rows;

/// <summary>A stream of which some bytes were read already and come once more.</summary>
internal sealed class ReplayedStream(ReadOnlyMemory<byte> start, Stream rest, bool leaveOpen) : ReadOnlyStream
{
    private int replayed;

    public override int Read(Span<byte> buffer)
    {
        if (replayed == start.Length)
        {
            return rest.Read(buffer);
        }

        int count = Math.Min(buffer.Length, start.Length - replayed);
        start.Span.Slice(replayed, count).CopyTo(buffer);
        replayed += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
