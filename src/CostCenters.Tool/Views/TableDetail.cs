using System.Collections.Immutable;

namespace CostCenters.Tool.Views;

/// <summary>How much of a table a screen of some width shows.</summary>
/// <param name="Gap">Spaces between two columns.</param>
/// <param name="HasWords">Whether outcomes are words, and not letters.</param>
/// <param name="IsWhole">Whether amounts are shown without decimals.</param>
/// <param name="Drop">Columns up to this number are left out.</param>
/// <param name="LeastName">The fewest characters that a name that does not fit must keep.</param>
internal sealed record TableDetail(int Gap, bool HasWords, bool IsWhole, int Drop, int LeastName)
{
    private const int LastDrop = 8;
    private const int ShortestName = 8;

    /// <summary>Everything.</summary>
    public static TableDetail Full { get; } = new(3, HasWords: true, IsWhole: false, Drop: 0, int.MaxValue);

    /// <summary>What is left out first comes first: docs/tool.md tells this order.</summary>
    public static ImmutableArray<TableDetail> Levels { get; } =
    [
        Full,
        Full with { Gap = 2, LeastName = 40 },
        Full with { Gap = 2, LeastName = 28, HasWords = false },
        Full with { Gap = 2, LeastName = 24, HasWords = false, IsWhole = true },
        .. Enumerable.Range(1, LastDrop).Select(drop => new TableDetail(
            2, HasWords: false, IsWhole: true, drop, Math.Max(24 - (2 * drop), ShortestName))),
        new(1, HasWords: false, IsWhole: true, LastDrop, 1),
    ];

    /// <summary>The levels that leave no column out.</summary>
    public static ImmutableArray<TableDetail> Whole { get; } = [.. Levels.Where(level => level.Drop == 0)];

    /// <summary>The levels of one of several tables of a report, which look alike.</summary>
    public static ImmutableArray<TableDetail> OfPanels { get; } = Levels[(Whole.Length - 1)..];
}
