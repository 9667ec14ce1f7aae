using CostCenters.CostBehavior;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Flexible;

namespace CostCenters.Tests.Unit.Variances.Flexible;

public class FlexibleBudgetTests
{
    private static readonly ActivityChange Meals = new(1_000, 1_200, "meals");

    // A canteen: 8 a meal, food at 3, cooks at 2,000 + 0.50, a second dishwasher above 1,100 meals.
    private static readonly FlexibleBudgetLine Sales =
        FlexibleBudgetLine.Flexed("sales", ElementNature.Revenue, CostFunction.Variable(8), Meals, 9_500);

    private static readonly FlexibleBudgetLine Food =
        FlexibleBudgetLine.Flexed("food", ElementNature.Cost, CostFunction.Variable(3), Meals, 3_500);

    private static readonly FlexibleBudgetLine Cooks =
        FlexibleBudgetLine.Flexed("cooks", ElementNature.Cost, CostFunction.Mixed(2_000, 0.5m), Meals, 2_650);

    private static readonly FlexibleBudgetLine Dishes = FlexibleBudgetLine.Flexed(
        "dishes",
        ElementNature.Cost,
        CostFunction.StepFixed([new(1_100, 400), new(2_200, 800)], OutsideRange.Refuse),
        Meals,
        800);

    [Fact]
    public void ByLine_Profit_SplitsEachLineAndTheTotal()
    {
        var budget = new FlexibleBudget(Currency.Eur, [Sales, Food, Cooks, Dishes]);
        var tree = budget.ByLine(VarianceBasis.Profit);

        // 8,000 - 3,000 - 2,500 - 400 planned, 9,600 - 3,600 - 2,600 - 800 allowed, 9,500 - 3,500 - 2,650 - 800 came.
        Assert.Equal(
            (Fraction.Of(2_100), Fraction.Of(2_600), Fraction.Of(2_550)),
            (budget.StaticProfit, budget.FlexibleProfit, budget.ActualProfit));
        Assert.Equal((Fraction.Of(450), Outcome.Favorable), (tree.Amount, tree.Outcome));
        Check(tree["line:sales"], 1_600, -100);
        Check(tree["line:food"], -600, 100);
        Check(tree["line:cooks"], -100, -50);
        Check(tree["line:dishes"], -400, 0);

        static void Check(VarianceNode line, decimal activity, decimal flexible) => Assert.Equal(
            (Fraction.Of(activity), Fraction.Of(flexible)),
            (line["activity"].Amount, line["flexible-budget"].Amount));
    }

    [Fact]
    public void ByCause_Cost_IsActualMinusBudget()
    {
        var tree = new FlexibleBudget(Currency.Eur, [Food, Cooks, Dishes]).ByCause(VarianceBasis.Cost);

        Assert.Equal((Fraction.Of(1_050), Outcome.Unfavorable), (tree.Amount, tree.Outcome));
        Assert.Equal((Fraction.Of(1_100), Outcome.Unfavorable), (tree["activity"].Amount, tree["activity"].Outcome));
        Assert.Equal(Fraction.Of(-50), tree["flexible-budget"].Amount);
        Assert.Equal(Outcome.Favorable, tree["flexible-budget"]["line:food"].Outcome);
        Assert.Equal(Outcome.Neutral, tree["flexible-budget"]["line:dishes"].Outcome);
    }

    [Fact]
    public void ByCause_Leaf_ExplainsItself()
    {
        var food = new FlexibleBudget(Currency.Eur, [Sales, Food])
            .ByCause(VarianceBasis.Profit)["activity/line:food"];

        (InputUnit meals, InputUnit euros) = (InputUnit.Of("meals"), InputUnit.Of(Currency.Eur));
        Assert.Equal("static budget - flexible budget", food.Formula);
        Assert.Equal(
            [
                ("planned activity", Fraction.Of(1_000), meals), ("actual activity", Fraction.Of(1_200), meals),
                ("static budget", Fraction.Of(3_000), euros), ("flexible budget", Fraction.Of(3_600), euros),
            ],
            food.Inputs.Select(input => (input.Name, input.Value, input.Unit)));
    }

    [Fact] // 100 planned for 3 units: at 2 units 200/3 are allowed, and nothing is rounded away.
    public void ByLine_FractionalRate_AddsUpExactly()
    {
        var line = FlexibleBudgetLine.Flexed(
            "a", ElementNature.Cost, CostFunction.Proportional(100, 3), new ActivityChange(3, 2, "units"), 70);
        var tree = new FlexibleBudget(Currency.Eur, [line]).ByLine(VarianceBasis.Cost);

        Assert.Equal(Fraction.Of(-100) / Fraction.Of(3), tree["activity"].Amount);
        Assert.Equal(Fraction.Of(10) / Fraction.Of(3), tree["flexible-budget"].Amount);
        Assert.Equal(Fraction.Of(-30), tree.Amount);
    }

    [Fact]
    public void Given_Amounts_HaveNoActivity()
    {
        var line = FlexibleBudgetLine.Given("rent", ElementNature.Cost, 10, 10, 12);
        var tree = new FlexibleBudget(Currency.Eur, [line]).ByLine(VarianceBasis.Profit);

        Assert.Null(line.Activity);
        Assert.Equal((Fraction.Of(-2), Outcome.Unfavorable), (tree.Amount, tree.Outcome));
        Assert.Equal(2, tree["activity"].Inputs.Length);
    }

    [Fact]
    public void Arguments_OutsideTheDomain_AreRefused()
    {
        var profit = new FlexibleBudget(Currency.Eur, [Food, Sales]);
        Refuses<ArgumentException>("basis", () => profit.ByLine(VarianceBasis.Cost));
        Refuses<ArgumentException>("basis", () => profit.ByCause(VarianceBasis.Cost));
        Refuses<ArgumentException>("lines", () => new FlexibleBudget(Currency.Eur, []));
        Refuses<ArgumentException>("lines", () => new FlexibleBudget(Currency.Eur, [Food, Food]));
        Refuses<ArgumentOutOfRangeException>("planned", () => new ActivityChange(-1, 0, "units"));
        Refuses<ArgumentOutOfRangeException>("actual", () => new ActivityChange(0, -1, "units"));
        Refuses<ArgumentException>("unit", () => new ActivityChange(0, 1, " "));
        Refuses<ArgumentOutOfRangeException>("activity", () => FlexibleBudgetLine.Flexed(
            "a",
            ElementNature.Cost,
            CostFunction.Mixed(1, 1, new RelevantRange(0, 1_100), OutsideRange.Refuse),
            Meals,
            5));
    }

    private static void Refuses<T>(string name, Func<object> act)
        where T : ArgumentException => Assert.Equal(name, Assert.Throws<T>(act).ParamName);
}
