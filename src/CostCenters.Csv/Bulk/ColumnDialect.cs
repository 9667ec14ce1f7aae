using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
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

    /// <summary>Reads the amounts of a column, one for each thread.</summary>
    public FixedPoint Amounts(int scale) => new(scale, NumberCell.AmountBound, numbers, takesSuffix: true);

    /// <summary>Reads dates, one for each thread; null for those of the contract.</summary>
    public DateCell? NewDates() =>
        Profile.Settings.DatePatterns is [{ IsIso: true }] ? null : new DateCell(Profile.Settings.DatePatterns);

    /// <summary>For each element whether its amounts are turned; null when none is.</summary>
    public bool[]? Turned(ElementChart chart) => Profile.AmountSigns == AmountSigns.Natural
        ? null
        : [.. chart.Elements.Select(element => AmountTurn.Apply(Profile.AmountSigns, element.Nature, 1) < 0)];
}
