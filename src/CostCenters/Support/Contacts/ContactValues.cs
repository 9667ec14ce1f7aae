using CostCenters.KeyFigures;

namespace CostCenters.Support.Contacts;

/// <summary>The values of one measure: those of a cell stand together, and within it those of a share.</summary>
internal sealed class ContactValues
{
    private readonly Dictionary<ContactShare, int[]> places = [];
    private readonly int[] ends;
    private readonly Reader read;

    /// <summary>Makes room for the values that the shares have counted.</summary>
    public ContactValues(ContactMeasure measure, Reader read, IReadOnlyList<ContactShare> shares, int cellCount)
    {
        this.read = read;
        foreach (ContactShare share in shares)
        {
            places.Add(share, new int[cellCount]);
        }

        ends = new int[cellCount];
        int end = 0;
        for (int cell = 0; cell < cellCount; cell++)
        {
            foreach (ContactShare share in shares)
            {
                places[share][cell] = end;
                end += (int)share.CountsOf(cell)[(int)measure];
            }

            ends[cell] = end;
        }

        All = new long[end];
    }

    /// <summary>The value of a row, or <see cref="ContactRow.None"/>.</summary>
    public delegate long Reader(in ContactRow row);

    private long[] All { get; }

    /// <summary>Puts the values of rows of a share in place, each behind the others of its cell.</summary>
    public void Place(ContactShare share, ReadOnlySpan<ContactRow> rows)
    {
        int[] next = places[share];
        foreach (ref readonly ContactRow row in rows)
        {
            long value = row.Contacts == 0 ? ContactRow.None : read(in row);
            if (value != ContactRow.None)
            {
                All[next[row.Cell]++] = value;
            }
        }
    }

    /// <summary>The distribution of the values of a cell, which are sorted by it.</summary>
    public Distribution Distribute(int cell)
    {
        Span<long> own = All.AsSpan((cell == 0 ? 0 : ends[cell - 1])..ends[cell]);
        own.Sort();
        return Distribution.OfSorted(own);
    }
}
