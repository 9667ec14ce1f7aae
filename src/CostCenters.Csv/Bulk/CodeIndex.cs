using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using CostCenters.Csv.Cells;

namespace CostCenters.Csv.Bulk;

/// <summary>Finds the numbers of codes by their bytes: those of up to 16 bytes by comparing two words.</summary>
internal sealed class CodeIndex
{
    public const int None = -1;
    private const int Word = sizeof(ulong);
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    private readonly Slot[] slots;
    private readonly int shift;
    private readonly CodeTable<int> longer = new();

    /// <summary>Takes codes with their numbers; none stands twice, and none holds a NUL.</summary>
    public CodeIndex(IReadOnlyCollection<(string Code, int Number)> codes)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, codes.Count * 4));
        slots = new Slot[size];
        shift = 64 - BitOperations.Log2((uint)size);
        byte[] padded = new byte[2 * Word];
        foreach ((string code, int number) in codes)
        {
            byte[] text = Encoding.UTF8.GetBytes(code);
            if (text.Length > padded.Length)
            {
                longer.TryAdd(code, number);
                continue;
            }

            padded.AsSpan().Clear();
            text.CopyTo(padded, 0);
            (ulong low, ulong high) = (Read(ref padded[0]), Read(ref padded[Word]));
            int slot = SlotOf(low, high);
            while (slots[slot].Low != 0)
            {
                slot = (slot + 1) & (size - 1);
            }

            slots[slot] = new Slot(low, high, number);
        }
    }

    /// <summary>The number of a code, or <see cref="None"/>; 16 bytes from its start on may be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ref byte code, int length)
    {
        if (length is <= 0 or > 2 * Word)
        {
            return length <= 0 ? None : FindLonger(ref code, length);
        }

        ulong low = Read(ref code);
        ulong high = 0;
        if (length <= Word)
        {
            low &= ulong.MaxValue >> (8 * (Word - length));
        }
        else
        {
            high = Read(ref Unsafe.Add(ref code, Word)) & (ulong.MaxValue >> (8 * ((2 * Word) - length)));
        }

        int slot = SlotOf(low, high);
        while (true)
        {
            ref readonly Slot found = ref slots[slot];
            if (found.Low == low && found.High == high)
            {
                return found.Number;
            }

            if (found.Low == 0)
            {
                return None;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ref byte bytes) => Unsafe.ReadUnaligned<ulong>(ref bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(ulong low, ulong high) =>
        unchecked((int)(((low ^ BitOperations.RotateLeft(high * Spread, 29)) * Spread) >> shift));

    private int FindLonger(ref byte code, int length) =>
        longer.TryGet(MemoryMarshal.CreateReadOnlySpan(ref code, length), out int number) ? number : None;

    private readonly record struct Slot(ulong Low, ulong High, int Number);
}
