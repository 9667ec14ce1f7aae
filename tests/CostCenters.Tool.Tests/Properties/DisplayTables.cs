using CostCenters.Tool.Views;
using FsCheck;
using FsCheck.Fluent;
using Outcome = CostCenters.Explanations.Outcome;

namespace CostCenters.Tool.Tests.Properties;

/// <summary>A table and the screen for it.</summary>
public sealed class DisplayCase
{
    internal DisplayCase(DisplayTable table, int width, int digits)
    {
        Table = table;
        Width = width;
        Digits = digits;
    }

    internal DisplayTable Table { get; }

    internal int Width { get; }

    internal int Digits { get; }

    public override string ToString() =>
        $"width {Width}, digits {Digits}, {string.Join(" | ", Table.Columns.Select(column => column.Heading))}, "
        + string.Join("; ", Table.Rows.Select(row =>
            string.Join(" ", row.Select(cell => cell.Text ?? $"{cell.Number}"))));
}

/// <summary>Tables of reports, outlooks and pivots, with names of any kind and figures up to the largest sums.
/// </summary>
public static class DisplayTables
{
    private static readonly string[] Names =
    [
        "100 Company", "A", "", "会計部門のコストセンター", "1500 Customer service of the northern region",
        "      1110 Goods receiving Hamburg", "😀 Emoji", "Ünïcödé", "  (own)",
    ];

    private static readonly decimal[] Numbers =
        [0m, 0.01m, -0.01m, 1m, -999.99m, 1_234_567.89m, -92_233_720_368_547_758.08m, 92_233_720_368_547_758.07m];

    public static Arbitrary<DisplayCase> Cases() => Arb.From(
        from isPivot in Gen.Elements(false, false, true)
        from more in Gen.Choose(0, isPivot ? 14 : 4)
        from count in Gen.Choose(1, 5)
        from rows in Gen.ListOf(Row(isPivot, more), count)
        from width in Gen.Choose(80, 200)
        from digits in Gen.Elements(0, 2, 3)
        select new DisplayCase(TableOf(isPivot, more, rows), width, digits));

    private static DisplayTable TableOf(bool isPivot, int more, IEnumerable<DisplayCell[]> rows)
    {
        IEnumerable<DisplayColumn> figures = isPivot
            ? [.. Enumerable.Range(1, more + 1)
                .Select(period => new DisplayColumn($"P{period:00}", DisplayKind.Amount))]
            :
            [
                new("budget", DisplayKind.Amount, 2), new("actual", DisplayKind.Amount, 8),
                new("difference", DisplayKind.Difference), new("%", DisplayKind.Percent, 1),
                new("outcome", DisplayKind.Outcome),
                .. Enumerable.Range(3, more).Select(drop => new DisplayColumn("more", DisplayKind.Amount, drop)),
            ];
        var table = new DisplayTable(
            [new("center", DisplayKind.Name), new("measure", DisplayKind.Word), .. figures]);
        foreach (DisplayCell[] row in rows)
        {
            table.Add(row);
        }

        return table;
    }

    private static Gen<DisplayCell[]> Row(bool isPivot, int more) =>
        from name in Gen.Elements(Names)
        from measure in Gen.Elements("cost", "revenue", "margin")
        from numbers in Gen.ListOf(
            Gen.OneOf(Gen.Elements(Numbers), Gen.Choose(-99_999_999, 99_999_999).Select(cents => cents / 100m)),
            more + 4)
        from outcome in Gen.Elements(Outcome.Favorable, Outcome.Unfavorable, Outcome.Neutral)
        select CellsOf(isPivot, more, name, measure, [.. numbers], outcome);

    private static DisplayCell[] CellsOf(
        bool isPivot, int more, string name, string measure, decimal[] numbers, Outcome outcome) =>
        isPivot
            ? [name, measure, .. numbers.Take(more + 1).Select(number => DisplayCell.Of(number))]
            :
            [
                name, measure, DisplayCell.Of(numbers[0]), DisplayCell.Of(numbers[1]),
                DisplayCell.Of(numbers[2], outcome), DisplayCell.Of(numbers[3] % 1_000m), new(null, null, outcome),
                .. numbers.Skip(4).Take(more).Select(number => DisplayCell.Of(number)),
            ];
}
