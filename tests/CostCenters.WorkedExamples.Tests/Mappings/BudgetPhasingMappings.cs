using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Monetary;
using NodaTime;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class BudgetPhasingMappings
{
    [Calc("spread_last_plug")]
    public static object SpreadLastPlug(Given inputs) => new Dictionary<string, object?>
    {
        ["periods"] = Spread(
            inputs.Number("annual"), inputs.Numbers("weights"), RemainderRule.LastReceiver, inputs.Whole("decimals")),
    };

    [Calc("pct_profile")]
    public static object PercentProfile(Given inputs)
    {
        decimal[] percent = inputs.Numbers("percent");
        return new Dictionary<string, object?>
        {
            ["total_pct"] = percent.Sum(),
            ["periods"] = inputs.OptionalNumber("annual") is decimal annual
                ? Spread(annual, percent, RemainderRule.LargestRemainder, inputs.Whole("decimals", otherwise: 2))
                : null,
        };
    }

    // An annual amount finer than its decimals is counted as fine as it is, and spread in steps of its decimals.
    private static decimal[] Spread(decimal annual, decimal[] weights, RemainderRule rule, int decimals)
    {
        int finest = Math.Max(decimals, annual.Scale);

        // The dates of the periods do not matter to weights, only their number.
        var year = FiscalYear.FromWeeks(2026, new LocalDate(2026, 1, 4), [.. weights.Select(_ => 4)]);
        var shares = Phasing.ByWeights(weights, rule).Spread(
            Figures.CountOf(annual, finest), Figures.CountOf(Figures.UnitOf(decimals), finest), year);
        return [.. shares.Select(share => Figures.AmountOf(share, finest))];
    }
}
