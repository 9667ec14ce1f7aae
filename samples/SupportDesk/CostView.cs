using CostCenters.KeyFigures;
using CostCenters.UnitCosts;
using CostCenters.UnitCosts.Service;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.SupportDesk;

/// <summary>What a contact costs, by channel and by month, against its budget.</summary>
internal static class CostView
{
    private const int Width = 18;

    /// <summary>Channels bear what moves with their contacts, the whole desk its fixed cost too.</summary>
    public static IRenderable Channels(DeskReport report)
    {
        (string Name, UnitCostChange Change, GuardedVariance? Guarded)[] rows =
        [
            .. report.Channels.Select(channel => (channel.Name, channel.Change, channel.Guarded)),
            (report.SelfServiceName, report.SelfService, report.Desk.Judge(report.SelfService, [])),
            ("whole desk", report.Change, report.Guarded),
        ];
        Bars bars = Bars.FromZero(
            rows.SelectMany(row => new[] { row.Change.Baseline.Figure, row.Change.Actual.Figure }), Width);
        Table table = DeskView.NewTable("channel", "contacts", "budget", "actual", "%")
            .WithChart("█ actual  │ budget");
        foreach ((string name, UnitCostChange change, GuardedVariance? guarded) in rows)
        {
            var variance = new FigureVariance(
                change.Baseline.Figure, change.Actual.Figure, KeyFigurePreference.MoreIsWorse);
            string color = Texts.Color(guarded?.Verdict);
            table.AddRow(
                Terminal.Escape(name) + Texts.Star(guarded),
                Texts.Amount(change.Actual.Quantity, 0),
                Texts.Amount(variance.Budget),
                Texts.Amount(variance.Actual),
                Texts.Colored(Texts.SignedPercent(variance.Ratio), color),
                bars.Compared(variance.Budget, variance.Actual, color));
        }

        return DeskView.WithNote(
            table,
            "A channel bears what moves with its contacts, the desk its fixed cost too.\n"
                + (rows.Any(row => Texts.Star(row.Guarded).Length > 0)
                    ? "* at the expense of the service, see below"
                    : ""));
    }

    public static Table Months(DeskReport report)
    {
        var months = report.Months;
        Bars bars = Bars.FromZero(
            months.SelectMany(month => new[] { month.Budget.InPeriod.Figure, month.Actual.InPeriod.Figure }), Width);
        Table table = DeskView.NewTable("period", "budget", "actual", "year to date", "moving 12")
            .WithChart("█ actual  │ budget");
        foreach ((UnitCostRow budget, UnitCostRow actual) in months)
        {
            var variance = new FigureVariance(
                budget.InPeriod.Figure, actual.InPeriod.Figure, KeyFigurePreference.MoreIsWorse);
            table.AddRow(
                actual.Period.ToString(),
                Texts.Amount(variance.Budget),
                Texts.Amount(variance.Actual),
                Texts.Amount(actual.YearToDate.Figure),
                Texts.Amount(actual.MovingTwelve.Figure),
                bars.Compared(variance.Budget, variance.Actual, "default"));
        }

        return table;
    }
}
