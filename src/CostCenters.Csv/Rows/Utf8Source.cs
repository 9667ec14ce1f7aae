using System.Text;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Rows;

/// <summary>Hands out a file's text as UTF-8 in which every byte that is no text has become a NUL.</summary>
/// <remarks>
/// A real NUL and an undecodable byte are the same fault by contract, so one mark serves both and the valid rest
/// of the file passes without being decoded. The framework's decoders cannot replace by NUL (it ends their
/// replacement), so other encodings go through U+FFFF, which Unicode keeps out of texts.
/// </remarks>
internal sealed class Utf8Source : IDisposable
{
    private const int LongestSequence = 4;

    private readonly Stream? stream;
    private readonly TextReader? reader;
    private readonly bool leaveOpen;
    private readonly CancellationToken cancellation;
    private readonly bool isTranscoded;
    private readonly Encoder encoder;
    private readonly char[] characters = [];
    private readonly byte[] carried = new byte[LongestSequence];
    private int carriedCount;
    private int characterStart;
    private int characterEnd;
    private bool started;
    private long readerBytes;

    public Utf8Source(Stream stream, Encoding encoding, bool leaveOpen, CancellationToken cancellation = default)
    {
        this.cancellation = cancellation;
        bool isUtf8 = encoding.CodePage == Encoding.UTF8.CodePage;
        encoder = TextEncoding.GetEncoder();
        isTranscoded = !isUtf8;
        this.leaveOpen = leaveOpen && isUtf8;
        this.stream = isUtf8
            ? stream
            : Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8, leaveOpen);
    }

    public Utf8Source(TextReader reader, bool leaveOpen, CancellationToken cancellation = default)
    {
        this.cancellation = cancellation;
        this.reader = reader;
        this.leaveOpen = leaveOpen;
        isTranscoded = true;
        encoder = TextEncoding.GetEncoder();
        characters = new char[4096];
    }

    /// <summary>The text of a stream in the encoding of a profile, or in that of its byte order mark.</summary>
    public static Utf8Source FromStream(
        Stream stream, ImportProfile profile, bool leaveOpen, CancellationToken cancellation)
    {
        Encoding encoding = profile.Settings.Encoding;
        if (profile.MaximumFileSize is long most)
        {
            stream = new BoundedStream(stream, most, leaveOpen);
            leaveOpen = false;
        }

        if (profile.Settings.FollowsByteOrderMark)
        {
            (encoding, stream) = ByteOrderMark.Find(stream, leaveOpen, encoding);
            leaveOpen = false;
        }

        return new Utf8Source(stream, encoding, leaveOpen, cancellation);
    }

    /// <summary>The most bytes of UTF-8 that a text reader may give; a stream is bounded by itself.</summary>
    public long MostReaderBytes { get; init; } = long.MaxValue;

    /// <summary>Whether a carriage return ends a line like a line feed.</summary>
    public bool ReturnsEndLines { get; set; }

    private static Encoding TextEncoding { get; } = Encoding.GetEncoding(
        "utf-8", new EncoderReplacementFallback(FileEncoding.Undecodable), DecoderFallback.ReplacementFallback);

    /// <summary>Whether the first two bytes are a UTF-16 byte order mark; known after the first read.</summary>
    public bool StartsAsUtf16 { get; private set; }

    /// <summary>Reads some text; 0 only at the end. The destination has room for a whole sequence.</summary>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public int Read(Span<byte> destination)
    {
        cancellation.ThrowIfCancellationRequested();
        int length = reader is null ? ReadBytes(destination) : ReadCharacters(destination);
        readerBytes += reader is null ? 0 : length;
        if (readerBytes > MostReaderBytes)
        {
            throw new FileTooLargeException(MostReaderBytes);
        }

        if (isTranscoded)
        {
            MarkUndecodable(destination[..length]);
        }

        if (ReturnsEndLines)
        {
            destination[..length].Replace((byte)'\r', (byte)'\n');
        }

        return length;
    }

    public void Dispose()
    {
        if (!leaveOpen)
        {
            stream?.Dispose();
            reader?.Dispose();
        }
    }

    private int ReadBytes(Span<byte> destination)
    {
        carried.AsSpan(0, carriedCount).CopyTo(destination);
        int length = carriedCount;
        int read;
        do
        {
            read = stream!.Read(destination[length..]);
            length += read;
            if (!started && (length >= 2 || read == 0))
            {
                started = true;
                StartsAsUtf16 = length >= 2 && (destination[0], destination[1]) is (0xFF, 0xFE) or (0xFE, 0xFF);
            }

            carriedCount = read == 0 ? 0 : UnfinishedTail(destination[..length]);
        }
        while (read > 0 && (carriedCount == length || !started));

        destination[(length - carriedCount)..length].CopyTo(carried);
        length -= carriedCount;
        MarkInvalid(destination[..length]);
        return length;
    }

    /// <summary>The bytes at the end that may be the start of a sequence which the next read completes.</summary>
    private static int UnfinishedTail(ReadOnlySpan<byte> text)
    {
        for (int back = 1; back < LongestSequence && back <= text.Length; back++)
        {
            byte unit = text[^back];
            if (unit < 0x80)
            {
                return 0;
            }

            if (unit >= 0xC0)
            {
                int needed = unit >= 0xF0 ? 4 : unit >= 0xE0 ? 3 : 2;
                return needed > back ? back : 0;
            }
        }

        return 0;
    }

    private static void MarkInvalid(Span<byte> text)
    {
        if (System.Text.Unicode.Utf8.IsValid(text))
        {
            return;
        }

        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(text, out _, out int length) != System.Buffers.OperationStatus.Done)
            {
                text[..length].Clear();
            }

            text = text[length..];
        }
    }

    private static void MarkUndecodable(Span<byte> text)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBF, 0xBF];
        int found;
        while ((found = text.IndexOf(mark)) >= 0)
        {
            text.Slice(found, mark.Length).Clear();
            text = text[(found + mark.Length)..];
        }
    }

    private int ReadCharacters(Span<byte> destination)
    {
        while (true)
        {
            if (characterStart == characterEnd)
            {
                characterStart = 0;
                characterEnd = reader!.Read(characters);
            }

            encoder.Convert(
                characters.AsSpan(characterStart, characterEnd - characterStart),
                destination,
                flush: characterEnd == 0,
                out int used,
                out int written,
                out _);
            characterStart += used;
            if (written > 0 || characterEnd == 0)
            {
                return written;
            }
        }
    }
}
