using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using CostCenters.Csv.Shapes.Sources;
using CostCenters.Csv.Tables;
using CostCenters.Structure;

namespace CostCenters.Csv.Bulk;

/// <summary>What of a profile decides how columns are read; rows in any other form are left to the plain reader.
/// </summary>
/// <remarks>Immutable; all threads share it.</remarks>
internal sealed class ColumnDialect
{
    private readonly NumberDialect numbers;

    public ColumnDialect(ImportProfile profile)
    {
        Profile = profile;
        numbers = profile.Settings.Numbers;
        AbsentTokens = [.. profile.AbsentTokens.Select(Encoding.UTF8.GetBytes)];
    }

    public ImportProfile Profile { get; }

    /// <summary>The cells that mean the same as an empty one.</summary>
    public byte[][] AbsentTokens { get; }

    /// <summary>Reads the quantities of a column, one for each thread.</summary>
    public FixedPoint Quantities() =>
        new(NumberCell.QuantityScale, NumberCell.QuantityBound, numbers, takesSuffix: false);

    /// <summary>Reads amounts, one for each thread.</summary>
    public FixedPoint Amounts(int scale, bool takesSuffix) =>
        new(scale, NumberCell.AmountBound, numbers, takesSuffix);

    /// <summary>The text of a column that is the same in every row; null where it is not.</summary>
    public byte[]? Constant(string column) =>
        Profile.Columns.GetValueOrDefault(column) is ConstantSource constant
            ? Encoding.UTF8.GetBytes(constant.Text)
            : null;

    /// <summary>Whether the rows of files can be read by columns: under other names, with constants, and with amounts in
    /// two columns or with their sign in another.</summary>
    public static bool CanRead(ImportProfile profile) =>
        (profile.Settings.Shape with { Amount = null, TrimsCells = false }).IsPlain
        && profile.AbsentTokens.IsEmpty
        && (profile.Amount is not AmountSource amount
            || (amount.Shift == 0 && amount.Column.IsPlain && amount.Credit is not { IsPlain: false }
                && amount.Sign is not { IsPlain: false }))
        && profile.Columns.All(column => column.Value.IsPlain
            || (column.Value is ConstantSource { Text.Length: > 0 } && column.Key is not ("amount" or "quantity")));

    /// <summary>Reads dates, one for each thread; null for those of the contract.</summary>
    public DateCell? NewDates() =>
        Profile.Settings.DatePatterns is [{ IsIso: true }] ? null : new DateCell(Profile.Settings.DatePatterns);

    /// <summary>For each element whether its amounts are turned; null when none is.</summary>
    public bool[]? Turned(ElementChart chart) => Profile.AmountSigns == AmountSigns.Natural
        ? null
        : [.. chart.Elements.Select(element => AmountTurn.Apply(Profile.AmountSigns, element.Nature, 1) < 0)];
}
