using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Reports.Tables;
using CostCenters.Tool.Writing;
using NodaTime;

namespace CostCenters.Tool.Views;

/// <summary>
/// The way from budget to actual, step by step, with a chart of bars that begin where the last one ended.
/// </summary>
internal sealed class BridgeView : View
{
    private const int WidestChart = 40;
    private const int NarrowestChart = 10;

    private readonly Bridge bridge;
    private readonly Comparison comparison;
    private readonly LocalDate asOf;

    private BridgeView(Bridge bridge, VarianceReport report, ScreenTitle title)
        : base(title)
    {
        this.bridge = bridge;
        comparison = report.Comparison;
        asOf = report.Tree.AsOf;
    }

    public static BridgeView Of(VarianceReport report, ScreenTitle title, ReportDimensions dimension)
    {
        var measures = report.Rows.Select(row => row.Variance.Measure).ToHashSet();
        Measure measure = !measures.Contains(Measure.Revenue) ? Measure.Cost
            : !measures.Contains(Measure.Cost) ? Measure.Revenue
            : Measure.Margin;
        return new BridgeView(
            Bridge.Create(report, dimension, measure),
            report,
            title.Of($"{measure.ToString().ToLowerInvariant()} from {report.Comparison.BudgetName} "
                + $"to {report.Comparison.ActualName}"));
    }

    protected override ReportTable TableOf(int percentDigits, MidpointRounding rounding) => ReportTable.Create(bridge);

    protected override ReportTable WithNames(ReportTable table) => table;

    protected override IEnumerable<ScreenLine> Draw(ViewLook look)
    {
        DisplayTable figures = TableWith(0);
        TableFit? alone = TableFit.Of(figures, look.Numbers, look.Width, TableDetail.Levels);
        int chart = Math.Min(WidestChart, look.Width - (alone?.Width ?? look.Width) - TableDetail.Full.Gap);
        return Screen.Of(
            Title,
            chart < NarrowestChart ? figures : TableWith(chart),
            look,
            "",
            $"favorable {look.Numbers.Signed(bridge.Gross.Favorable)}, "
                + $"unfavorable {look.Numbers.Signed(bridge.Gross.Unfavorable)}, "
                + $"net {look.Numbers.Signed(bridge.Gross.Net)} of profit");
    }

    /// <summary>The steps with a chart of some width, or without.</summary>
    private DisplayTable TableWith(int chart)
    {
        decimal[] running = [bridge.Budget, .. bridge.Steps.Select(step => step.Running), bridge.Actual];
        var scale = new BarScale(running.Min(), running.Max(), chart);
        var table = new DisplayTable(
        [
            new("step", DisplayKind.Name),
            new("amount", DisplayKind.Difference),
            new("outcome", DisplayKind.Outcome, Drop: 2),
            new("running", DisplayKind.Amount, Drop: 1),
            .. chart > 0 ? [new DisplayColumn("", DisplayKind.Word)] : Array.Empty<DisplayColumn>(),
        ]);
        Add(Printable.Short(comparison.BudgetName), bridge.Budget, null, null, scale.Mark(bridge.Budget));
        for (int step = 0; step < bridge.Steps.Length; step++)
        {
            decimal from = running[step];
            decimal to = bridge.Steps[step].Running;
            Outcome outcome = new Variance(from, to, bridge.Measure).Outcome;
            Add(Printable.Short(NameOf(bridge.Steps[step])), to - from, to, outcome, scale.Bar(from, to));
        }

        Add(Printable.Short(comparison.ActualName), bridge.Actual, null, null, scale.Mark(bridge.Actual));
        return table;

        void Add(string name, decimal amount, decimal? reached, Outcome? outcome, string bar)
        {
            DisplayCell shown = outcome is null
                ? new DisplayCell(null, amount, null) { IsTotal = true }
                : DisplayCell.Of(amount, outcome);
            table.Add(
            [
                name,
                shown,
                new(null, null, outcome),
                new("", reached, null),
                .. chart > 0 ? [new DisplayCell(bar, null, outcome)] : Array.Empty<DisplayCell>(),
            ]);
        }
    }

    private string NameOf(BridgeStep step) =>
        step.Center is { } center ? $"{center} {center.PlacedAt(asOf).Name}"
        : step.Element is { } element ? $"{element.Code} {element.Name}"
        : step.Period.ToString()!;
}
