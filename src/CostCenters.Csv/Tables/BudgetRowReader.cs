using System.Text;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Csv.Tables;

/// <summary>Turns the rows of a budget table into budget lines, and tells every fault of the others.</summary>
internal sealed class BudgetRowReader
{
    public static readonly RowSchema Schema = RowSchema.Parse("version,center,element,period,amount,quantity?");

    private const int VersionColumn = 0;
    private const int CenterColumn = 1;
    private const int ElementColumn = 2;
    private const int Period = 3;
    private const int Amount = 4;
    private const int Quantity = 5;

    private readonly TableReader table;
    private readonly CubeSpace space;
    private readonly CodeTables codes;
    private readonly FiscalPeriods periods;
    private readonly AmountSigns signs;
    private string lastVersion = "";

    public BudgetRowReader(TableReader table, CubeSpace space, ImportProfile profile)
        : this(table, space, profile, new CodeTables(space.Centers, space.Elements))
    {
    }

    public BudgetRowReader(TableReader table, CubeSpace space, ImportProfile profile, CodeTables codes)
    {
        this.table = table;
        this.space = space;
        signs = profile.AmountSigns;
        this.codes = codes;
        periods = new FiscalPeriods(space.Calendar);
    }

    public IEnumerable<(string Version, BudgetLine Line)> ReadAll()
    {
        while (table.Read())
        {
            (string, BudgetLine)? row = ReadRow(table.Cells!);
            if (table.Log.EndRow())
            {
                yield return row!.Value;
            }
        }
    }

    private (string Version, BudgetLine Line)? ReadRow(CellReader cells)
    {
        string? version = cells.TryGetCode(VersionColumn, out ReadOnlySpan<byte> bytes) ? VersionName(bytes) : null;
        Center? center = codes.ReadCenter(cells, CenterColumn);
        _ = codes.TryReadElement(cells, ElementColumn, out CostElement? element, out _);
        bool hasPeriod = periods.TryRead(cells, Period, allowsYear: true, out int year, out FiscalPeriod? period);
        if (hasPeriod && center is not null && !periods.AreValid(center, year, period))
        {
            cells.Tell(
                CenterColumn,
                ImportIssueCode.CenterNotValid,
                "The center is not valid on the last day of every period of the row. Budget it where it is valid.");
        }

        bool hasAmount = cells.TryGetAmount(Amount, space.Scale.Digits, out long count);
        bool hasQuantity = cells.TryGetOptionalQuantity(Quantity, out long? quantityCount);
        if (version is null || center is null || element is null || !hasPeriod || !hasAmount || !hasQuantity)
        {
            return null;
        }

        decimal amount = space.Scale.ToDecimal(AmountTurn.Apply(signs, element.Nature, count));
        decimal? quantity = quantityCount is long q ? DecimalScale.Quantity.ToDecimal(q) : null;
        return (
            version,
            period is FiscalPeriod p
                ? BudgetLine.ForPeriod(center.Code, element.Code, p, amount, quantity)
                : BudgetLine.ForYear(center.Code, element.Code, year, amount, quantity));
    }

    /// <summary>Rows of one version mostly follow each other, so its name is made once.</summary>
    private string VersionName(ReadOnlySpan<byte> bytes)
    {
        string name = Encoding.UTF8.GetString(bytes);
        return lastVersion = name == lastVersion ? lastVersion : name;
    }
}
