using System.Buffers.Binary;

namespace CostCenters.Support.Contacts;

/// <summary>Events of some tickets, without an object for each.</summary>
/// <remarks>They stand in pieces that are never moved: to touch memory is most of what millions of rows cost.</remarks>
internal sealed class TicketBlock
{
    private const int PieceBits = 9;
    private const int PieceSize = 1 << PieceBits;
    private const int NamePieceBits = 13;

    // A row without contacts is free; there are some at the end of pieces.
    private readonly List<ContactRow[]> pieces = [];
    private int next = PieceSize;

    // Each name is its length in four bytes, and then its own bytes, all in one piece.
    private readonly List<byte[]> names = [];
    private int nextName = 1 << NamePieceBits;

    /// <summary>One more than the number of the last row.</summary>
    public int End => pieces.Count << PieceBits;

    /// <summary>The rows in pieces of equal size; the numbers of their rows go on from one to the next.</summary>
    public IReadOnlyList<ContactRow[]> Pieces => pieces;

    public ref ContactRow this[int row] => ref pieces[row >> PieceBits][row & (PieceSize - 1)];

    public void Add(in ContactRow row, ReadOnlySpan<byte> ticket)
    {
        if (next == PieceSize)
        {
            pieces.Add(GC.AllocateArray<ContactRow>(PieceSize, pinned: true));
            next = 0;
        }

        ref ContactRow place = ref pieces[^1][next++];
        place = row;
        place.Name = Keep(ticket);
    }

    /// <summary>Takes over the rows of another block.</summary>
    /// <param name="other">The block.</param>
    /// <param name="cellOf">The number here of each of its cells.</param>
    public void Append(TicketBlock other, ReadOnlySpan<int> cellOf)
    {
        int name = names.Count << NamePieceBits;
        foreach (ContactRow[] piece in other.pieces)
        {
            foreach (ref ContactRow row in piece.AsSpan())
            {
                row.Cell = row.Contacts == 0 ? 0 : cellOf[row.Cell];
                row.Name += name;
            }
        }

        pieces.AddRange(other.pieces);
        names.AddRange(other.names);
        (next, nextName) = other.pieces.Count > 0 ? (other.next, other.nextName) : (next, nextName);
    }

    public bool AreOfOneTicket(in ContactRow left, in ContactRow right) =>
        left.Hash == right.Hash && NameOf(in left).SequenceEqual(NameOf(in right));

    private int Keep(ReadOnlySpan<byte> name)
    {
        int length = sizeof(int) + name.Length;
        if (nextName + length > 1 << NamePieceBits)
        {
            // Safe: no byte is read in front of the name that is written there below.
            names.Add(GC.AllocateUninitializedArray<byte>(Math.Max(length, 1 << NamePieceBits), pinned: true));
            nextName = 0;
        }

        int place = nextName;
        Span<byte> text = names[^1].AsSpan(place);
        BinaryPrimitives.WriteInt32LittleEndian(text, name.Length);
        name.CopyTo(text[sizeof(int)..]);
        nextName += length;
        return ((names.Count - 1) << NamePieceBits) + place;
    }

    private ReadOnlySpan<byte> NameOf(in ContactRow row)
    {
        ReadOnlySpan<byte> text = names[row.Name >> NamePieceBits].AsSpan(row.Name & ((1 << NamePieceBits) - 1));
        return text.Slice(sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(text));
    }
}
