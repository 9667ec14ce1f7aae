namespace CostCenters.Tool.Writing;

/// <summary>Standard output, which tells by an exception of its own when nobody reads it any more.</summary>
/// <remarks>Any other fault, such as a full disk behind it, is told as what it is.</remarks>
internal sealed class PipeStream(Stream inner) : Stream
{
    private const int BrokenPipeOnUnix = 32;
    private const int BrokenPipeOnWindows = unchecked((int)0x8007006D);
    private const int NoReaderOnWindows = unchecked((int)0x800700E8);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => Try(inner.Flush);

    public override void Write(byte[] buffer, int offset, int count) => Try(() => inner.Write(buffer, offset, count));

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Try(inner.Dispose);
        }

        base.Dispose(disposing);
    }

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (IOException error)
            when (error.HResult is BrokenPipeOnUnix or BrokenPipeOnWindows or NoReaderOnWindows)
        {
            throw new ClosedPipeException(error);
        }
    }
}
