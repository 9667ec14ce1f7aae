using CostCenters.Csv.Rows;
using Microsoft.Win32.SafeHandles;

namespace CostCenters.Csv.Bulk;

/// <summary>A file from some place to the end that it had at first, with some bytes in front.</summary>
internal sealed class FileTail(
    byte[] front, SafeFileHandle file, long offset, long end, CancellationToken cancellation) : ReadOnlyStream
{
    private long offset = offset;
    private int taken;

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
}
