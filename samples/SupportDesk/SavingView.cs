using CostCenters.Explanations;
using CostCenters.Support;
using CostCenters.UnitCosts.Savings;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.SupportDesk;

/// <summary>The improvements: what was expected, what volume did, what they did, and whether they paid.</summary>
internal static class SavingView
{
    public static IRenderable Draw(DeskReport report)
    {
        Table table = DeskView.NewTable("", report.Savings.Select(saving => Terminal.Escape(saving.Improvement.Name)));
        Row(table, "in effect since", report, saving => saving.Improvement.Start.ToString());
        Row(table, "tickets prevented", report, saving => Texts.Amount(saving.Realised.Numerator, 1));
        Row(table, "  expected", report, saving => Texts.Amount(saving.Realised.Denominator, 1));
        Row(table, "  realised", report, saving => Texts.Percent(saving.Realised.Figure));
        Row(table, "change of cost: volume", report, saving => Change(saving, "volume"));
        Row(table, "change of cost: improvement", report, saving => Change(saving, "improvement"));
        Row(table, "saved, running cost off", report, saving => Texts.Amount(saving.NetSaving));
        Row(table, "  expected", report, saving => Texts.Amount(saving.ExpectedNetSaving));
        Row(table, "invested", report, saving => Texts.Amount(saving.Improvement.Investment));
        Row(table, "paid back", report, saving => saving.PaidBackIn is { } period
            ? Texts.Colored($"in {period}, after {saving.PaybackPeriods} periods", "green")
            : Texts.Colored("not yet", "red"));
        VarianceNode deflection = report.Deflection;
        return DeskView.WithNote(
            table,
            $"Self-service: contacts avoided {Texts.Signed(deflection[Deflection.ContactsAvoidedKey].Amount)}, "
                + $"its sessions {Texts.Signed(deflection[Deflection.SessionsKey].Amount)} of cost.");
    }

    private static void Row(Table table, string name, DeskReport report, Func<SavingReport, string> cell) =>
        table.AddRow([name, .. report.Savings.Select(cell)]);

    private static string Change(SavingReport saving, string part) =>
        saving.Change?[part] is VarianceNode node
            ? Texts.Colored(Texts.Signed(node.Amount), Texts.Color(node.Outcome))
            : "no value";
}
