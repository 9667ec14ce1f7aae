using CostCenters.Ledgers;
using CostCenters.Structure;

namespace CostCenters.Budgets.Changes;

/// <summary>How much transfers may take out of some cells of a budget, or bring into them, in a fiscal year.</summary>
/// <remarks>
/// <para>Of each transfer counts what it changes in the sum of the cells in a year: what moves among them is free. The
/// subtree is that of the last day of each period. The limit holds for each budget by itself, and counts all transfers
/// of it that were ever approved.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed record TransferLimit
{
    /// <summary>Creates a limit.</summary>
    /// <param name="center">The center, or null for all of them.</param>
    /// <param name="includesDescendants">Whether the centers below it are meant, too.</param>
    /// <param name="element">The element or, with all of its members, the group; null for all of them.</param>
    /// <param name="mostOut">The most that may be taken out in a fiscal year, in the currency of the book; null for any
    /// amount.</param>
    /// <param name="mostIn">The most that may be brought in; null for any amount.</param>
    /// <exception cref="ArgumentException">A code is a default value, or neither amount is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or beyond 10^15.</exception>
    public TransferLimit(
        CenterCode? center, bool includesDescendants, ElementCode? element, decimal? mostOut, decimal? mostIn)
    {
        if (center == default(CenterCode) || element == default(ElementCode))
        {
            throw new ArgumentException("A code of a limit is a default value; null stands for all.", nameof(center));
        }

        if (mostOut is null && mostIn is null)
        {
            throw new ArgumentException("A limit needs an amount.", nameof(mostOut));
        }

        Center = center;
        IncludesDescendants = includesDescendants;
        Element = element;
        MostOut = Require(mostOut, nameof(mostOut));
        MostIn = Require(mostIn, nameof(mostIn));
    }

    /// <summary>The center, or null for all of them.</summary>
    public CenterCode? Center { get; }

    /// <summary>Whether the centers below it are meant, too.</summary>
    public bool IncludesDescendants { get; }

    /// <summary>The element or group, or null for all of them.</summary>
    public ElementCode? Element { get; }

    /// <summary>The most that may be taken out in a fiscal year, or null.</summary>
    public decimal? MostOut { get; }

    /// <summary>The most that may be brought in in a fiscal year, or null.</summary>
    public decimal? MostIn { get; }

    private static decimal? Require(decimal? amount, string name)
    {
        if (amount is decimal value)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, name);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, PostingRules.MaxAmount, name);
        }

        return amount;
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(TransferLimit),
        (nameof(Center), Center),
        (nameof(IncludesDescendants), IncludesDescendants),
        (nameof(Element), Element),
        (nameof(MostOut), MostOut),
        (nameof(MostIn), MostIn));
}
