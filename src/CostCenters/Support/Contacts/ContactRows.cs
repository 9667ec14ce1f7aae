using System.Runtime.InteropServices;

namespace CostCenters.Support.Contacts;

/// <summary>Events in blocks: all events of a ticket are in one, so blocks can be counted apart.</summary>
internal sealed class ContactRows
{
    // A block of some million events stays in a cache of the processor.
    private const int BlockBits = 8;

    /// <summary>The blocks, the same number in all.</summary>
    public TicketBlock[] Blocks { get; } = [.. Enumerable.Range(0, 1 << BlockBits).Select(_ => new TicketBlock())];

    public void Add(ContactRow row, ReadOnlySpan<byte> ticket)
    {
        ulong hash = HashOf(ticket);
        row.Hash = unchecked((uint)hash);
        Blocks[(int)(hash >> (64 - BlockBits))].Add(in row, ticket);
    }

    /// <summary>Takes over other events.</summary>
    /// <param name="other">The events.</param>
    /// <param name="cellOf">The number here of each of their cells.</param>
    public void Append(ContactRows other, ReadOnlySpan<int> cellOf)
    {
        for (int block = 0; block < Blocks.Length; block++)
        {
            Blocks[block].Append(other.Blocks[block], cellOf);
        }
    }

    private static ulong HashOf(ReadOnlySpan<byte> name)
    {
        unchecked
        {
            const ulong Multiplier = 0x9E3779B97F4A7C15;
            ulong hash = (ulong)name.Length * Multiplier;
            // Safe: whole words alone; what is left over comes below.
            foreach (ulong word in MemoryMarshal.Cast<byte, ulong>(name))
            {
                hash = Mix(hash, word);
            }

            ulong rest = 0;
            foreach (byte letter in name[(name.Length & ~7)..])
            {
                rest = (rest << 8) | letter;
            }

            return Mix(Mix(hash, rest), 0);

            static ulong Mix(ulong hash, ulong word)
            {
                hash = (hash ^ word) * Multiplier;
                return hash ^ (hash >> 29);
            }
        }
    }
}
