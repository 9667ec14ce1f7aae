using System.Text;
using CostCenters.Calendars;
using CostCenters.Csv.Adapters;
using CostCenters.Csv.Rows;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Structure;

namespace CostCenters.Csv;

/// <summary>Reads and writes values of key figures: <c>period,center,key_figure,value</c>.</summary>
/// <remarks>The code of the key figure is not checked against a list. A row whose center is not valid on the last day
/// of the period is rejected.</remarks>
public static class KeyFiguresCsv
{
    private const int Period = 0;
    private const int CenterColumn = 1;
    private const int KeyFigure = 2;
    private const int Value = 3;

    internal static readonly RowSchema Schema = RowSchema.Parse("period,center,key_figure,value");

    /// <summary>Reads values of key figures.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="centers">The centers.</param>
    /// <param name="calendar">The fiscal calendar.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <returns>The accepted values, in order of the rows, and every fault of the other rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportResult<IReadOnlyList<KeyFigureValue>> Read(
        CsvInput input, CenterHierarchy centers, FiscalCalendar calendar, ImportProfile profile)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(centers);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(input, Schema, profile);
        var codes = new CodeTables(centers, null);
        var periods = new FiscalPeriods(calendar);
        var values = new List<KeyFigureValue>();
        while (table.Read())
        {
            KeyFigureValue? value = ReadRow(table.Cells!, codes, periods);
            if (table.Log.EndRow())
            {
                values.Add(value!);
            }
        }

        return table.Log.ToResult<IReadOnlyList<KeyFigureValue>>(table.Log.IsStopped ? null : values);
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

    private static KeyFigureValue? ReadRow(CellReader cells, CodeTables codes, FiscalPeriods periods)
    {
        bool hasPeriod = periods.TryRead(cells, Period, allowsYear: false, out int year, out FiscalPeriod? period);
        Center? center = codes.ReadCenter(cells, CenterColumn);
        if (hasPeriod && center is not null && !periods.AreValid(center, year, period))
        {
            cells.Tell(
                CenterColumn,
                ImportIssueCode.CenterNotValid,
                "The center is not valid on the last day of the period. Correct the period or the center.");
        }

        string? keyFigure = cells.TryGetCode(KeyFigure, out ReadOnlySpan<byte> code)
            ? Encoding.UTF8.GetString(code)
            : null;
        bool hasValue = cells.TryGetQuantity(Value, out long count);
        return hasPeriod && center is not null && keyFigure is not null && hasValue
            ? new KeyFigureValue(
                period!.Value,
                center.Code,
                new KeyFigureCode(keyFigure),
                CubeSpace.QuantityScale.ToDecimal(count))
            : null;
    }
}
