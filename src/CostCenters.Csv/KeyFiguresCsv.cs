using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.KeyFigures;
using CostCenters.Structure;

namespace CostCenters.Csv;

/// <summary>Reads and writes values of key figures: <c>period,center,key_figure,value</c>.</summary>
/// <remarks>
/// <para>A row whose center is not valid on the last day of the period is rejected. The code of the key figure is only
/// checked against a list where a catalog is given.</para>
/// <para>With a catalog a further column <c>unit?</c> is read, and rejected are also rows of unknown or computed key
/// figures, of another unit, and second values of a stock for one center and period.</para>
/// </remarks>
public static class KeyFiguresCsv
{
    internal static readonly RowSchema Schema = RowSchema.Parse("period,center,key_figure,value");

    private static readonly RowSchema CatalogSchema = RowSchema.Parse("period,center,key_figure,value,unit?");

    /// <summary>Reads values of key figures.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="centers">The centers.</param>
    /// <param name="calendar">The fiscal calendar.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The accepted values, in order of the rows, and every fault of the other rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<IReadOnlyList<KeyFigureValue>> Read(
        CsvInput input,
        CenterHierarchy centers,
        FiscalCalendar calendar,
        ImportProfile profile,
        CancellationToken cancellation = default) =>
        ReadRows(input, centers, calendar, null, profile, cancellation);

    /// <summary>Reads values of the key figures of a catalog.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="centers">The centers.</param>
    /// <param name="calendar">The fiscal calendar.</param>
    /// <param name="catalog">The key figures that there are.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The accepted values, in order of the rows, and every fault of the other rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<IReadOnlyList<KeyFigureValue>> Read(
        CsvInput input,
        CenterHierarchy centers,
        FiscalCalendar calendar,
        KeyFigureCatalog catalog,
        ImportProfile profile,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return ReadRows(input, centers, calendar, catalog, profile, cancellation);
    }

    /// <summary>Writes values of key figures.</summary>
    /// <param name="values">The values, in the order of the rows.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value has more than six decimals.</exception>
    public static void Write(IEnumerable<KeyFigureValue> values, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new RowWriter(stream, Schema.Columns, leaveOpen: true);
        foreach (KeyFigureValue value in values)
        {
            writer.Code(value.Period.ToString());
            writer.Code(value.Center.Value);
            writer.Code(value.KeyFigure.Value);
            writer.Code(PostingsCsv.Quantity(value.Value));
            writer.EndRow();
        }
    }

    private static ImportResult<IReadOnlyList<KeyFigureValue>> ReadRows(
        CsvInput input,
        CenterHierarchy centers,
        FiscalCalendar calendar,
        KeyFigureCatalog? catalog,
        ImportProfile profile,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(centers);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(
            input, catalog is null ? Schema : CatalogSchema, profile, new TableContext(null, calendar), cancellation);
        var rows = new KeyFigureRowReader(centers, calendar, catalog);
        return table.ReadAll(rows.ReadRow);
    }
}
