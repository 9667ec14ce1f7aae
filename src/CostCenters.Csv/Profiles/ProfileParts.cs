using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Profiles;

/// <summary>What several built-in profiles have in common.</summary>
internal static class ProfileParts
{
    /// <exception cref="ArgumentOutOfRangeException">The value is none of its enumeration.</exception>
    public static void Require<T>(T value, string parameter)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw new ArgumentOutOfRangeException(parameter, value, "An unknown choice.");
        }
    }

    /// <summary>Sets the rows of other accounts aside, such as those of the balance sheet.</summary>
    /// <exception cref="ArgumentNullException">The test is null.</exception>
    public static ImportProfile WithElements(
        this ImportProfile profile, ColumnSource account, Func<ColumnSource, RowTest> isElement)
    {
        ArgumentNullException.ThrowIfNull(isElement);
        return profile.WithFilter(RowFilter.Keep(isElement(account), "other accounts"));
    }

    /// <summary>What bills of clouds have in common: a machine writes them, with more decimals than a book
    /// has.</summary>
    /// <exception cref="ArgumentNullException">A source is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An unknown rule.</exception>
    public static ImportProfile WithBill(
        this ImportProfile profile, ColumnSource center, ColumnSource element, MidpointRounding rounding) =>
        profile
            .WithByteOrderMark()
            .WithLastRow(LastRow.Row)
            .WithExponents()
            .WithRounding("amount", rounding)
            .WithConstant("quantity", "")
            .WithColumn("center", center)
            .WithColumn("element", element);
}
