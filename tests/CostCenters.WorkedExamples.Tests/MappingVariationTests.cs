using System.Text.Json;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>Forms that a source could give the same question in; every expected figure by hand.</summary>
public class MappingVariationTests
{
    private const string Exact = """{ "decimals": null, "mode": "half_up" }""";

    [Theory] // 25 kg allowed at 2.00, 30 kg used for 66.00, so 2.20 a kg.
    [InlineData("""{ "actual_quantity": 30, "actual_cost": 66 }""", """
        { "actual_price": 2.2, "price_variance": { "amount": 6, "flag": "U" } }
        """)]
    [InlineData("""{ "standard_quantity": 25, "actual_quantity_used": 30 }""", """
        { "standard_quantity_allowed": 25, "quantity_variance": { "amount": 10, "flag": "U" } }
        """)]
    [InlineData("""
        { "output_units": 5, "standard_per_unit": 5, "standard_quantity": 25, "actual_quantity": 30,
          "actual_price": 2.2, "actual_cost": 66 }
        """, """{ "total_variance": { "amount": 16, "flag": "U" } }""")]
    [InlineData("""{ "actual_quantity_purchased": 40, "actual_price": 2.2 }""", """
        { "price_variance": { "amount": 8, "flag": "U" }, "price_variance_on_purchases": { "amount": 8, "flag": "U" } }
        """)]
    public void PriceQuantity(string given, string expected) =>
        AssertComputes("price_quantity", given.Insert(1, """ "standard_price": 2, """), expected);

    // 10 of 12 hours at 5 variable and 3 fixed, 11 worked; budget 36 = 12 x 3. Spent 58 + 40.
    // Variable: 58 - 55 = 3 U, (11 - 10) x 5 = 5 U. Fixed: 40 - 36 = 4 U, 36 - 30 = 6 U, of it capacity 3 and 3.
    [Theory]
    [InlineData("""
        { "total_rate": 8, "variable_rate": 5, "denominator_hours": 12, "actual_total": 98,
          "actual_fixed": 40 }
        """)]
    [InlineData("""
        { "total_rate": 8, "fixed_rate": 3, "budget_hours": 12, "actual_total": 98,
          "actual_variable": 58 }
        """)]
    [InlineData("""
        { "variable_rate": 5, "budget_fixed": 36, "denominator_hours": 12, "fixed_rate": 3,
          "actual_variable": 58, "actual_fixed": 40 }
        """)]
    public void Overhead(string given) => AssertComputes(
        "overhead",
        given.Insert(1, """ "standard_hours": 10, "actual_hours": 11, """),
        """
        { "variable_rate": 5, "fixed_rate": 3,
          "variable_spending": { "amount": 3, "flag": "U" }, "variable_efficiency": { "amount": 5, "flag": "U" },
          "variable_total": { "amount": 8, "flag": "U" },
          "fixed_spending": { "amount": 4, "flag": "U" }, "fixed_volume": { "amount": 6, "flag": "U" },
          "fixed_total": { "amount": 10, "flag": "U" }, "applied_overhead": 80,
          "budget_allowed_standard_hours": 86, "budget_allowed_actual_hours": 91,
          "two_way_controllable": { "amount": 12, "flag": "U" },
          "three_way_spending": { "amount": 7, "flag": "U" },
          "total_overhead_variance": { "amount": 18, "flag": "U" },
          "alt_three_idle_capacity": { "amount": 3, "flag": "U" },
          "alt_three_efficiency_total_rate": { "amount": 8, "flag": "U" },
          "alt_four_fixed_efficiency": { "amount": 3, "flag": "U" } }
        """);

    [Theory]
    [InlineData("""{ "output_units": 4, "standard_hours_per_unit": 2.5, "budget_units": 5, "fixed_rate": 3 }""", """
        { "absorption_rate": 3, "absorbed": 30, "volume": { "amount": 7.5, "flag": "U" } }
        """)] // Budget 12.5 h x 3 = 37.50, absorbed 10 h x 3.
    [InlineData("""{ "budget_units": 100, "budget_fixed": 500, "actual_units": 110, "actual_fixed": 520 }""", """
        { "absorption_rate": 5, "absorbed": 550, "expenditure": { "amount": 20, "flag": "U" },
          "volume": { "amount": 50, "flag": "F" }, "total": { "amount": 30, "flag": "F" } }
        """)]
    public void FixedOverhead(string given, string expected) => AssertComputes("fixed_overhead", given, expected);

    [Theory] // 100 - 60 = 40 a unit of a fixed 2,000: 50 units. After 20 % tax 800 are 1,000 before it: 75 units.
    [InlineData("""{ "price": 100, "variable": 60, "fixed": 2000, "target_after_tax": 800, "tax_pct": 20 }""", """
        { "break_even_units": 50, "pretax_needed": 1000, "after_tax_units": 75, "after_tax_revenue": 7500 }
        """)]
    [InlineData("""{ "price": 100, "cm_per_unit": 40, "fixed": { "rent": 1500, "tax": 500 } }""", """
        { "cm_ratio_pct": 40, "break_even_revenue": 5000 }
        """)]
    [InlineData("""{ "cm_per_unit": 40, "fixed": 2000, "target_profit": 1000 }""", """
        { "cm_ratio_pct": null, "break_even_units": 50, "break_even_revenue": null, "target_units": 75 }
        """)]
    [InlineData("""{ "cm_ratio_pct": 40, "fixed": 2000, "target_profit": 1000, "actual_sales": 8000 }""", """
        { "cm_per_unit": null, "break_even_revenue": 5000, "target_revenue": 7500, "margin_of_safety": 3000,
          "margin_of_safety_pct": 37.5, "profit": 1200 }
        """)]
    [InlineData("""{ "price": 100, "variable": { "glass": 40, "fee": 20 }, "fixed": 2000, "budget_units": 80 }""", """
        { "margin_of_safety": 3000, "margin_of_safety_pct": 37.5, "margin_of_safety_units": 30, "profit": 1200 }
        """)]
    public void CostVolumeProfit(string given, string expected) => AssertComputes("cvp", given, expected);

    [Fact] // A composite unit brings 2 x 3 + 1 x 4 = 10; 80 after 20 % tax are 100, with a fixed 100 20 composites.
    public void SalesMix_AfterTax() => AssertComputes(
        "cvp_mix",
        """
        { "fixed": 100, "target_after_tax": 80, "tax_pct": 20,
          "products": { "A": { "price": 5, "variable": 2, "mix": 2 }, "B": { "price": 9, "variable": 5, "mix": 1 } } }
        """,
        """{ "composite_units": 20, "units": { "A": 40, "B": 20 }, "total_revenue": 380 }""");

    [Theory] // The points lie on 5 + 2x.
    [InlineData("high_low", """{ "variable_rate": 2, "fixed": 5, "predicted": [25, 5] }""")]
    [InlineData("least_squares", """{ "slope": 2, "intercept": 5, "r_squared": 1, "predicted": [25, 5] }""")]
    public void Predictions(string calc, string expected) => AssertComputes(
        calc, """{ "points": [{ "x": 1, "y": 7 }, { "x": 3, "y": 11 }], "predict_x": [10, 0] }""", expected);

    [Fact]
    public void FlexibleBudgetTable_PriceForAllLevelsAndABase() => AssertComputes(
        "flexible_budget_table",
        """
        { "price": 7, "variable_per_unit": 2, "fixed": { "rent": 300 },
          "levels": [{ "units": 100, "base": 50 }, { "units": 200, "price": 6 }] }
        """,
        """
        { "levels": [
          { "revenue": 700, "total_cost": 500, "profit": 200, "variable_rate": 4, "fixed_rate": 6, "total_rate": 10 },
          { "revenue": 1200, "total_cost": 700, "profit": 500, "variable_rate": 2, "fixed_rate": 1.5,
            "total_rate": 3.5 }] }
        """);

    [Fact]
    public void FlexibleBudget_LineWithoutActual_HasItsBudgetsAlone()
    {
        const string Given = """
            { "budget_units": 10, "actual_units": 12,
              "lines": [{ "name": "mixed", "type": "cost", "per_unit": 3, "fixed": 20 }] }
            """;

        AssertComputes("flexible_budget", Given, """
            { "lines": { "mixed": { "static": 50, "flexible": 56, "volume_variance": { "amount": 6, "flag": "U" } } } }
            """);
        Assert.Contains("$.lines.mixed.actual", Mismatches(
            "flexible_budget", Given, """{ "lines": { "mixed": { "actual": 0 } } }"""), StringComparison.Ordinal);
    }

    [Fact] // 11 % of 2,000 is 220, 8 % of 2,500 is 200: share -3 % of 2,500 x 4, size 500 x 11 % x 4.
    public void Market_ByShares() => AssertComputes(
        "market_variances",
        """
        { "budget_market_share_pct": 11, "actual_market_share_pct": 8, "budget_market_size": 2000,
          "actual_market_size": 2500, "weighted_average_budget_cm": 4 }
        """,
        """
        { "market_share": { "amount": 300, "flag": "U" }, "market_size": { "amount": 220, "flag": "F" },
          "sales_quantity": { "amount": 80, "flag": "U" } }
        """);

    [Theory] // Ten units too many at a contribution of 6 and a profit of 4, sold 1 below the price of 20.
    [InlineData("""{ "standard_profit": 4 }""", """{ "volume_absorption": { "amount": 40, "flag": "F" } }""")]
    [InlineData("""{ "standard_contribution": 6 }""", """{ "volume_marginal": { "amount": 60, "flag": "F" } }""")]
    [InlineData("""{ "standard_price": 20, "actual_price": 19 }""", """{ "price": { "amount": 110, "flag": "U" } }""")]
    [InlineData("""{ "standard_price": 20, "standard_profit": 4, "actual_revenue": 2090, "actual_price": 19 }""", """
        { "price": { "amount": 110, "flag": "U" }, "volume_absorption": { "amount": 40, "flag": "F" } }
        """)]
    public void SalesVolume(string given, string expected) => AssertComputes(
        "sales_volume_two_ways", given.Insert(1, """ "budget_units": 100, "actual_units": 110, """), expected);

    [Fact] // Orders of 100 and 50; a receipt relieves 120 of them for an invoice of 125, so that 30 stay open.
    public void Encumbrance_ReceiptOfTwoOrders() => AssertComputes(
        "encumbrance",
        """
        { "appropriation": 1000, "opening_encumbrances": 100, "events": [
          { "kind": "purchase_order", "amount": 50 },
          { "kind": "receipt", "encumbrance_relieved": 120, "invoice": 125 },
          { "kind": "receipt", "invoice": 10 }] }
        """,
        """{ "encumbrances_outstanding": 20, "expenditures": 135, "available": 845 }""");

    [Theory]
    [InlineData(1, "2023-02-04", 5)]
    [InlineData(13, "2023-01-28", 4)]
    public void WeekPeriods_ThirteenPeriods_WithWeek53InAnyOfThem(int period, string end, int weeks) => AssertComputes(
        "week_periods",
        $$"""
        { "start": "2023-01-01", "pattern": [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4],
          "extra_week_in_period": {{period}} }
        """,
        $$"""{ "total_weeks": 53, "year_end": "2024-01-06" }""",
        $$"""{ "start": "2023-01-01", "end": "{{end}}", "weeks": {{weeks}} }""");

    [Fact]
    public void Absorption_ItemsOnBothSides() => AssertComputes(
        "over_under_absorbed",
        """
        { "budget_items": { "rent": 60, "pay": 40 }, "budget_base": 50, "actual_base": 40,
          "actual_items": { "rent": 60, "pay": 20 }, "actual": 80 }
        """,
        """{ "applied": 80, "actual": 80, "over_absorbed_positive": 0, "direction": "none" }""");

    [Theory]
    [InlineData("""{ "ev": 80, "ac": 100, "pv": 160 }""", """{ "cpi": 0.8, "spi": 0.5, "cost_variance": -20 }""")]
    [InlineData("""{ "ev": 80, "pv": 160 }""", """{ "spi": 0.5, "schedule_variance": -80 }""")]
    public void EarnedValue_ToDate(string given, string expected) => AssertComputes("evm", given, expected);

    [Fact] // Fixed 100 by budgeted 3 : 1, variable 2 an hour used.
    public void DualRate_FixedCostAndUse() => AssertComputes(
        "dual_rate",
        """
        { "fixed_cost": 100, "variable_rate": 2, "users": { "a": { "budget_usage": 30, "actual_usage": 20 },
          "b": { "budget_usage": 10, "actual_usage": 20 } } }
        """,
        """{ "a": { "fixed": 75, "variable": 40, "total": 115 }, "b": { "fixed": 25, "total": 65 } }""");

    [Fact] // B serves A, and A nobody but the operating P: B first.
    public void StepDown_WithoutAnOrder_BeginsWithTheOneThatServesMost() => AssertComputes(
        "alloc_step",
        """
        { "service": { "A": { "cost": 10, "usage": { "P": 1 } }, "B": { "cost": 20, "usage": { "A": 1, "P": 1 } } },
          "operating": { "P": 5 } }
        """,
        """{ "cost_when_closed": { "A": 20, "B": 20 }, "operating_totals": { "P": 35 } }""");

    [Fact]
    public void Lines_WithoutABudgetOrWithABudgetOfZero_HaveNoPercentage() => AssertComputes(
        "lines_vs_budget",
        """
        { "lines": [{ "name": "a", "type": "cost", "budget": 0, "actual": 5 },
          { "name": "b", "type": "cost", "budget": null, "actual": 7 },
          { "name": "c", "type": "revenue", "actual": 9 }] }
        """,
        """
        { "lines": { "a": { "difference_actual_minus_budget": 5, "variance": { "amount": 5, "flag": "U" },
          "difference_pct": null } }, "total_cost": { "budget": 0, "actual": 12 } }
        """);

    [Fact] // 20 of 100 are ordered, 70 spent.
    public void Appropriation_WithEncumbrances() => AssertComputes(
        "appropriation_lines",
        """{ "lines": { "paper": { "appropriation": 100, "expended": 70, "encumbrances": 20 } } }""",
        """{ "paper": { "balance": 10, "pct_used": 90 } }""");

    [Theory]
    [InlineData("""{ "target_quantity": 10, "plan_price": 2, "actual_quantity": 12, "actual_cost": 30 }""")]
    [InlineData("""{ "target_quantity": 10, "target_cost": 20, "actual_quantity": 12, "actual_price": 2.5 }""")]
    [InlineData("""{ "target_quantity": 10, "plan_price": 2, "actual_quantity": 12, "actual_price": 2.5 }""")]
    public void SapInput_ByPriceOrCost(string given) => AssertComputes(
        "sap_input", given, """{ "input_price_variance": 6, "input_quantity_variance": 4, "total": 10 }""");

    [Theory]
    [InlineData("price_quantity", """
        { "standard_price": 2, "actual_quantity": 30, "actual_price": 2.3, "actual_cost": 66 }
        """)] // 66 / 30 is 2.2.
    [InlineData("overhead", """
        { "variable_rate": 5, "standard_hours": 11, "output_units": 4, "standard_hours_per_unit": 2.5 }
        """)]
    public void InputsThatContradict_AreRefused(string calc, string given) =>
        Assert.Throws<InvalidDataException>(() => Compute(calc, given));

    private static void AssertComputes(string calc, string given, string expected, string? firstPeriod = null)
    {
        Assert.Equal("", Mismatches(calc, given, expected));
        if (firstPeriod is not null)
        {
            var results = (IDictionary<string, object?>)Compute(calc, given)!;
            Assert.Empty(Comparison.Mismatches(
                JsonElement.Parse(firstPeriod), ((List<object?>)results["periods"]!)[0], JsonElement.Parse(Exact)));
        }
    }

    private static string Mismatches(string calc, string given, string expected) => string.Join('\n',
        Comparison.Mismatches(JsonElement.Parse(expected), Compute(calc, given), JsonElement.Parse(Exact)));

    private static object? Compute(string calc, string given) => Calculations.Compute(
        new WorkedExample("variation", calc, JsonElement.Parse(given), default, default));
}
