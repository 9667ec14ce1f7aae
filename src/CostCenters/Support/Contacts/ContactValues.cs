using CostCenters.KeyFigures;

namespace CostCenters.Support.Contacts;

/// <summary>The values of one measure: those of a cell stand together, and within it those of a share.</summary>
internal sealed class ContactValues
{
    private readonly Dictionary<ContactShare, int[]> places = [];
    private readonly int[] ends;

    /// <summary>Makes room for the values that the shares have counted.</summary>
    public ContactValues(ContactMeasure measure, IReadOnlyList<ContactShare> shares, int cellCount)
    {
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

    public long[] All { get; }

    /// <summary>Where the next value of a share stands for each cell.</summary>
    public int[] PlacesOf(ContactShare share) => places[share];

    /// <summary>The distribution of the values of a cell, which are sorted by it.</summary>
    public Distribution Distribute(int cell)
    {
        Span<long> own = All.AsSpan((cell == 0 ? 0 : ends[cell - 1])..ends[cell]);
        own.Sort();
        return Distribution.OfSorted(own);
    }
}
