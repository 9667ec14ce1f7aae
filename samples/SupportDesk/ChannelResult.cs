using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Support;
using CostCenters.Support.Contacts;
using CostCenters.UnitCosts;
using CostCenters.UnitCosts.Service;

namespace CostCenters.Samples.SupportDesk;

/// <summary>A channel in which people answer: what a contact costs, at whose expense, and how busy they are.</summary>
internal sealed class ChannelResult
{
    private const decimal MostPercent = 90m;
    private const decimal SecondsPerMinute = 60m;

    private readonly Desk desk;
    private readonly ChannelCode channel;
    private readonly CenterCode center;

    public ChannelResult(Desk desk, ChannelCode channel, CenterCode center)
    {
        this.desk = desk;
        this.channel = channel;
        this.center = center;
        Change = UnitCostChange.Explain(
            DeskReport.CaseOf(desk, center, desk.Budget, desk.PlannedFigures),
            DeskReport.CaseOf(desk, center, desk.Book.Actual, desk.Figures),
            NewGroups.AtBaseAverage,
            desk.Book.Space.Currency,
            "contact");
        Capacity = MeasureCapacity();
        Guards = [.. desk.Plan.Guards.Where(guard => guard.Channel == channel.Value).Select(GuardOf)];
        Guarded = desk.Judge(Change, Guards);
    }

    public string Name => desk.NameOf(center);

    public UnitCostChange Change { get; }

    public ImmutableArray<ServiceGuard> Guards { get; }

    /// <summary>The change with what it did to the service, or null where there is nothing to compare.</summary>
    public GuardedVariance? Guarded { get; }

    /// <summary>The time that is paid for against the time that the contacts of each cause need.</summary>
    public ContactCapacity Capacity { get; }

    private ServiceGuard GuardOf(GuardPlan guard)
    {
        Figure target = Figure.Of(Fraction.Of(guard.Target));
        (string name, string unit, KeyFigurePreference preference) = guard.Measure switch
        {
            ServiceFigure.Response => ("response time", "min", KeyFigurePreference.MoreIsWorse),
            ServiceFigure.Repeats => ("repeats", "%", KeyFigurePreference.MoreIsWorse),
            _ => ("satisfaction", "%", KeyFigurePreference.MoreIsBetter),
        };
        return new ServiceGuard(
            new ServiceMeasure(name, unit, preference, _ => target, periods => Read(guard.Measure, periods)),
            guard.Bound,
            guard.Tolerance,
            guard.Lag);
    }

    private Figure Read(ServiceFigure measure, FiscalPeriodRange periods)
    {
        ContactTotals totals = desk.Contacts.Total(desk.Tree, center, periods, channel);
        return measure switch
        {
            ServiceFigure.Repeats => totals.RepeatShare.Figure,
            ServiceFigure.Satisfaction => totals.Scores.ShareAtOrAbove(desk.Plan.SatisfiedFrom).Figure,
            _ => totals.ResponseTimes.Percentile(MostPercent) is decimal seconds
                ? Figure.Of(Fraction.Of(seconds) / Fraction.Of(SecondsPerMinute))
                : Figure.Missing(FigureGap.NoValue),
        };
    }

    private ContactCapacity MeasureCapacity()
    {
        Fraction Count(KeyFigureCode code) =>
            desk.Figures.Read(code, [center], desk.Periods).Value ?? Fraction.Zero;
        Fraction minutesEach = WeightedRatioOf(Count(DeskFigures.HandlingMinutes), Count(DeskFigures.Contacts));
        return new ContactCapacity(
            new CostScope([center], desk.ElementsOf(ElementBehavior.Variable))
                .Read(desk.Book.Actual, desk.Periods).Value ?? Fraction.Zero,
            Count(DeskFigures.PaidMinutes),
            desk.Contacts.Cells.Where(cell => cell.Center == center && desk.Periods.Contains(cell.Period))
                .GroupBy(cell => cell.Cause?.Value ?? "not told", StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new ContactWork(
                    group.Key,
                    Fraction.Of(group.Sum(cell => cell.Totals[ContactMeasure.Contacts])),
                    minutesEach)));
    }

    private static Fraction WeightedRatioOf(Fraction minutes, Fraction contacts) =>
        new WeightedRatio(minutes, contacts).Value ?? Fraction.Zero;
}
