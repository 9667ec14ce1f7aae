using System.Text;
using CostCenters.Allocations.Chains;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Csv;

/// <summary>Reads and writes drivers of allocations: <c>driver,receiver,value?,from?,through?</c>.</summary>
/// <remarks>An empty value is a missing driver, which is not 0. <c>from</c> and <c>through</c> are fiscal periods, both
/// inclusive; an empty one has no end. A receiver has one value of a driver in each period.</remarks>
public static class DriversCsv
{
    private const int Driver = 0;
    private const int Receiver = 1;
    private const int Value = 2;
    private const int From = 3;
    private const int Through = 4;

    private static readonly RowSchema Schema = RowSchema.Parse("driver,receiver,value?,from?,through?");

    /// <summary>Reads drivers.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="space">Centers and calendar.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The accepted lines, in order of the rows, and every fault of the other rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<IReadOnlyList<DriverLine>> Read(
        CsvInput input, CubeSpace space, ImportProfile profile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(input, Schema, profile, default, cancellation);
        var codes = new CodeTables(space.Centers, null);
        var validities = new ValidityCells<(KeyFigureCode, CenterCode)>(
            new FiscalPeriods(space.Calendar), From, Through);
        return table.ReadAll(cells => ReadRow(cells, codes, validities));
    }

    /// <summary>Writes drivers.</summary>
    /// <param name="lines">The lines, in the order of the rows.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A text has a NUL or half of a surrogate pair.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value has more than six decimals.</exception>
    public static void Write(IEnumerable<DriverLine> lines, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new RowWriter(stream, Schema.Columns, leaveOpen: true);
        foreach (DriverLine line in lines)
        {
            writer.Code(line.Driver.Value);
            writer.Code(line.Receiver.Value);
            writer.Code(PostingsCsv.Quantity(line.Value));
            ValidityCells<CenterCode>.Write(writer, line.Validity);
            writer.EndRow();
        }
    }

    private static DriverLine? ReadRow(
        CellReader cells, CodeTables codes, ValidityCells<(KeyFigureCode, CenterCode)> validities)
    {
        bool isWhole = cells.TryGetCode(Driver, out ReadOnlySpan<byte> text);
        KeyFigureCode driver = isWhole ? new(Encoding.UTF8.GetString(text)) : default;
        Center? receiver = codes.ReadCenter(cells, Receiver);
        isWhole &= cells.TryGetOptionalQuantity(Value, out long? value);
        isWhole &= validities.TryRead(cells, out Allocations.PeriodValidity validity);
        return isWhole && receiver is not null && validities.Take(cells, (driver, receiver.Code), validity)
            ? new DriverLine(
                driver,
                receiver.Code,
                value is long count ? DecimalScale.Quantity.ToDecimal(count) : null,
                validity)
            : null;
    }
}
