using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Profitability;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.Overhead;
using static CostCenters.WorkedExamples.Tests.Mappings.StandardFigures;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class OperatingStatementMappings
{
    [Calc("sales_volume_two_ways")]
    public static object SalesVolumeTwoWays(Given inputs)
    {
        // The contribution leaves a variable cost to the price, and the profit fixed overhead to the contribution.
        decimal budgeted = inputs.Number("budget_units");
        decimal actual = inputs.Number("actual_units");
        decimal? profit = inputs.OptionalNumber("standard_profit");
        decimal? margin = inputs.OptionalNumber("standard_contribution");
        decimal? standardPrice = inputs.OptionalNumber("standard_price");
        decimal contribution = margin ?? profit ?? standardPrice ?? 0m;
        decimal price = standardPrice ?? contribution;
        PricedQuantity? sold = Priced(
            actual, inputs.OptionalNumber("actual_price"), inputs.OptionalNumber("actual_revenue"));
        var cost = new StandardInput(InputKind.Material, "variable cost", "unit", 1m, 1m, price - contribution);
        var operations = new ProductOperations(
            Currency.Usd,
            price,
            budgeted,
            actual,
            actual,
            sold is PricedQuantity revenue ? NumberOf(revenue.Cost) : 0m,
            [new InputUse(cost, 0m, null, 0m)],
            FixedOverhead.OfRate(AbsorptionBase.UnitsMade, contribution - (profit ?? contribution), budgeted, 0m));
        VarianceNode absorption = OperatingStatement.Create(operations, CostingMethod.Absorption).Variances;
        VarianceNode marginal = OperatingStatement.Create(operations, CostingMethod.Marginal).Variances;
        var results = new Dictionary<string, object?>();
        if (profit is not null)
        {
            results["volume_absorption"] = ExactFigures.Flagged(absorption["sales-volume"]);
        }

        if (margin is not null)
        {
            results["volume_marginal"] = ExactFigures.Flagged(marginal["sales-volume"]);
        }

        if (standardPrice is not null && sold is not null)
        {
            results["price"] = ExactFigures.Flagged(absorption["sales-price"]);
        }

        return results;
    }

    [Calc("sum_statement")]
    public static object SumStatement(Given inputs)
    {
        var statement = OperatingStatement.Create(
            inputs.Number("start"),
            inputs.Part("variances").Parts.Select(item => Variance(item.Name, item.Value)));
        return new Dictionary<string, object?> { ["end"] = ExactFigures.Exact(statement.ActualProfit) };
    }

    [Calc("reverse_standard")]
    public static object ReverseStandard(Given inputs)
    {
        decimal profit = inputs.Number("budgeted_profit");
        decimal profitPerUnit = inputs.Number("standard_profit_per_unit");
        var variances = inputs.Parts
            .Where(item => item.Name.EndsWith("_fav", StringComparison.Ordinal)).ToList();
        decimal labor = variances.Where(item => item.Name.StartsWith("labour_", StringComparison.Ordinal))
            .Sum(item => item.Value.Number());
        Fraction budgeted = ExamSolver.Units(profit, profitPerUnit);
        Fraction made = ExamSolver.UnitsMade(
            inputs.Number("actual_hours_paid"),
            inputs.Number("actual_rate"),
            labor,
            inputs.Number("standard_labour_per_unit"));
        FixedOverheadBudget fixedBudget =
            FixedOverheadBudget.ForHours(inputs.Number("standard_fixed_per_unit"), ExactFigures.Exact(budgeted));
        VarianceNode volume = FixedOverheadVariances.AnalyzeVolume(
            fixedBudget,
            OverheadHours.Of(ExactFigures.Exact(made), null),
            FixedVolumeSplit.None,
            new VarianceUnits(Currency.Usd, "unit"));
        if (inputs.OptionalNumber("actual_fixed") is decimal spent)
        {
            decimal spending = inputs.Number("fixed_expenditure_fav");
            Figures.RequireAgreement("The actual fixed overhead", spent, NumberOf(fixedBudget.Amount) - spending);
        }

        var statement = OperatingStatement.Create(
            profit, [.. variances.Select(item => Variance(item.Name, item.Value)), volume]);
        return new Dictionary<string, object?>
        {
            ["actual_units_produced"] = ExactFigures.Exact(made),
            ["actual_material_price"] = ExactFigures.Exact(ExamSolver.ActualPrice(
                inputs.Number("standard_material_price"),
                inputs.Number("material_purchased"),
                inputs.Number("material_price_fav"))),
            ["budget_units"] = ExactFigures.Exact(budgeted),
            ["actual_units_sold"] = ExactFigures.Exact(
                ExamSolver.Units(profit + inputs.Number("sales_volume_fav"), profitPerUnit)),
            ["fixed_volume_variance"] = ExactFigures.Flagged(volume),
            ["actual_profit"] = ExactFigures.Exact(statement.ActualProfit),
        };
    }

    [Calc("full_standard")]
    public static object FullStandard(Given inputs)
    {
        ProductOperations operations = FullOperations(inputs);
        OperatingStatement absorption = OperatingStatement.Create(operations, CostingMethod.Absorption);
        OperatingStatement marginal = OperatingStatement.Create(operations, CostingMethod.Marginal);
        return new Dictionary<string, object?>
        {
            ["standard_cost_per_unit"] = ExactFigures.Exact(operations.CostPerUnit),
            ["standard_profit_per_unit"] = ExactFigures.Exact(operations.ProfitPerUnit),
            ["standard_contribution_per_unit"] = ExactFigures.Exact(operations.ContributionPerUnit),
            ["budgeted_profit"] = ExactFigures.Exact(absorption.BudgetedProfit),
            ["actual_profit"] = ExactFigures.Exact(absorption.ActualProfit),
            ["budgeted_profit_marginal"] = ExactFigures.Exact(marginal.BudgetedProfit),
            ["actual_profit_marginal"] = ExactFigures.Exact(marginal.ActualProfit),
            ["variances_absorption"] = Named(absorption.Variances, "sales_volume_profit"),
            ["variances_marginal"] = Named(marginal.Variances, "sales_volume_contribution"),
        };
    }

    [Calc("m7_statement")]
    public static object CapacityStatement(Given inputs)
    {
        decimal budgeted = inputs.Number("budget_units");
        decimal actual = inputs.Number("actual_units");
        decimal hours = inputs.Number("actual_hours");
        (decimal allowed, decimal perUnits) = inputs.OptionalNumber("standard_minutes") is decimal minutes
            ? (minutes, 60m)
            : (inputs.Number("standard_hours"), 1m);
        var material = new StandardInput(
            InputKind.Material,
            "material",
            "kg",
            inputs.Number("material_per_unit"),
            1m,
            inputs.Number("material_price"));
        var labor = new StandardInput(
            InputKind.Labor, "labor", "hour", allowed, perUnits, inputs.Number("labour_rate"));
        var overhead = new StandardInput(
            InputKind.VariableOverhead, "variable overhead", "hour", allowed, perUnits, inputs.Number("voh_rate"));

        // The source tells no cost of the material, so that its price variance is 0 unless one is given.
        decimal used = inputs.Number("actual_material");
        decimal materialCost = inputs.OptionalNumber("actual_material_cost")
            ?? ExactFigures.Exact(material.CostAtStandardPrice(used));
        var operations = new ProductOperations(
            Currency.Usd,
            0m,
            budgeted,
            actual,
            inputs.OptionalNumber("units_made", "actual_units_made") ?? actual,
            0m,
            [
                new InputUse(material, used, null, materialCost),
                new InputUse(labor, hours, null, inputs.Number("actual_labour")),
                new InputUse(overhead, hours, null, inputs.Number("actual_voh")),
            ],
            FixedOverhead.OfRate(
                AbsorptionBase.LaborHours,
                inputs.Number("foh_rate"),
                inputs.Number("budget_hours"),
                inputs.Number("actual_foh")));

        // Sales are known by the standard profit alone: a product without cost at that price.
        var sales = new ProductOperations(
            Currency.Usd,
            inputs.Number("standard_profit"),
            budgeted,
            actual,
            actual,
            0m,
            [],
            FixedOverhead.OfRate(AbsorptionBase.UnitsMade, 0m, budgeted, 0m));
        VarianceNode volume = OperatingStatement.Create(sales, CostingMethod.Absorption).Variances["sales-volume"];
        var results = Named(
            OperatingStatement.Create(operations, CostingMethod.Absorption).Variances, "sales_volume_profit");
        results["sales_volume_profit"] = ExactFigures.Flagged(volume);
        return results;
    }

    [Calc("variable_vs_absorption")]
    public static object VariableVersusAbsorption(Given inputs)
    {
        var unit = new UnitEconomics(
            inputs.Number("price"),
            inputs.Number("variable_manufacturing"),
            inputs.OptionalNumber("variable_selling", "variable_selling_per_unit") ?? 0m);
        List<ProductionPeriod> periods =
            [.. inputs.Part("years").Items.Select(year => Period(year, inputs))];

        // Opening units were made under the standing conditions: a year before the first that left them over.
        decimal opening = inputs.OptionalNumber("opening_units") ?? 0m;
        if (opening > 0m)
        {
            decimal made = inputs.Number("units_made");
            periods.Insert(0, new ProductionPeriod(made, made - opening, inputs.Number("fixed_overhead"), 0m));
        }

        var incomes = CostingComparison.Create(unit, 0m, 0m, periods, InventoryFlow.FirstInFirstOut);
        return new Dictionary<string, object?>
        {
            ["fixed_overhead_per_unit"] = ExactFigures.Exact(incomes[0].FixedOverheadPerUnit),
            ["years"] = incomes.Skip(opening > 0m ? 1 : 0).Select(income => new Dictionary<string, object?>
            {
                ["closing_units"] = ExactFigures.Exact(income.ClosingUnits),
                ["fixed_overhead_per_unit"] = ExactFigures.Exact(income.FixedOverheadPerUnit),
                ["absorption_income"] = ExactFigures.Exact(income.AbsorptionIncome),
                ["variable_income"] = ExactFigures.Exact(income.MarginalIncome),
                ["difference"] = ExactFigures.Exact(income.Difference),
            }).ToList(),
        };
    }

    private static ProductOperations FullOperations(Given inputs)
    {
        Given standard = inputs.Part("standard");
        Given actual = inputs.Part("actual");
        decimal hours = actual.Number("hours");
        decimal hoursPerUnit = standard.Number("hours_per_unit");
        decimal? units = actual.OptionalNumber("units");
        decimal sold = actual.OptionalNumber("units_sold", "sold") ?? units!.Value;
        return new ProductOperations(
            Currency.Usd,
            standard.Number("price"),
            inputs.Number("budget_units"),
            sold,
            actual.OptionalNumber("units_made", "units_produced", "produced", "made") ?? units ?? sold,
            actual.Number("revenue"),
            [
                new InputUse(
                    new StandardInput(
                        InputKind.Material,
                        "material",
                        "kg",
                        standard.Number("material_per_unit"),
                        1m,
                        standard.Number("material_price")),
                    actual.Number("material_quantity"),
                    null,
                    actual.Number("material_cost")),
                new InputUse(
                    new StandardInput(
                        InputKind.Labor, "labor", "hour", hoursPerUnit, 1m, standard.Number("labour_rate")),
                    hours,
                    actual.OptionalNumber("hours_paid"),
                    actual.Number("labour_cost")),
                new InputUse(
                    new StandardInput(
                        InputKind.VariableOverhead,
                        "variable overhead",
                        "hour",
                        hoursPerUnit,
                        1m,
                        standard.Number("variable_overhead_rate")),
                    hours,
                    null,
                    actual.Number("variable_overhead")),
            ],
            FixedOverhead.OfBudget(
                AbsorptionBase.UnitsMade,
                inputs.Number("budget_fixed"),
                inputs.Number("budget_units"),
                actual.Number("fixed_overhead")));
    }

    private static ProductionPeriod Period(Given year, Given standing)
    {
        return new ProductionPeriod(
            Of("made", "units_made", "produced")!.Value,
            Of("sold", "units_sold")!.Value,
            Of("fixed_overhead")!.Value,
            Of("fixed_selling", "fixed_selling_admin", "selling_admin", "fixed_admin") ?? 0m);

        decimal? Of(params string[] names) => year.OptionalNumber(names) ?? standing.OptionalNumber(names);
    }

    private static Dictionary<string, object?> Named(VarianceNode tree, string volumeName)
    {
        (string Name, string Key)[] names =
        [
            (volumeName, "sales-volume"),
            ("sales_price", "sales-price"),
            ("material_price", "material-price"),
            ("material_usage", "material-quantity"),
            ("labour_rate", "labor-rate"),
            ("labour_idle", "labor-idle-time"),
            ("labour_efficiency", "labor-efficiency"),
            ("variable_overhead_expenditure", "variable-overhead-spending"),
            ("variable_overhead_efficiency", "variable-overhead-efficiency"),
            ("fixed_overhead_expenditure", "fixed-overhead-spending"),
            ("fixed_overhead_volume", "fixed-overhead-volume"),
            ("fixed_overhead_capacity", "fixed-overhead-capacity"),
            ("fixed_overhead_efficiency", "fixed-overhead-efficiency"),
        ];
        return names.Where(name => tree.TryFind(name.Key, out _))
            .ToDictionary(name => name.Name, name => (object?)ExactFigures.Flagged(tree[name.Key]));
    }

    // A magnitude with its flag, or a number that is favorable when positive.
    private static VarianceNode Variance(string name, Given value)
    {
        decimal effect = value.IsNumber
            ? value.Number()
            : value.Text("flag") == "F" ? value.Number("amount") : -value.Number("amount");
        return VarianceNode.Leaf(
            VarianceKey.Of("variance", name), name, VarianceBasis.Profit, Fraction.Of(effect), "", []);
    }
}
