namespace CostCenters.Csv.Rows;

/// <summary>A stream of which some bytes were read already and come once more.</summary>
internal sealed class ReplayedStream(ReadOnlyMemory<byte> start, Stream rest, bool leaveOpen) : Stream
{
    private int replayed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

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

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
