using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using CostCenters.Csv.Cells;

namespace CostCenters.Csv.Bulk;

/// <summary>Finds the numbers of codes by their bytes: up to 16 of them are compared as one or two words.</summary>
internal sealed class CodeIndex
{
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
    private readonly CodeTable<int> longer = new();

    /// <summary>Takes codes with their numbers; none stands twice, and none holds a NUL.</summary>
    public CodeIndex(IReadOnlyCollection<(string Code, int Number)> codes)
    {
        List<(byte[] Text, int Number)> texts =
            [.. codes.Select(code => (Encoding.UTF8.GetBytes(code.Code), code.Number))];
        List<(byte[] Text, int Number)> shortest =
            [.. texts.Where(code => code.Text.Length <= Word && code.Number < ushort.MaxValue)];
        (places, placeShift) = Table<ushort>(shortest.Count, 8);
        words = new ulong[2 + shortest.Select(code => code.Number).DefaultIfEmpty().Max()];
        hasShortSlots = texts.Exists(code => code.Text.Length <= Word && code.Number >= ushort.MaxValue);
        (slots, slotShift) = Table<Slot>(texts.Count(code => code.Text.Length <= 2 * Word) - shortest.Count, 4);
        byte[] padded = new byte[2 * Word];
        foreach ((byte[] text, int number) in texts)
        {
            if (text.Length > padded.Length)
            {
                longer.TryAdd(Encoding.UTF8.GetString(text), number);
                continue;
            }

            padded.AsSpan().Clear();
            text.CopyTo(padded, 0);
            Add(text.Length, Read(ref padded[0]), Read(ref padded[Word]), number);
        }
    }

    /// <summary>The number of a code, or <see cref="None"/>; 16 bytes from its start on may be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ref byte code, int length)
    {
        unchecked
        {
            if ((uint)(length - 1) >= Word)
            {
                return FindLong(ref code, length);
            }

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
        if (length is <= 0 or > 2 * Word)
        {
            return length > 0
                && longer.TryGet(MemoryMarshal.CreateReadOnlySpan(ref code, length), out int number) ? number : None;
        }

        ulong low = Read(ref code);
        ulong high = Read(ref Unsafe.Add(ref code, Word)) & (ulong.MaxValue >> (8 * ((2 * Word) - length)));
        return FindSlot(low, high);
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

    private readonly record struct Slot(ulong Low, ulong High, int Number);
}
