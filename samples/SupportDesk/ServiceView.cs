using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Support;
using CostCenters.UnitCosts;
using CostCenters.UnitCosts.Service;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.SupportDesk;

/// <summary>What the service came to, how busy the people were, and with what.</summary>
internal static class ServiceView
{
    private const int Width = 16;

    public static IRenderable Guards(DeskReport report)
    {
        Table table = DeskView.NewTable("channel and measure", "target", "actual").WithChart("");
        foreach (ChannelResult channel in report.Channels)
        {
            if (channel.Guarded is not GuardedVariance guarded)
            {
                table.AddRow(Terminal.Escape(channel.Name), "", "", Texts.Reason(channel.Change.Gap));
                continue;
            }

            table.AddRow(
                $"[bold]{Terminal.Escape(channel.Name)}[/], cost of a contact",
                Texts.Amount(channel.Change.Baseline.Figure),
                Texts.Amount(channel.Change.Actual.Figure),
                Texts.Colored(
                    Texts.Word(guarded.Variance.Outcome) + Texts.Star(guarded), Texts.Color(guarded.Verdict)));
            foreach (GuardFinding finding in guarded.Findings)
            {
                table.AddRow(
                    $"  {Terminal.Escape(finding.Guard.Measure.Name)}",
                    Text(finding.Guard.Measure, finding.Baseline),
                    Text(finding.Guard.Measure, finding.Actual),
                    State(finding));
            }
        }

        return DeskView.WithNote(
            table, "Response time: working minutes within which 9 of 10 tickets were answered.");
    }

    public static Table Capacity(DeskReport report)
    {
        Bars bars = Bars.FromZero(report.Channels.Select(channel => channel.Capacity.Utilisation.Figure), Width);
        Table table = DeskView.NewTable("channel", "minutes paid", "needed", "used", "unused, cost").WithChart("");
        foreach (ChannelResult channel in report.Channels)
        {
            ContactCapacity capacity = channel.Capacity;
            table.AddRow(
                Terminal.Escape(channel.Name),
                Texts.Amount(capacity.PaidMinutes, 0),
                Texts.Amount(capacity.NeededMinutes, 0),
                Texts.Percent(capacity.Utilisation.Figure),
                Texts.Amount(capacity.UnusedCost),
                bars.Whole(capacity.Utilisation.Figure));
        }

        return table;
    }

    public static Table Causes(DeskReport report)
    {
        (string Cause, UnitCost Cost)[] causes =
            [.. report.Causes.OrderByDescending(cause => cause.Cost.Cost.Value ?? Fraction.Zero)];
        Bars bars = Bars.FromZero(causes.Select(cause => cause.Cost.Cost), Width);
        Table table = DeskView.NewTable("cause", "contacts", "a contact", "cost").WithChart("");
        foreach ((string cause, UnitCost cost) in causes)
        {
            table.AddRow(
                Terminal.Escape(Printable.Short(cause)),
                Texts.Amount(cost.Quantity, 0),
                Texts.Amount(cost.Figure),
                Texts.Amount(cost.Cost),
                bars.Whole(cost.Cost));
        }

        return table;
    }

    private static string Text(ServiceMeasure measure, Figure figure) =>
        measure.Unit == "%" ? Texts.Percent(figure) : $"{Texts.Amount(figure, 1)} {measure.Unit}";

    private static string State(GuardFinding finding)
    {
        string color = finding.State switch
        {
            GuardState.Breached => "red",
            GuardState.Improved => "green",
            _ => "default",
        };
        return Texts.Colored(
            finding.State.ToString().ToLowerInvariant() + (finding.IsProvisional ? ", provisional" : ""), color);
    }
}
