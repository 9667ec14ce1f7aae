namespace CostCenters.Samples.LargeLedger;

/// <summary>Rows of the budget: one cell of center x element x period each, spread evenly over all of them.</summary>
internal sealed class BudgetRow(Company company, BookShape shape, long meanCents)
{
    public const string Header = "version,center,element,period,amount,quantity\n";

    /// <summary>As many rows as there are cells.</summary>
    public long Most => (long)company.PairsWithBudget.Length * shape.BudgetPeriods;

    public void Add(long row, long rows, ref RowBytes bytes)
    {
        // Every row has a stretch of cells to itself, of which chance takes one.
        var random = new RandomStream(~row);
        long from = row * Most / rows;
        long cell = from + random.Below(((row + 1) * Most / rows) - from);
        (long place, long period) = Math.DivRem(cell, shape.BudgetPeriods);
        (int center, int element) = Math.DivRem(company.PairsWithBudget[place], Company.Elements);
        bytes.Add("plan,"u8);
        bytes.Add(company.Centers[center]);
        bytes.Add((byte)',');
        bytes.Add(company.ElementCodes[element]);
        bytes.Add((byte)',');
        if (shape.IsYearly)
        {
            bytes.Add(Company.FirstYear + period);
        }
        else
        {
            bytes.Add(Company.FirstYear + (period / Company.MonthsPerYear));
            bytes.Add("-P"u8);
            bytes.Add(1 + (period % Company.MonthsPerYear), digits: 2);
        }

        bytes.Add((byte)',');
        bytes.AddCents(1 + random.Below(2 * meanCents));
        bytes.Add(shape.HasCrLf ? ",\r\n"u8 : ",\n"u8);
    }
}
