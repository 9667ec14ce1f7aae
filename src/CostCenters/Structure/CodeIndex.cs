using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CostCenters.Structure;

/// <summary>Finds the numbers of codes by their UTF-8, without a text for each: the way for importers.</summary>
/// <remarks>Codes compare exactly. Up to 16 bytes are compared as one or two words. Immutable; safe for all threads.
/// </remarks>
public sealed class CodeIndex
{
    /// <summary>What is found where there is no such code.</summary>
    public const int None = -1;

    private const int Word = sizeof(ulong);
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    // A place holds the number of a code + 1, by which its word is found: both stay in the first cache.
    private readonly ushort[] places;
    private readonly ulong[] words;
    private readonly int placeShift;
    private readonly Slot[] slots;
    private readonly int slotShift;
    private readonly bool hasShortSlots;
    private readonly LongSlot[] longSlots;
    private readonly int longShift;

    /// <summary>Takes codes with their numbers.</summary>
    /// <param name="codes">The codes, each once and with a number from 0 on.</param>
    /// <exception cref="ArgumentNullException"><paramref name="codes"/> or a code is null.</exception>
    /// <exception cref="ArgumentException">A code is empty, holds a NUL or stands twice, or a number is negative.
    /// </exception>
    public CodeIndex(IReadOnlyCollection<(string Code, int Number)> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        Require(codes);
        List<(byte[] Text, int Number)> texts =
            [.. codes.Select(code => (Encoding.UTF8.GetBytes(code.Code), code.Number))];
        List<(byte[] Text, int Number)> shortest =
            [.. texts.Where(code => code.Text.Length <= Word && code.Number < ushort.MaxValue)];
        (places, placeShift) = Table<ushort>(shortest.Count, 8);
        words = new ulong[2 + shortest.Select(code => code.Number).DefaultIfEmpty().Max()];
        hasShortSlots = texts.Exists(code => code.Text.Length <= Word && code.Number >= ushort.MaxValue);
        (slots, slotShift) = Table<Slot>(texts.Count(code => code.Text.Length <= 2 * Word) - shortest.Count, 4);
        (longSlots, longShift) = Table<LongSlot>(texts.Count(code => code.Text.Length > 2 * Word), 4);
        byte[] padded = new byte[2 * Word];
        foreach ((byte[] text, int number) in texts)
        {
            if (text.Length > padded.Length)
            {
                int place = PlaceOf(text);
                while (longSlots[place].Text is not null)
                {
                    place = (place + 1) & (longSlots.Length - 1);
                }

                longSlots[place] = new LongSlot(text, number);
                continue;
            }

            padded.AsSpan().Clear();
            text.CopyTo(padded, 0);
            Add(text.Length, Read(ref padded[0]), Read(ref padded[Word]), number);
        }
    }

    /// <summary>The number of a code, or <see cref="None"/>.</summary>
    /// <param name="code">The UTF-8 of the code.</param>
    public int Find(ReadOnlySpan<byte> code) => Find(code, 0, code.Length);

    /// <summary>The number of a code in a larger text, or <see cref="None"/>; fastest where 16 bytes of the text follow
    /// its start.</summary>
    /// <param name="text">The text; nothing beyond it is read.</param>
    /// <param name="start">Where the code starts in it.</param>
    /// <param name="length">The length of the code; where it is not positive, there is no code.</param>
    /// <exception cref="ArgumentOutOfRangeException">The code is not within the text.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> text, int start, int length) =>
        // Safe: 16 bytes of the text follow the start, else the code is copied to a place that has them.
        start >= 0 && start <= text.Length - (2 * Word) && length <= 2 * Word
            ? Find(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), start), length)
            : FindCopied(text, start, length);

    /// <summary>Finds a code of at most 16 bytes, all of which may be read from its start on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(ref byte code, int length)
    {
        unchecked
        {
            if ((uint)(length - 1) >= Word)
            {
                return FindLong(ref code, length);
            }

            // Safe: there are 16 bytes from the code on; a place is below the length of the places, which is a power of
            // two; and the places hold numbers of words alone.
            ulong word = Read(ref code) & (ulong.MaxValue >> (8 * (Word - length)));
            ref ushort first = ref MemoryMarshal.GetArrayDataReference(places);
            ref ulong ofNumber = ref MemoryMarshal.GetArrayDataReference(words);
            uint place = (uint)((word * Spread) >> placeShift);
            uint number = Unsafe.Add(ref first, place);
            while (Unsafe.Add(ref ofNumber, number) != word)
            {
                if (number == 0)
                {
                    return hasShortSlots ? FindSlot(word, 0) : None;
                }

                place = (place + 1) & (uint)(places.Length - 1);
                number = Unsafe.Add(ref first, place);
            }

            return (int)number - 1;
        }
    }

    /// <summary>Finds a code of more than eight bytes.</summary>
    private int FindLong(ref byte code, int length)
    {
        if (length <= 0)
        {
            return None;
        }

        // Safe: there are 16 bytes from the code on.
        ulong low = Read(ref code);
        ulong high = Read(ref Unsafe.Add(ref code, Word)) & (ulong.MaxValue >> (8 * ((2 * Word) - length)));
        return FindSlot(low, high);
    }

    /// <summary>Finds a long code, or one near the end of a text.</summary>
    private int FindCopied(ReadOnlySpan<byte> text, int start, int length)
    {
        if (length <= 0)
        {
            return None;
        }

        ReadOnlySpan<byte> code = text.Slice(start, length);
        if (length > 2 * Word)
        {
            return FindLonger(code);
        }

        Span<byte> padded = stackalloc byte[2 * Word];
        padded.Clear();
        code.CopyTo(padded);
        return Find(ref padded[0], length);
    }

    /// <summary>Finds a code of more than 16 bytes.</summary>
    private int FindLonger(ReadOnlySpan<byte> code)
    {
        int place = PlaceOf(code);
        while (longSlots[place].Text is byte[] text)
        {
            if (code.SequenceEqual(text))
            {
                return longSlots[place].Number;
            }

            place = (place + 1) & (longSlots.Length - 1);
        }

        return None;
    }

    private int FindSlot(ulong low, ulong high)
    {
        int place = PlaceOf(low, high);
        while (slots[place].Low != 0)
        {
            if (slots[place].Low == low && slots[place].High == high)
            {
                return slots[place].Number;
            }

            place = (place + 1) & (slots.Length - 1);
        }

        return None;
    }

    // Safe: its callers have eight bytes there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ref byte bytes) => Unsafe.ReadUnaligned<ulong>(ref bytes);

    /// <summary>A table with so many places for each, and how hashes are shifted to its places.</summary>
    private static (T[] Table, int Shift) Table<T>(int count, int placesForEach)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count * placesForEach));
        return (new T[size], 64 - BitOperations.Log2((uint)size));
    }

    private void Add(int length, ulong low, ulong high, int number)
    {
        if (length <= Word && number < ushort.MaxValue)
        {
            int free = unchecked((int)((low * Spread) >> placeShift));
            while (places[free] != 0)
            {
                free = (free + 1) & (places.Length - 1);
            }

            places[free] = (ushort)(number + 1);
            words[number + 1] = low;
            return;
        }

        int place = PlaceOf(low, high);
        while (slots[place].Low != 0)
        {
            place = (place + 1) & (slots.Length - 1);
        }

        slots[place] = new Slot(low, high, number);
    }

    private int PlaceOf(ulong low, ulong high) =>
        unchecked((int)(((low ^ BitOperations.RotateLeft(high * Spread, 29)) * Spread) >> slotShift));

    private int PlaceOf(ReadOnlySpan<byte> code)
    {
        unchecked
        {
            ulong hash = BinaryPrimitives.ReadUInt64LittleEndian(code[^Word..]) * Spread;
            for (; code.Length >= Word; code = code[Word..])
            {
                hash = BitOperations.RotateLeft(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(code), 29) * Spread;
            }

            return (int)(hash >> longShift);
        }
    }

    private static void Require(IReadOnlyCollection<(string Code, int Number)> codes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string code, int number) in codes)
        {
            ArgumentException.ThrowIfNullOrEmpty(code, nameof(codes));
            if (number < 0 || code.Contains('\0', StringComparison.Ordinal) || !seen.Add(code))
            {
                throw new ArgumentException(
                    $"Code '{code}' holds a NUL, stands twice or has a negative number.", nameof(codes));
            }
        }
    }

    private readonly record struct Slot(ulong Low, ulong High, int Number);

    private readonly record struct LongSlot(byte[]? Text, int Number);
}
