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

    public ColumnDialect(ImportProfile profile, RowSchema schema)
    {
        Profile = profile;
        numbers = profile.Settings.Numbers;
        AbsentTokens = [.. profile.AbsentTokens.Select(Encoding.UTF8.GetBytes)];
        HasColumns = numbers.PositiveSuffix is null || !schema.Columns.Contains("amount");
    }

    public ImportProfile Profile { get; }

    /// <summary>Whether rows are read by columns: not where amounts have sign suffixes.</summary>
    public bool HasColumns { get; }

    /// <summary>The cells that mean the same as an empty one.</summary>
    public byte[][] AbsentTokens { get; }

    /// <summary>Reads the numbers of a column.</summary>
    public FixedPoint Numbers(int scale, ulong bound) => new(scale, bound, numbers);

    /// <summary>Reads dates, one for each thread; null for those of the contract.</summary>
    public DateCell? NewDates() =>
        Profile.Settings.DatePatterns is [{ IsIso: true }] ? null : new DateCell(Profile.Settings.DatePatterns);

    /// <summary>For each element whether its amounts are turned; null when none is.</summary>
    public bool[]? Turned(ElementChart chart) => Profile.AmountSigns == AmountSigns.Natural
        ? null
        : [.. chart.Elements.Select(element => AmountTurn.Apply(Profile.AmountSigns, element.Nature, 1) < 0)];
}
