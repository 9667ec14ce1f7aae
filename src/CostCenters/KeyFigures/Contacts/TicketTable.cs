using System.Runtime.InteropServices;

namespace CostCenters.KeyFigures.Contacts;

/// <summary>Finds the first event of a ticket by the bytes of its name, without an object for each ticket.</summary>
internal sealed class TicketTable
{
    private const int ChunkSize = 1 << 20;

    // The bytes of all tickets; a ticket lies in one chunk.
    private readonly List<byte[]> chunks = [];
    private readonly Column<Ticket> tickets = new();

    // A slot holds a hash and the number of its ticket + 1; 0 is free. The table is at most two thirds full.
    private (uint Hash, int Ticket)[] slots = new (uint, int)[1024];
    private int chunkEnd = ChunkSize;

    /// <summary>The event that the ticket had first, or the given one for a new ticket.</summary>
    public int FindOrAdd(ReadOnlySpan<byte> name, int firstEvent)
    {
        if (tickets.Count * 3L > slots.Length * 2L)
        {
            Grow();
        }

        uint hash = HashOf(name);
        uint mask = (uint)slots.Length - 1;
        uint slot = hash & mask;
        while (slots[slot].Ticket != 0)
        {
            if (slots[slot].Hash == hash)
            {
                ref Ticket known = ref tickets[slots[slot].Ticket - 1];
                if (chunks[known.Chunk].AsSpan(known.Offset, known.Length).SequenceEqual(name))
                {
                    return known.FirstEvent;
                }
            }

            slot = (slot + 1) & mask;
        }

        tickets.Add(Keep(name, firstEvent));
        slots[slot] = (hash, tickets.Count);
        return firstEvent;
    }

    private static uint HashOf(ReadOnlySpan<byte> name)
    {
        unchecked
        {
            const ulong Multiplier = 0x9E3779B97F4A7C15;
            ulong hash = (ulong)name.Length * Multiplier;
            foreach (ulong word in MemoryMarshal.Cast<byte, ulong>(name))
            {
                hash = Mix(hash, word);
            }

            foreach (byte letter in name[(name.Length & ~7)..])
            {
                hash = Mix(hash, letter);
            }

            return (uint)(hash >> 32);

            static ulong Mix(ulong hash, ulong word)
            {
                hash = (hash ^ word) * Multiplier;
                return hash ^ (hash >> 29);
            }
        }
    }

    private Ticket Keep(ReadOnlySpan<byte> name, int firstEvent)
    {
        if (chunkEnd + name.Length > ChunkSize)
        {
            chunks.Add(new byte[Math.Max(ChunkSize, name.Length)]);
            chunkEnd = 0;
        }

        name.CopyTo(chunks[^1].AsSpan(chunkEnd));
        var ticket = new Ticket(chunks.Count - 1, chunkEnd, name.Length, firstEvent);
        chunkEnd += name.Length;
        return ticket;
    }

    private void Grow()
    {
        (uint Hash, int Ticket)[] old = slots;
        slots = new (uint, int)[old.Length * 2];
        uint mask = (uint)slots.Length - 1;
        foreach ((uint Hash, int Ticket) entry in old)
        {
            if (entry.Ticket != 0)
            {
                uint slot = entry.Hash & mask;
                while (slots[slot].Ticket != 0)
                {
                    slot = (slot + 1) & mask;
                }

                slots[slot] = entry;
            }
        }
    }

    private readonly record struct Ticket(int Chunk, int Offset, int Length, int FirstEvent);
}
