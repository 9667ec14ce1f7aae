namespace CostCenters.Ledgers;

/// <summary>
/// Columns of up to <see cref="Capacity"/> postings: 16 bytes each, 8 more where there is a quantity, and texts.
/// </summary>
/// <remarks>
/// One writer appends; readers look only at places below the count that the ledger published after they were written,
/// so what they see never changes.
/// </remarks>
internal sealed class PostingChunk
{
    public const int CapacityBits = 14;
    public const int Capacity = 1 << CapacityBits;

    private readonly ulong[] keys = new ulong[Capacity];
    private readonly long[] amounts = new long[Capacity];
    private long[] quantities = [];
    private int quantityCount;
    private string?[]? references;
    private string?[]? texts;

    public ReadOnlySpan<ulong> Keys => keys;

    public ReadOnlySpan<long> Amounts => amounts;

    /// <summary>The quantities of the postings that have one, in order of the postings.</summary>
    public ReadOnlySpan<long> Quantities => Volatile.Read(ref quantities);

    public void Write(int place, PostingKey key, long amount, long quantity, string? reference, string? text)
    {
        keys[place] = key.Bits;
        amounts[place] = amount;
        if (key.HasQuantity)
        {
            AppendQuantity(quantity);
        }

        Put(ref references, place, reference);
        Put(ref texts, place, text);
        if (place == Capacity - 1 && quantities.Length > quantityCount)
        {
            Volatile.Write(ref quantities, quantities[..quantityCount]);
        }
    }

    /// <summary>Forgets the quantities of the postings from a place on, which were never published.</summary>
    public void Forget(int place) => quantityCount = QuantitiesBefore(place);

    /// <summary>How many postings before a place have a quantity.</summary>
    public int QuantitiesBefore(int place)
    {
        int count = 0;
        foreach (ulong key in keys.AsSpan(0, place))
        {
            count += (int)(key & 1);
        }

        return count;
    }

    public string? ReferenceAt(int place) => Volatile.Read(ref references)?[place];

    public string? TextAt(int place) => Volatile.Read(ref texts)?[place];

    private static void Put(ref string?[]? column, int place, string? value)
    {
        if (column is not null)
        {
            column[place] = value;
        }
        else if (value is not null)
        {
            string?[] created = new string?[Capacity];
            created[place] = value;
            Volatile.Write(ref column, created);
        }
    }

    /// <summary>A full array is replaced by a larger copy, so a reader keeps the one it holds.</summary>
    private void AppendQuantity(long quantity)
    {
        if (quantityCount == quantities.Length)
        {
            long[] larger = new long[Math.Max(16, quantities.Length * 2)];
            quantities.CopyTo(larger, 0);
            larger[quantityCount] = quantity;
            Volatile.Write(ref quantities, larger);
        }
        else
        {
            quantities[quantityCount] = quantity;
        }

        quantityCount++;
    }
}
