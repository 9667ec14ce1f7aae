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
    /// <summary>The name of the column of versions.</summary>
    public const string VersionName = "version";

    public static readonly RowSchema Schema = RowSchema.Parse("version,center,element,period,amount,quantity?");

    private const int VersionColumn = 0;
    private const int CenterColumn = 1;
    private const int ElementColumn = 2;
    private const int Period = 3;
    private const int Amount = 4;
    private const int Quantity = 5;

    private readonly TableReader table;
    private readonly BudgetRules rules;
    private readonly CodeTables codes;
    private readonly FiscalPeriods periods;
    private readonly AmountSigns signs;
    private string lastVersion = "";

    public BudgetRowReader(
        TableReader table, BudgetRules rules, ImportProfile profile, CodeTables? codes = null)
    {
        this.table = table;
        this.rules = rules;
        signs = profile.AmountSigns;
        this.codes = codes ?? new CodeTables(rules.Space.Centers, rules.Space.Elements);
        periods = new FiscalPeriods(rules.Space.Calendar);
    }

    public IEnumerable<BudgetRow> ReadAll()
    {
        while (table.Read())
        {
            BudgetRow? row = ReadRow(table.Cells!);
            if (table.Log.EndRow())
            {
                yield return row!.Value;
            }
        }
    }

    /// <summary>Reads the current row; null where it is faulty, which is told.</summary>
    public BudgetRow? ReadRow(CellReader cells)
    {
        string? version = cells.TryGetCode(VersionColumn, out ReadOnlySpan<byte> bytes) ? NameOf(bytes) : null;
        Center? center = codes.ReadCenter(cells, CenterColumn);
        bool hasElement = codes.TryReadElement(cells, ElementColumn, out CostElement? element, out int number);
        bool hasPeriod = periods.TryRead(cells, Period, allowsYear: true, out int year, out FiscalPeriod? period);
        if (hasPeriod)
        {
            TellInvalid(cells, center?.Index, hasElement ? number : null, year, period);
        }

        bool hasAmount = cells.TryGetAmount(Amount, rules.Space.Scale.Digits, out long count);
        bool hasQuantity = cells.TryGetOptionalQuantity(Quantity, out long? quantityCount);
        if (version is null || center is null || !hasElement || !hasPeriod || !hasAmount || !hasQuantity)
        {
            return null;
        }

        return new BudgetRow(
            version,
            center.Index,
            number,
            year,
            period,
            AmountTurn.Apply(signs, element!.Nature, count),
            quantityCount);
    }

    private void TellInvalid(CellReader cells, int? center, int? element, int year, FiscalPeriod? period)
    {
        FiscalCalendar calendar = rules.Space.Calendar;
        int first = calendar.OrdinalOf(period ?? new FiscalPeriod(year, 1));
        int count = period is null ? calendar.PeriodCount : 1;
        if (center is int itsCenter && !rules.IsCenterValid(itsCenter, first, count))
        {
            cells.Tell(
                CenterColumn,
                ImportIssueCode.CenterNotValid,
                "The center is not valid on the last day of every period of the row. Budget it where it is valid.");
        }

        if (element is int itsElement && !rules.IsElementValid(itsElement, first, count))
        {
            cells.Tell(
                ElementColumn,
                ImportIssueCode.ElementNotValid,
                "The element is not valid on the last day of every period of the row. Budget it where it is valid.");
        }
    }

    /// <summary>Rows of one version mostly follow each other, so its name is made once.</summary>
    private string NameOf(ReadOnlySpan<byte> bytes)
    {
        string name = Encoding.UTF8.GetString(bytes);
        return lastVersion = name == lastVersion ? lastVersion : name;
    }
}

/// <summary>A budget line by numbers.</summary>
internal readonly record struct BudgetRow(
    string Version, int Center, int Element, int Year, FiscalPeriod? Period, long Amount, long? Quantity)
{
    /// <summary>The line that the numbers stand for.</summary>
    public BudgetLine LineIn(CubeSpace space)
    {
        CenterCode center = space.Centers.Centers[Center].Code;
        ElementCode element = space.Elements.Elements[Element].Code;
        decimal amount = space.Scale.ToDecimal(Amount);
        decimal? quantity = Quantity is long count ? DecimalScale.Quantity.ToDecimal(count) : null;
        return Period is FiscalPeriod period
            ? BudgetLine.ForPeriod(center, element, period, amount, quantity)
            : BudgetLine.ForYear(center, element, Year, amount, quantity);
    }
}
