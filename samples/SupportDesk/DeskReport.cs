using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Support;
using CostCenters.UnitCosts;
using CostCenters.UnitCosts.Savings;
using CostCenters.UnitCosts.Service;

namespace CostCenters.Samples.SupportDesk;

/// <summary>What the library says about a desk; nothing is computed here but by it.</summary>
internal sealed class DeskReport
{
    private readonly CostScope all;
    private readonly CenterCode[] centers;

    public DeskReport(Desk desk)
    {
        Desk = desk;
        all = CostScope.Below(
            desk.Tree, desk.Root, desk.Book.Space.Elements.Elements.Select(element => element.Code));
        centers = [.. all.Centers];
        Channels = [.. desk.Channels.Select(channel => new ChannelResult(desk, channel.Channel, channel.Center))];
        SelfService = UnitCostChange.Explain(
            CaseOf(desk, desk.SelfService, desk.Budget, desk.PlannedFigures),
            CaseOf(desk, desk.SelfService, desk.Book.Actual, desk.Figures),
            NewGroups.AtBaseAverage,
            desk.Book.Space.Currency,
            "contact");
        Change = UnitCostChange.Explain(
            Groups().Read(desk.Budget, desk.PlannedFigures, desk.Periods),
            Groups().Read(desk.Book.Actual, desk.Figures, desk.Periods),
            NewGroups.AtBaseAverage,
            desk.Book.Space.Currency,
            "contact");
        Guarded = desk.Judge(Change, Channels.SelectMany(channel => channel.Guards));
        Savings = [.. desk.Plan.Improvements.Select(Measure)];
    }

    public Desk Desk { get; }

    public string Unit => $"{Desk.Book.Space.Currency} per contact";

    /// <summary>The cost of a contact of the whole desk, fixed cost included, and why it changed.</summary>
    public UnitCostChange Change { get; }

    /// <summary>That change with what it did to the service of every channel.</summary>
    public GuardedVariance? Guarded { get; }

    public ImmutableArray<ChannelResult> Channels { get; }

    /// <summary>The cost of a session in self-service.</summary>
    public UnitCostChange SelfService { get; }

    public string SelfServiceName => Desk.NameOf(Desk.SelfService);

    public ImmutableArray<SavingReport> Savings { get; }

    public FigureVariance Cost => new(
        all.Read(Desk.Budget, Desk.Periods), all.Read(Desk.Book.Actual, Desk.Periods), KeyFigurePreference.MoreIsWorse);

    public FigureVariance ContactsPerCustomer => Compare(DeskFigures.ContactsPerCustomer);

    public FigureVariance Contacts => Compare(DeskFigures.Contacts);

    public ImmutableArray<(UnitCostRow Budget, UnitCostRow Actual)> Months =>
    [
        .. UnitCostSeries.Compute(SourceOf(Desk.Budget, Desk.PlannedFigures), Desk.Periods).Zip(
            UnitCostSeries.Compute(SourceOf(Desk.Book.Actual, Desk.Figures), Desk.Periods)),
    ];

    /// <summary>What a contact of each cause costs by the time it takes, whatever the channel.</summary>
    public IEnumerable<(string Cause, UnitCost Cost)> Causes =>
        Channels.SelectMany(channel => channel.Capacity.Work.Select(work => (work.Name, channel.Capacity.CostOf(work))))
            .GroupBy(pair => pair.Name, pair => pair.Item2, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Aggregate((sum, next) => sum + next)));

    /// <summary>What self-service saved at the variable cost of a contact with people.</summary>
    public VarianceNode Deflection
    {
        get
        {
            UnitCost assisted = Channels.Select(channel => channel.Change.Actual).Aggregate((sum, next) => sum + next);
            Figure followed = Desk.Figures.Read(DeskFigures.FollowedByContact, [Desk.SelfService], Desk.Periods);
            return Support.Deflection.Analyze(
                SelfService.Actual.Quantity.Value ?? Fraction.Zero,
                followed.Value ?? Fraction.Zero,
                assisted.Value ?? Fraction.Zero,
                SelfService.Actual.Value ?? Fraction.Zero);
        }
    }

    /// <summary>What the desk would have to charge, planned from the budget, and what the year made of it.</summary>
    public IEnumerable<(PricePlan BreakEven, PricePlan WithMargin, RevenueIncentive Incentive)> Plans =>
        Enum.GetValues<PriceBasis>().Select(basis =>
        {
            SupportDemand planned = DemandOf(Desk.PlannedFigures);
            Fraction cost = Cost.Budget.Value ?? Fraction.Zero;
            PricePlan plan = PricePlan.ToEarn(basis, cost, planned, Desk.Plan.Margin);
            return (
                PricePlan.ToEarn(basis, cost, planned, margin: 0m),
                plan,
                RevenueIncentive.Create(plan, planned, DemandOf(Desk.Figures)));
        });

    public MemoStatement Memo => MemoStatement.Create(
        Desk.Book.Actual,
        all,
        Desk.Periods,
        Desk.Plan.Memo.Select(memo => new MemoPosting(
            DeskPlan.PeriodOf(memo.Period), new CenterCode(memo.Center), memo.Kind, memo.Value, memo.Text)));

    /// <summary>One side of a channel alone: its variable cost over its contacts.</summary>
    public static UnitCostCase CaseOf(Desk desk, CenterCode center, Cube cube, KeyFigureTable figures) =>
        new UnitCostCaseSource(new CostScope([], []), [GroupOf(desk, center)]).Read(cube, figures, desk.Periods);

    private UnitCostCaseSource Groups() => new(
        CostScope.Below(Desk.Tree, Desk.Root, Desk.ElementsOf(ElementBehavior.Fixed)),
        Desk.Channels.Select(channel => channel.Center).Append(Desk.SelfService)
            .Select(center => GroupOf(Desk, center)));

    /// <summary>People take minutes; of a session in self-service nothing is counted but its fee.</summary>
    private static UnitCostGroupSource GroupOf(Desk desk, CenterCode center) => new(
        desk.NameOf(center),
        new CostScope([center], desk.ElementsOf(ElementBehavior.Variable)),
        DeskFigures.Contacts,
        center == desk.SelfService ? null : DeskFigures.HandlingMinutes,
        [center]);

    private UnitCostSource SourceOf(Cube cube, KeyFigureTable figures) =>
        new(
            cube,
            all,
            figures,
            DeskFigures.Contacts,
            Desk.Channels.Select(channel => channel.Center).Append(Desk.SelfService));

    private FigureVariance Compare(KeyFigureCode code) => new(
        Desk.PlannedFigures.Read(code, centers, Desk.Periods),
        Desk.Figures.Read(code, centers, Desk.Periods),
        Desk.Figures.Catalog[code].Preference);

    private SupportDemand DemandOf(KeyFigureTable figures) => new(
        figures.Read(DeskFigures.Contacts, centers, Desk.Periods).Value ?? Fraction.Zero,
        figures.Read(DeskFigures.Customers, centers, Desk.Periods).Value ?? Fraction.Zero,
        Fraction.Of(figures.Calendar.Enumerate(Desk.Periods).Length));

    private SavingReport Measure(ImprovementPlan plan) => SavingReport.Create(
        new Improvement(
            plan.Name,
            DeskPlan.PeriodOf(plan.Start),
            new FiscalPeriodRange(DeskPlan.PeriodOf(plan.BaselineFrom), DeskPlan.PeriodOf(plan.BaselineThrough)),
            DeskFigures.TicketsOf(plan.Cause),
            DeskFigures.Customers,
            plan.ExpectedReduction,
            plan.CostPerTicket,
            plan.Investment,
            plan.RunningCost),
        Desk.Figures,
        centers,
        Desk.Periods.Through);
}
