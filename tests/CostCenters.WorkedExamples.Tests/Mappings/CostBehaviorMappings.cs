using CostCenters.CostBehavior;
using CostCenters.Monetary;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class CostBehaviorMappings
{
    [Calc("high_low")]
    public static object HighLow(Given inputs)
    {
        var estimate = CostEstimation.HighLow(PointsOf(inputs), HighLowTie.Widest);
        return new Dictionary<string, object?>
        {
            ["variable_rate"] = ExactFigures.Exact(estimate.VariableRate),
            ["fixed"] = ExactFigures.Exact(estimate.FixedCost),
            ["predicted"] = Predicted(estimate, inputs),
        };
    }

    [Calc("least_squares")]
    public static object LeastSquares(Given inputs)
    {
        var fit = CostEstimation.LeastSquares(PointsOf(inputs));
        return new Dictionary<string, object?>
        {
            ["sum_x"] = ExactFigures.Exact(fit.ActivitySum),
            ["sum_y"] = ExactFigures.Exact(fit.CostSum),
            ["sum_xx"] = ExactFigures.Exact(fit.ActivitySquareSum),
            ["sum_xy"] = ExactFigures.Exact(fit.ProductSum),
            ["sum_yy"] = ExactFigures.Exact(fit.CostSquareSum),
            ["slope"] = ExactFigures.Exact(fit.Estimate.VariableRate),
            ["intercept"] = ExactFigures.Exact(fit.Estimate.FixedCost),
            ["r_squared"] = ExactFigures.Exact(fit.RSquared),
            ["predicted"] = Predicted(fit.Estimate, inputs),
        };
    }

    /// <summary>Without a price the contribution of a unit gives units, and the contribution ratio gives sales.
    /// </summary>
    [Calc("cvp")]
    public static object CostVolumeProfitOf(Given inputs)
    {
        (CostVolumeProfit product, bool hasUnits, bool hasSales) = ProductOf(inputs);
        Fraction? target = inputs.OptionalNumber("target_profit") is decimal profit ? product.UnitsFor(profit) : null;
        Fraction? pretax = PretaxOf(inputs);
        Fraction? afterTax = pretax is Fraction needed ? product.UnitsFor(needed) : null;
        decimal? units = inputs.OptionalNumber("actual_units", "budget_units");
        CostStructure? sold = units is decimal volume
            ? product.At(volume)
            : inputs.OptionalNumber("actual_sales", "budget_sales") is decimal sales ? product.AtSales(sales) : null;
        return new Dictionary<string, object?>
        {
            ["cm_per_unit"] = Unit(product.Contribution),
            ["cm_ratio_pct"] = hasSales ? ExactFigures.Percent(product.ContributionRatio) : null,
            ["break_even_units"] = Unit(product.BreakEvenUnits),
            ["break_even_revenue"] = Sale(product.BreakEvenSales),
            ["target_units"] = Unit(target),
            ["target_revenue"] = Sale(product.SalesOf(target)),
            ["pretax_needed"] = ExactFigures.Exact(pretax),
            ["after_tax_units"] = Unit(afterTax),
            ["after_tax_revenue"] = Sale(product.SalesOf(afterTax)),
            ["margin_of_safety"] = Sale(sold?.MarginOfSafety),
            ["margin_of_safety_pct"] = ExactFigures.Percent(sold?.MarginOfSafetyRatio),
            ["margin_of_safety_units"] = Unit(
                units is decimal actual ? Fraction.Of(actual) - product.BreakEvenUnits : null),
            ["profit"] = ExactFigures.Exact(sold?.Profit),
            ["dol"] = ExactFigures.Exact(sold?.OperatingLeverage),
        };

        decimal? Unit(Fraction? figure) => hasUnits ? ExactFigures.Exact(figure) : null;

        decimal? Sale(Fraction? figure) => hasSales ? ExactFigures.Exact(figure) : null;
    }

    [Calc("cvp_mix")]
    public static object Mix(Given inputs)
    {
        var mix = new SalesMix(
            inputs.Part("products").Parts.Select(product => new MixProduct(
                product.Name,
                product.Value.Number("price"),
                product.Value.Number("variable"),
                product.Value.Number("mix"))),
            inputs.Number("fixed"));
        var volume = inputs.OptionalNumber("target_after_tax") is decimal left
            ? mix.VolumeForAfterTax(left, Figures.FractionOf(inputs.Number("tax_pct")))
            : mix.VolumeFor(inputs.OptionalNumber("target_profit") ?? 0m);
        return new Dictionary<string, object?>
        {
            ["composite_cm"] = ExactFigures.Exact(mix.CompositeContribution),
            ["cm_ratio_pct"] = ExactFigures.Percent(mix.ContributionRatio),
            ["composite_units"] = ExactFigures.Exact(volume?.CompositeUnits),
            ["units"] = volume?.Products.ToDictionary(
                part => part.Product.Name, part => ExactFigures.Exact(part.Units)),
            ["revenue"] = volume?.Products.ToDictionary(
                part => part.Product.Name, part => ExactFigures.Exact(part.Sales)),
            ["total_revenue"] = ExactFigures.Exact(volume?.Sales),
        };
    }

    [Calc("operating_leverage")]
    public static object OperatingLeverage(Given inputs)
    {
        decimal change = Figures.FractionOf(inputs.Number("sales_change_pct"));
        return inputs.Part("companies").Parts.ToDictionary(company => company.Name, company =>
        {
            var structure = StructureOf(company.Value);
            return new Dictionary<string, object?>
            {
                ["contribution_margin"] = ExactFigures.Exact(structure.Contribution),
                ["net_income"] = ExactFigures.Exact(structure.Profit),
                ["dol"] = ExactFigures.Exact(structure.OperatingLeverage),
                ["income_change_pct"] = ExactFigures.Percent(
                    structure.ProfitChangeTo(structure.WithSalesChange(change))),
            };
        });
    }

    [Calc("cost_structure_change")]
    public static object CostStructureChange(Given inputs)
    {
        var old = StructureOf(inputs);
        var changed = old.WithCostChange(
            Figures.FractionOf(inputs.OptionalNumber("variable_change_pct") ?? 0m),
            Figures.FractionOf(inputs.OptionalNumber("fixed_change_pct") ?? 0m));
        return new Dictionary<string, object?>
        {
            ["old_income"] = ExactFigures.Exact(old.Profit),
            ["new_variable"] = ExactFigures.Exact(changed.VariableCost),
            ["new_fixed"] = ExactFigures.Exact(changed.FixedCost),
            ["new_income"] = ExactFigures.Exact(changed.Profit),
            ["income_change_pct"] = ExactFigures.Percent(old.ProfitChangeTo(changed)),
        };
    }

    private static IEnumerable<CostObservation> PointsOf(Given inputs) =>
        inputs.Part("points").Items
            .Select(point => new CostObservation(point.Number("x"), point.Number("y")));

    private static (CostVolumeProfit Product, bool HasUnits, bool HasSales) ProductOf(Given inputs)
    {
        decimal fix = inputs.OptionalSum("fixed") ?? 0m;
        decimal? price = inputs.OptionalNumber("price");
        decimal? variable = inputs.OptionalSum("variable");
        decimal? contribution = inputs.OptionalNumber("cm_per_unit");
        if ((price ?? (contribution + variable)) is decimal each)
        {
            return (new CostVolumeProfit(each, variable ?? (each - contribution) ?? 0m, fix), true, true);
        }

        if (contribution is decimal margin)
        {
            return (new CostVolumeProfit(margin, 0m, fix), true, false);
        }

        // Of 100 of sales the ratio is left.
        const decimal sales = 100m;
        return (new CostVolumeProfit(sales, sales - inputs.Number("cm_ratio_pct"), fix), false, true);
    }

    private static CostStructure StructureOf(Given inputs) =>
        new(inputs.Number("sales"), inputs.Number("variable"), inputs.Number("fixed"));

    // A target after tax comes with its rate.
    private static Fraction? PretaxOf(Given inputs) =>
        inputs.OptionalNumber("target_after_tax") is decimal left
            ? CostVolumeProfit.ProfitBeforeTax(left, Figures.FractionOf(inputs.Number("tax_pct")))
            : null;

    // Outside the observed activities the line goes on, as the sources have it.
    private static List<decimal>? Predicted(CostEstimate estimate, Given inputs)
    {
        CostFunction line = estimate.ToCostFunction(OutsideRange.Extrapolate);
        return inputs.Optional("predict_x")?.Items
            .Select(activity => ExactFigures.Exact(line.CostAt(activity.Number()))).ToList();
    }
}
