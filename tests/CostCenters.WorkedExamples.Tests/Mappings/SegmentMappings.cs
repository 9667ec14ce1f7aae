using CostCenters.KeyFigures;
using CostCenters.Profitability.Segments;

namespace CostCenters.WorkedExamples.Tests.Mappings;

/// <summary>Margins of segments, and what they earn on their assets.</summary>
public static class SegmentMappings
{
    /// <summary>Uncontrollable fixed cost is traceable; what is allocated or common reduces no margin of a segment.
    /// </summary>
    [Calc("segment_margin")]
    public static object Margins(Given inputs)
    {
        IReadOnlyList<(string Name, Given Value)> segments = inputs.Part("segments").Parts;
        decimal common = inputs.OptionalNumber("common", "common_fixed", "common_cost") ?? 0m;
        var statement = SegmentStatement.Create(
            Segmentation.Create(segments.Select(segment => new Segment(segment.Name, null, [], []))),
            [
                .. segments.Select(segment => new SegmentFigures(segment.Name, MarginsOf(segment.Value))),
                new SegmentFigures(null, new SegmentMargins(0m, 0m, 0m, common, 0m)),
            ]);
        var results = segments.ToDictionary(
            segment => segment.Name, segment => (object?)Levels(statement[segment.Name].Margins));

        // A total of segment margins comes before what is common to them.
        SegmentMargins company = statement.Company;
        Dictionary<string, object?> total = Levels(company);
        total["segment_margin"] = ExactFigures.Exact(company.SegmentMargin - statement.Common.SegmentMargin);
        total["common"] = ExactFigures.Exact(statement.Common.TraceableFixedCost);
        foreach (string name in (string[])["operating_income", "net_operating_income", "net_income", "profit"])
        {
            total[name] = ExactFigures.Exact(company.Profit);
        }

        results["total"] = total;
        return results;
    }

    [Calc("residual_income")]
    public static object ResidualIncome(Given inputs) => Measures(inputs);

    [Calc("roi")]
    public static object ReturnOnInvestment(Given inputs) => inputs.Part("divisions").Parts.ToDictionary(
        division => division.Name, division => Measures(division.Value));

    private static SegmentMargins MarginsOf(Given segment) => new(
        segment.OptionalNumber("sales", "revenue") ?? 0m,
        segment.OptionalNumber("variable") ?? 0m,
        segment.OptionalNumber("controllable_fixed") ?? 0m,
        segment.OptionalNumber("uncontrollable_fixed", "traceable_fixed") ?? 0m,
        segment.OptionalNumber("allocated") ?? 0m);

    private static Dictionary<string, object?> Levels(SegmentMargins margins) => new()
    {
        ["sales"] = ExactFigures.Exact(margins.Revenue),
        ["variable"] = ExactFigures.Exact(margins.VariableCost),
        ["contribution_margin"] = ExactFigures.Exact(margins.Contribution),
        ["contribution_margin_pct"] = ExactFigures.Percent(margins.Structure.ContributionRatio),
        ["controllable_margin"] = ExactFigures.Exact(margins.ControllableMargin),
        ["segment_margin"] = ExactFigures.Exact(margins.SegmentMargin),
        ["segment_margin_pct"] = ExactFigures.Percent(margins.Structure.ProfitRatio),
        ["profit"] = ExactFigures.Exact(margins.Profit),
        ["break_even_sales"] = ExactFigures.Exact(margins.Structure.BreakEvenSales),
    };

    /// <summary>Assets are the mean of the first and the last ones, or as given.</summary>
    private static Dictionary<string, object?> Measures(Given inputs)
    {
        decimal income = inputs.OptionalNumber("income", "operating_income", "net_income") ?? inputs.Number("income");
        decimal? sales = inputs.OptionalNumber("sales", "revenue");
        InvestmentReturn earned = inputs.OptionalNumber("average_assets", "assets", "investment") is decimal assets
            ? InvestmentReturn.Create(income, sales, assets)
            : InvestmentReturn.FromAverage(
                income, sales, inputs.Number("opening_assets"), inputs.Number("closing_assets"));
        var results = new Dictionary<string, object?>
        {
            ["average_assets"] = Number(earned.Assets),
            ["roi_pct"] = ExactFigures.Percent(earned.ReturnOnInvestment.Value),
            ["margin_pct"] = ExactFigures.Percent(earned.Margin.Value),
            ["turnover"] = Number(earned.Turnover),
        };
        if (inputs.OptionalNumber("required_pct") is decimal required)
        {
            results["residual_income"] = Number(earned.ResidualIncome(Figures.FractionOf(required)));
        }

        if (inputs.OptionalNumber("wacc_pct") is decimal cost)
        {
            results["eva"] = Number(earned.EconomicValueAdded(
                Figures.FractionOf(inputs.OptionalNumber("tax_pct") ?? 0m), Figures.FractionOf(cost)));
        }

        return results;
    }

    private static decimal? Number(Figure figure) => ExactFigures.Exact(figure.Value);
}
