using Microsoft.Win32.SafeHandles;

namespace CostCenters.Csv.Bulk;

/// <summary>One piece of a file, with the begin of its first row in front.</summary>
/// <remarks>Around the text there are spare bytes, so that vectors may reach beyond a cell.</remarks>
internal sealed class ChunkBuffer
{
    private const int Spare = 64;
    private const int UsualFront = 4_096;

    private byte[] bytes = [];
    private byte[] other = [];

    /// <summary>The text and the spare bytes around it.</summary>
    public byte[] Bytes => bytes;

    /// <summary>Where the text starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>Reads a piece of a file.</summary>
    /// <exception cref="IOException">The file ends before the end of the piece, or cannot be read.</exception>
    public void Load(SafeFileHandle file, long offset, int length)
    {
        Reserve(UsualFront, length);
        Start = UsualFront;
        End = UsualFront;
        while (length > 0)
        {
            int read = RandomAccess.Read(file, bytes.AsSpan(End, length), offset);
            if (read == 0)
            {
                throw new EndOfStreamException(BulkFile.BecameShorter);
            }

            End += read;
            offset += read;
            length -= read;
        }

        bytes.AsSpan(End, Spare).Clear();
    }

    /// <summary>Turns the text into UTF-8.</summary>
    public void Transcode(SingleByteText encoding)
    {
        ReadOnlySpan<byte> text = bytes.AsSpan(Start..End);
        int most = SingleByteText.MostBytes(text);
        if (most == text.Length)
        {
            return;
        }

        if (other.Length < UsualFront + most + Spare)
        {
            other = new byte[UsualFront + most + Spare];
        }

        End = UsualFront + encoding.Transcode(text, other.AsSpan(UsualFront));
        Start = UsualFront;
        other.AsSpan(End, Spare).Clear();
        (bytes, other) = (other, bytes);
    }

    /// <summary>Puts bytes in front of the text.</summary>
    public void Prepend(ReadOnlySpan<byte> front)
    {
        if (front.Length + Spare > Start)
        {
            int length = End - Start;
            byte[] wider = new byte[front.Length + length + (2 * Spare)];
            bytes.AsSpan(Start, length).CopyTo(wider.AsSpan(Spare + front.Length));
            bytes = wider;
            Start = Spare + front.Length;
            End = Start + length;
        }

        Start -= front.Length;
        front.CopyTo(bytes.AsSpan(Start));
    }

    private void Reserve(int front, int length)
    {
        if (bytes.Length < front + length + Spare)
        {
            bytes = new byte[front + length + Spare];
        }
    }
}
