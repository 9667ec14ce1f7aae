using Microsoft.Win32.SafeHandles;

namespace CostCenters.Csv.Bulk;

/// <summary>A file from some place to the end that it had at first, with some bytes in front.</summary>
internal sealed class FileTail(
    byte[] front, SafeFileHandle file, long offset, long end, CancellationToken cancellation) : Stream
{
    private long offset = offset;
    private int taken;

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
        cancellation.ThrowIfCancellationRequested();
        if (taken < front.Length)
        {
            int length = Math.Min(buffer.Length, front.Length - taken);
            front.AsSpan(taken, length).CopyTo(buffer);
            taken += length;
            return length;
        }

        int wanted = (int)Math.Min(buffer.Length, end - offset);
        if (wanted == 0)
        {
            return 0;
        }

        int read = RandomAccess.Read(file, buffer[..wanted], offset);
        offset += read;
        return read > 0 ? read : throw new EndOfStreamException(BulkFile.BecameShorter);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
