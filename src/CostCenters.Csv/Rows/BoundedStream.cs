namespace CostCenters.Csv.Rows;

/// <summary>A stream of which at most so many bytes are read; it is disposed with this one unless left open.</summary>
internal sealed class BoundedStream(Stream inner, long most, bool leaveOpen) : ReadOnlyStream
{
    private long read;

    /// <exception cref="FileTooLargeException">There is more than the most that is read.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count = inner.Read(buffer);
        read += count;
        return read <= most ? count : throw new FileTooLargeException(most);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
