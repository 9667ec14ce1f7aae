using System.Collections.Immutable;
using CostCenters.Cubes;

namespace CostCenters.Data.Results;

/// <summary>The cube of a table of dated amounts, which rows are not in it, and up to where the table was read.
/// </summary>
/// <remarks>Law: rows read = accepted + rejected. Immutable.</remarks>
public sealed class SqlLedgerReading
{
    private readonly Cube added;

    internal SqlLedgerReading(
        Cube cube,
        long rowsRead,
        long rowsRejected,
        IEnumerable<SqlRejection> rejections,
        IEnumerable<string> foldedCodes,
        object? watermark,
        Cube? added = null)
    {
        this.added = added ?? cube;
        Cube = cube;
        RowsRead = rowsRead;
        RowsRejected = rowsRejected;
        Rejections = [.. rejections];
        FoldedCodes = [.. foldedCodes];
        Watermark = watermark;
    }

    /// <summary>The sums of the accepted rows.</summary>
    public Cube Cube { get; }

    /// <summary>How many rows were read.</summary>
    public long RowsRead { get; }

    /// <summary>How many of them are in the cube.</summary>
    public long RowsAccepted => RowsRead - RowsRejected;

    /// <summary>How many are not.</summary>
    public long RowsRejected { get; }

    /// <summary>The rejected rows by reason and column, in order of both.</summary>
    public ImmutableArray<SqlRejection> Rejections { get; }

    /// <summary>Codes of the table of which two or more are one code to the collation of their column, such as
    /// <c>center: A, a</c>. The cube keeps them apart; other queries of the table do not.</summary>
    public ImmutableArray<string> FoldedCodes { get; }

    /// <summary>The greatest value of the watermark column, or null without rows or without that column.</summary>
    public object? Watermark { get; }

    /// <summary>What the rows that were read last add to each cell, for a <see cref="Reports.StandingReport"/>: those
    /// above the watermark of the reading that was brought up to date, or all rows where there was none.</summary>
    /// <returns>A change for each cell, in the order of the cube; quantities are left out.</returns>
    public ImmutableArray<CellChange> Changes()
    {
        CubeSpace space = added.Space;
        return
        [
            .. added.Cells().Select(cell => new CellChange(
                space.Centers.IndexOf(cell.Address.Center),
                space.Elements.IndexOf(cell.Address.Element),
                space.Calendar.OrdinalOf(cell.Address.Period),
                space.Scale.ToCount(cell.Amount))),
        ];
    }

    /// <summary>The sum of several readings of different rows.</summary>
    internal static SqlLedgerReading Merge(
        CubeSpace space, IReadOnlyList<SqlLedgerReading> parts, object? watermark, Cube? added = null) =>
        new(
            Cube.Merge(space, parts.Select(part => part.Cube)),
            parts.Sum(part => part.RowsRead),
            parts.Sum(part => part.RowsRejected),
            MergeRejections(parts.SelectMany(part => part.Rejections)),
            parts.SelectMany(part => part.FoldedCodes).Distinct().Order(StringComparer.Ordinal),
            watermark,
            added);

    internal static IEnumerable<SqlRejection> MergeRejections(IEnumerable<SqlRejection> rejections) =>
        rejections.GroupBy(rejection => (rejection.Reason, rejection.Column))
            .OrderBy(group => group.Key.Reason)
            .ThenBy(group => group.Key.Column, StringComparer.Ordinal)
            .Select(group => new SqlRejection(
                group.Key.Reason, group.Key.Column, group.Sum(each => each.RowCount), group.First().Sample));
}
