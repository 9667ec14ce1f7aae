namespace CostCenters.Samples.LargeLedger;

/// <summary>A row of the budget: one cell of center x element x period each, spread evenly over all of them.</summary>
internal static class BudgetRow
{
    public const string Header = "version,center,element,period,amount,quantity\n";

    /// <summary>As many rows as there are cells.</summary>
    public const long Most = (long)Company.Centers * Company.Elements * Company.Periods;

    /// <summary>Adds a row.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="meanCents">What a row comes to on average.</param>
    /// <param name="bytes">Where to.</param>
    public static void Add(long row, long rows, long meanCents, ref RowBytes bytes)
    {
        // Every row has a stretch of cells to itself, of which chance takes one.
        var random = new RandomStream(~row);
        long from = row * Most / rows;
        long cell = from + random.Below(((row + 1) * Most / rows) - from);
        (long pair, long period) = Math.DivRem(cell, Company.Periods);
        (long center, long element) = Math.DivRem(pair, Company.Elements);
        bytes.Add("plan,C"u8);
        bytes.Add(center, digits: 4);
        bytes.Add((byte)',');
        bytes.Add(Company.FirstElement + element);
        bytes.Add((byte)',');
        bytes.Add(Company.FirstYear + (period / Company.MonthsPerYear));
        bytes.Add("-P"u8);
        bytes.Add(1 + (period % Company.MonthsPerYear), digits: 2);
        bytes.Add((byte)',');
        bytes.AddCents(1 + random.Below(2 * meanCents));
        bytes.Add(",\n"u8);
    }
}
