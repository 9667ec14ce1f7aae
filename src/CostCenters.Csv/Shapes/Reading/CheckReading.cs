using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes.Sources;

namespace CostCenters.Csv.Shapes.Reading;

/// <summary>Compares a column that is not read with others.</summary>
internal sealed class CheckReading(ColumnCheck check, NumberDialect numbers, SourceBinder binder)
{
    private readonly CellReading column = check.Column.Bind(binder);
    private readonly CellReading? minuend = check.Minuend?.Bind(binder);
    private readonly CellReading? subtrahend = check.Subtrahend?.Bind(binder);
    private ExactNumber? balance;
    private byte[] scratch = new byte[64];

    /// <summary>What the column says and what it must say, where they differ; null where they agree.</summary>
    public (string Column, ExactNumber Came, ExactNumber Expected)? Compare(ForeignRow row, ExactNumber? amount)
    {
        ExactNumber? came = Read(column, row);
        ExactNumber? expected = minuend is null
            ? balance is ExactNumber before && amount is ExactNumber change ? before + change : null
            : Difference(row);
        balance = came ?? (minuend is null ? expected : null);
        return came is ExactNumber left && expected is ExactNumber right && left != right
            ? (SourceNames.Of(check.Column), left, right)
            : null;
    }

    /// <summary>Takes the balance of a row that is no posting, such as an opening one.</summary>
    public void Open(ForeignRow row) => balance = minuend is null ? Read(column, row) : null;

    private ExactNumber? Difference(ForeignRow row) =>
        (Read(minuend!, row) ?? Absent(minuend!, row)) is ExactNumber left
        && (Read(subtrahend!, row) ?? Absent(subtrahend!, row)) is ExactNumber right
            ? left - right
            : null;

    private static ExactNumber? Absent(CellReading cell, ForeignRow row) =>
        cell(row).IsEmpty ? default(ExactNumber) : null;

    private ExactNumber? Read(CellReading cell, ForeignRow row)
    {
        ReadOnlySpan<byte> text = cell(row);
        return !text.IsEmpty && numbers.TryRewrite(text, takesSuffix: false, ref scratch, out text)
            ? ExactNumber.Read(text)
            : null;
    }
}
