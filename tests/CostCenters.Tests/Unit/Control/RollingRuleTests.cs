using CostCenters.Budgets;
using CostCenters.Budgets.Changes;
using CostCenters.Control.Checks;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Monetary;
using static CostCenters.Tests.Unit.Control.ControlBook;

namespace CostCenters.Tests.Unit.Control;

public class RollingRuleTests
{
    // 10 in each of the last two periods that a calendar has, 9 used in the last one. Without the budget of that one,
    // the last three periods still have 10; without any budget, 9 are too much.
    [Theory]
    [InlineData("-10.00", null)]
    [InlineData("-20.00", "-9.00")]
    public void CheckLowering_AtTheEndOfTheCalendar_TellsWhatIsThere(string change, string? left)
    {
        var book = new ControlBook();
        book.Book.Budgets.Add(
            new BudgetVersion.Builder(Space, "b", 1, Phasing.Even(RemainderRule.LargestRemainder))
                .Add(BudgetLine.ForPeriod(TeamOne, Paper, new(2149, 11), 10m))
                .Add(BudgetLine.ForPeriod(TeamOne, Paper, new(2149, 12), 10m))
                .Freeze(),
            Stamp).GetOrThrow();
        book.Rules(Stop("r", Everything, RuleSpan.Rolling(3)));
        book.Control.Reserve(
            new SpendingDocument(
                new("o"), SpendingStage.Order, Currency.Eur, [new(new(new(2149, 12, 31), TeamOne, Paper, 9m))]),
            Stamp).GetOrThrow();

        RuleFigures? lowered = book.Control.CheckLowering(new BudgetChange(
            new("c"),
            "b",
            BudgetChangeKind.Original,
            [BudgetLine.ForPeriod(TeamOne, Paper, new(2149, 12), Decimal(change)!.Value)],
            "why")).SingleOrDefault();

        Assert.Equal(Decimal(left), lowered?.Available);
        Assert.Equal(left is null ? null : "2149-P10..2149-P12", lowered?.Periods.ToString());
    }

    private static decimal? Decimal(string? text) =>
        text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
