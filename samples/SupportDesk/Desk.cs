using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using CostCenters.UnitCosts;
using CostCenters.UnitCosts.Service;

namespace CostCenters.Samples.SupportDesk;

/// <summary>Everything that was read about the desk.</summary>
internal sealed record Desk(
    DeskPlan Plan,
    BookCubes Book,
    Cube Budget,
    FiscalPeriodRange Periods,
    KeyFigureTable PlannedFigures,
    KeyFigureTable Figures,
    ContactFigures Contacts)
{
    public CenterTree Tree { get; } =
        Book.Space.Centers.TreeAsOf(Book.Space.Calendar.DatesOf(Periods.Through).Last);

    public CenterCode Root => new(Plan.Desk);

    public CenterCode SelfService => new(Plan.SelfService);

    /// <summary>The channels in which people answer, and the centers that do.</summary>
    public IEnumerable<(ChannelCode Channel, CenterCode Center)> Channels =>
        Plan.Channels.Select(channel => (new ChannelCode(channel.Key), new CenterCode(channel.Value)));

    public string NameOf(CenterCode center) => Book.Space.Centers[center].PlacedAt(Tree.AsOf).Name;

    /// <summary>What a change is worth once the service is looked at; null where there is none.</summary>
    public GuardedVariance? Judge(UnitCostChange change, IEnumerable<ServiceGuard> guards) =>
        change.Split is null
            ? null
            : GuardedVariance.Judge(change.Split, Periods, Periods.Through, Book.Space.Calendar, guards);

    public IEnumerable<ElementCode> ElementsOf(ElementBehavior behavior) =>
        Book.Space.Elements.Elements.Where(element => element.Behavior == behavior).Select(element => element.Code);
}
