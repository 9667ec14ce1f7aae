namespace CostCenters.Csv.Cells;

/// <summary>10^0 to 10^12, the scales that amounts and quantities can have.</summary>
internal static class PowersOfTen
{
    private static ReadOnlySpan<ulong> Powers =>
    [
        1,
        10,
        100,
        1_000,
        10_000,
        100_000,
        1_000_000,
        10_000_000,
        100_000_000,
        1_000_000_000,
        10_000_000_000,
        100_000_000_000,
        1_000_000_000_000,
    ];

    public static ulong Of(int scale) => Powers[scale];
}
