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

    private readonly ulong[] keys;
    private readonly int[] numbers;
    private readonly int keyShift;
    private readonly Slot[] slots;
    private readonly int slotShift;
    private readonly CodeTable<int> longer = new();

    /// <summary>Takes codes with their numbers; none stands twice, and none holds a NUL.</summary>
    public CodeIndex(IReadOnlyCollection<(string Code, int Number)> codes)
    {
        List<(byte[] Text, int Number)> texts =
            [.. codes.Select(code => (Encoding.UTF8.GetBytes(code.Code), code.Number))];
        (keys, keyShift) = Table<ulong>(texts.Count(code => code.Text.Length <= Word));
        numbers = new int[keys.Length];
        (slots, slotShift) = Table<Slot>(texts.Count(code => code.Text.Length is > Word and <= 2 * Word));
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
        if (length is <= 0 or > Word)
        {
            return FindLong(ref code, length);
        }

        unchecked
        {
            ulong key = Read(ref code) & (ulong.MaxValue >> (8 * (Word - length)));
            ulong[] among = keys;
            uint place = (uint)((key * Spread) >> keyShift);
            while (place < (uint)among.Length)
            {
                ulong found = among[place];
                if (found == key)
                {
                    return numbers[place];
                }

                if (found == 0)
                {
                    break;
                }

                place = (place + 1) & (uint)(among.Length - 1);
            }

            return None;
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

    /// <summary>A table that is at most a quarter full, and how hashes are shifted to its places.</summary>
    private static (T[] Table, int Shift) Table<T>(int count)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count * 4));
        return (new T[size], 64 - BitOperations.Log2((uint)size));
    }

    private void Add(int length, ulong low, ulong high, int number)
    {
        if (length <= Word)
        {
            int free = unchecked((int)((low * Spread) >> keyShift));
            while (keys[free] != 0)
            {
                free = (free + 1) & (keys.Length - 1);
            }

            (keys[free], numbers[free]) = (low, number);
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
