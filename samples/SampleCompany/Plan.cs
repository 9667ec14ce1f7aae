using System.Globalization;

namespace CostCenters.Samples.SampleCompany;

/// <summary>A row of budget.csv; period is a year or a month, quantity null where the element counts nothing.</summary>
internal sealed record BudgetRow(string Center, string Element, string Period, long Euro, long? Quantity);

/// <summary>Turns the yearly plan into months and budget rows.</summary>
internal static class Plan
{
    /// <summary>Planned cents of a month, growth included, before anybody rounds a budget.</summary>
    public static long Cents(PlanLine line, Month month)
    {
        int weight = ElementTable.Weights(line.Habit.Season)[month.Period - 1];
        (int price, int volume) = ElementTable.GrowthPermille(line.Habit.Growth, month.YearIndex);
        return Whole.Divide(line.Euro * 100L * weight * price * volume, 1_000_000_000L);
    }

    /// <summary>Planned price of a unit in thousandths of a cent, 0 for an element without quantities.</summary>
    public static long UnitMillicents(PlanLine line, int yearIndex) =>
        line.Habit.UnitCents * (long)ElementTable.GrowthPermille(line.Habit.Growth, yearIndex).Price;

    /// <summary>The budget in the order of the plan table, then by time.</summary>
    /// <remarks>
    /// Lines with a season are planned by month, to ten euro; the others as one row for the year, to a hundred.
    /// A line that lives for part of a year is planned by month, as its center may not exist for the rest.
    /// </remarks>
    public static IEnumerable<BudgetRow> Rows()
    {
        foreach (PlanLine line in PlanTable.Rows)
        {
            for (int year = Month.FirstYear; year <= Month.LastYear; year++)
            {
                Month[] months = [.. Month.OfYear(year).Where(month => month.IsWithin(line.From, line.Through))];
                string period = year.ToString(CultureInfo.InvariantCulture);
                bool wholeYear = months.Length == 12 && (line.Habit.Season == Season.Flat || line.Evenly);
                IEnumerable<BudgetRow> rows = wholeYear
                    ? [Row(line, months[0].YearIndex, period, months.Sum(month => Cents(line, month)), 100)]
                    : months.Select(month => Row(line, month.YearIndex, month.ToString(), Cents(line, month), 10));
                foreach (BudgetRow row in rows.Where(row => row.Euro != 0))
                {
                    yield return row;
                }
            }
        }
    }

    private static BudgetRow Row(PlanLine line, int yearIndex, string period, long cents, int stepEuro)
    {
        long euro = Whole.Divide(cents, stepEuro * 100L) * stepEuro;
        long unit = UnitMillicents(line, yearIndex);
        return new BudgetRow(
            line.Center, line.Element, period, euro, unit == 0 ? null : Whole.Divide(euro * 100_000L, unit));
    }
}
