namespace CostCenters.Simulation.Tests;

/// <summary>A file in memory whose disk can be full after some more bytes, and can refuse to be cut back.</summary>
internal sealed class DiskStream : MemoryStream
{
    private long room = long.MaxValue;
    private bool isStuck;

    public DiskStream()
    {
    }

    public DiskStream(byte[] contents)
    {
        base.Write(contents, 0, contents.Length);
        Position = 0;
    }

    /// <summary>Takes some bytes more and then no longer any.</summary>
    public void FillAfter(long bytes, bool alsoRefusesToBeCut)
    {
        room = bytes;
        isStuck = alsoRefusesToBeCut;
    }

    public void Mend() => FillAfter(long.MaxValue, alsoRefusesToBeCut: false);

    /// <summary>The base class writes spans by this, too.</summary>
    public override void Write(byte[] buffer, int offset, int count)
    {
        int taken = (int)Math.Min(room, count);
        base.Write(buffer, offset, taken);
        room -= room == long.MaxValue ? 0 : taken;
        if (taken < count)
        {
            throw new IOException("The disk is full.");
        }
    }

    public override void WriteByte(byte value) => Write([value], 0, 1);

    public override void SetLength(long value)
    {
        if (isStuck)
        {
            throw new IOException("The disk is broken.");
        }

        base.SetLength(value);
    }
}

/// <summary>A file that is read only up to a byte: there the reading fails, or is asked to end.</summary>
internal sealed class StoppingStream(byte[] contents, int stopAt, Action stop) : MemoryStream(contents)
{
    /// <summary>The base class reads spans by this, too; a few bytes at a time, so that the place is met.</summary>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position >= stopAt)
        {
            stop();
        }

        return base.Read(buffer, offset, Math.Min(count, 64));
    }
}
