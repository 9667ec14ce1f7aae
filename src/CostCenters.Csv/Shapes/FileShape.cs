using System.Collections.Immutable;

namespace CostCenters.Csv.Shapes;

/// <summary>What a profile says of the rows of a file beyond the names of its columns.</summary>
internal sealed record FileShape
{
    public HeaderPlace Header { get; init; }

    public bool TrimsCells { get; init; }

    public bool AllowsShortRows { get; init; }

    public bool AllowsSurplusCells { get; init; }

    public bool IsFramed { get; init; }

    public AmountSource? Amount { get; init; }

    public CurrencyRule? Currency { get; init; }

    public PeriodColumns? Periods { get; init; }

    public SectionRules? Sections { get; init; }

    public ImmutableArray<TotalRows> Totals { get; init; } = [];

    public LastRow LastRow { get; init; }

    public ImmutableArray<RowFilter> Filters { get; init; } = [];

    public ImmutableArray<FileMetadata> Metadata { get; init; } = [];

    public ImmutableArray<ColumnCheck> Checks { get; init; } = [];

    public FileLimits Limits { get; init; } = new();

    /// <summary>Whether every row of the file is a row of the table, as it stands, however many and long they
    /// are.</summary>
    public bool IsPlain =>
        Header == HeaderPlace.First
        && !TrimsCells
        && !AllowsShortRows
        && !AllowsSurplusCells
        && !IsFramed
        && Amount is null
        && Currency is null
        && Periods is null
        && Sections is null
        && LastRow != LastRow.Total
        && Totals.IsEmpty
        && Filters.IsEmpty
        && Metadata.IsEmpty
        && Checks.IsEmpty
        && Limits.IsOfHeaderAlone;
}
