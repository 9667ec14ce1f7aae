using System.Text;

namespace CostCenters.Tool.Writing;

/// <summary>Text for a terminal: what nobody would see, or what moves the cursor, is shown as what it is.</summary>
/// <remarks>Line feeds stay. Only a terminal gets this; files and pipes get the exact bytes.</remarks>
internal sealed class TerminalText(Stream inner) : Stream
{
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        // The decoder keeps the begin of a character for the next call, so no character is ever cut in two.
        char[] characters = new char[decoder.GetCharCount(buffer, flush: false)];
        int count = decoder.GetChars(buffer, characters, flush: false);
        var text = new StringBuilder(count);
        foreach (Rune rune in characters.AsSpan(0, count).EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                text.Append('\n');
            }
            else
            {
                Printable.Append(text, rune);
            }
        }

        inner.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
