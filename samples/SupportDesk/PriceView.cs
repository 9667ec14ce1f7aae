using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Support;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.SupportDesk;

/// <summary>What support would charge, and what it is credited with beside the accounts.</summary>
internal static class PriceView
{
    public static IRenderable Plans(DeskReport report)
    {
        string margin = Texts.Percent(Figure.Of(Fraction.Of(report.Desk.Plan.Margin)), 0);
        Table table = DeskView.NewTable(
            "price per", "break-even", $"{margin} margin", "a customer pays,\nas planned", "\nin the year");
        var warnings = new List<string>();
        foreach ((PricePlan breakEven, PricePlan plan, RevenueIncentive incentive) in report.Plans)
        {
            string basis = plan.Basis.ToString().ToLowerInvariant();
            table.AddRow(
                basis,
                Texts.Amount(breakEven.Price),
                Texts.Amount(plan.Price),
                Texts.Amount(incentive.RevenuePerCustomerBefore),
                Texts.Colored(
                    Texts.Amount(incentive.RevenuePerCustomerAfter),
                    incentive.RewardsFaults == true ? "red" : "default"));
            if (incentive.RewardsFaults == true)
            {
                warnings.Add($"Warning: a price per {basis} rewards faults. Contacts per customer rose from\n"
                    + $"{Texts.Amount(incentive.ContactsPerCustomerBefore)} to "
                    + $"{Texts.Amount(incentive.ContactsPerCustomerAfter)}, and what a customer pays rose with them.");
            }
        }

        return DeskView.WithNote(table, string.Join('\n', warnings));
    }

    /// <summary>Side by side, never added up.</summary>
    public static Table Memo(DeskReport report)
    {
        MemoStatement memo = report.Memo;
        Table table = DeskView.NewTable("memo", "period", "value").WithChart("");
        foreach (MemoPosting posting in memo.Postings)
        {
            table.AddRow(
                $"{Words(posting.Kind)}, {Terminal.Escape(posting.Center.Value)}",
                posting.Period.ToString(),
                Texts.Amount(posting.Value),
                Terminal.Escape(Printable.Short(posting.Text)));
        }

        table.AddRow("[bold]memo, all[/]", "", Texts.Amount(memo.MemoValue), "believed, not booked");
        return table.AddRow("[bold]cost by the accounts[/]", "", Texts.Amount(memo.Cost), "booked");
    }

    private static string Words(MemoKind kind) =>
        kind == MemoKind.ChurnAvoided ? "churn avoided" : kind.ToString().ToLowerInvariant();
}
