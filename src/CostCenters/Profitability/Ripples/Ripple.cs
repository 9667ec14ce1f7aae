using System.Collections.Immutable;
using CostCenters.Allocations;
using CostCenters.Monetary;
using CostCenters.Profitability.ValueChains;
using CostCenters.Structure;

namespace CostCenters.Profitability.Ripples;

/// <summary>What a planned cut or growth of centers does elsewhere, period by period.</summary>
/// <remarks>
/// <para>The plain saving is the change of the centers' own cost. What it does to service, revenue and cost elsewhere
/// follows from the declared dependencies and limits alone. Every effect is told in three cases: all elasticities at
/// their weakest, as expected, and at their strongest.</para>
/// <para>Laws: no change has no effect; where no limit is reached, the effects of two changes add up; elasticities of 0
/// leave the plain saving. Immutable.</para>
/// </remarks>
public sealed class Ripple
{
    private readonly RippleModel model;
    private readonly ImmutableArray<(int Center, Fraction[] Savings)> savings;
    private readonly Lazy<ImmutableArray<RippleAssumption>> assumptions;
    private readonly Lazy<Fraction[][]> shares;

    private Ripple(
        RippleModel model,
        ImmutableArray<(int Center, Fraction[] Savings)> savings,
        ImmutableArray<RippleRow> rows,
        ImmutableArray<RippleTotal> totals,
        ImmutableArray<CenterCode> notStated,
        Func<ImmutableArray<RippleAssumption>> assumptions)
    {
        this.model = model;
        this.savings = savings;
        Rows = rows;
        Totals = totals;
        NotStated = notStated;
        this.assumptions = new Lazy<ImmutableArray<RippleAssumption>>(assumptions);
        shares = new Lazy<Fraction[][]>(() =>
        [
            .. savings.Select(saving => model.Run.Lines.Solver.SharesAhead(saving.Center, ValueChain.Bits)),
        ]);
    }

    /// <summary>What becomes of each figure of the model.</summary>
    public ImmutableArray<RippleRow> Rows { get; }

    /// <summary>What becomes of the profit, by period and case.</summary>
    public ImmutableArray<RippleTotal> Totals { get; }

    /// <summary>The centers that use what is changed, directly or not, and of which no dependency tells what it does to
    /// them, in the order of the network. The effect on them is not stated, which is not 0.</summary>
    public ImmutableArray<CenterCode> NotStated { get; }

    /// <summary>The declared dependencies, as given, each with the figure that it decides.</summary>
    public ImmutableArray<RippleAssumption> Assumptions => assumptions.Value;

    /// <summary>What becomes of a figure.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="figure"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">The model has no such figure.</exception>
    public RippleRow this[RippleFigure figure]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(figure);
            return Rows.FirstOrDefault(row => row.Figure == figure)
                ?? throw new KeyNotFoundException($"The model has no {figure}.");
        }
    }

    /// <summary>Carries changes through a model.</summary>
    /// <param name="model">What is declared.</param>
    /// <param name="changes">The planned changes; several of one center add up.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A change is null, leaves a center a capacity or a cost below 0, or is told
    /// in units of a center without a limit or with a capacity of 0; or the cost of a center has no base, or one of 0,
    /// so that an amount is no part of it.</exception>
    /// <exception cref="KeyNotFoundException">The network has no such center.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static Ripple Create(
        RippleModel model, IEnumerable<RippleChange> changes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(changes);
        RippleGraph graph = model.Graph;
        var plan = RipplePlan.Of(model, changes);
        var runner = new RippleRunner(graph, plan.Shocks);
        Fraction[] expected = ElasticitiesOf(graph, RippleCase.Expected);
        Fraction[][] once = runner.RunOnce(expected);
        RippleCase[] cases = [RippleCase.Low, RippleCase.Expected, RippleCase.High];
        Fraction[][][] values = Array.ConvertAll(
            cases, which => runner.Run(ElasticitiesOf(graph, which), cancellation));
        ImmutableArray<RippleRow> rows =
        [
            .. graph.Figures.Select((figure, number) => new RippleRow(figure,
            [
                .. model.Periods.Select((period, index) => new RippleEffect(
                    period,
                    model.BaseOf(figure)?[index],
                    once[index][number],
                    values[0][index][number],
                    values[1][index][number],
                    values[2][index][number])),
            ])),
        ];
        ImmutableArray<RippleTotal> totals =
        [
            .. from period in Enumerable.Range(0, model.Periods.Length)
               from which in cases
               select TotalOf(model, plan, values[(int)which], period, which),
        ];
        return new Ripple(
            model,
            plan.Savings,
            rows,
            totals,
            FindNotStated(model, plan),
            () => new AssumptionFinder(model, runner, expected, values[(int)RippleCase.Expected])
                .Find(ProfitOf(totals, RippleCase.Expected)));
    }

    /// <summary>The profit effect of all periods.</summary>
    /// <param name="which">The case.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such case.</exception>
    public Fraction ProfitEffect(RippleCase which)
    {
        _ = InputRange.Defined(which);
        return ProfitOf(Totals, which);
    }

    /// <summary>Who is charged less by the saving: whom the changed centers serve.</summary>
    /// <param name="center">The center that is charged.</param>
    /// <remarks>Law: over all centers, the totals make the plain saving.</remarks>
    /// <exception cref="KeyNotFoundException">The network has no such center.</exception>
    public RippleRelief ReliefOf(CenterCode center)
    {
        int number = model.Run.Network.Require(center);
        MethodNetwork lines = model.Run.Lines;
        bool passesOn = lines.PassesOn(number);
        var direct = new Fraction[model.Periods.Length];
        var total = new Fraction[model.Periods.Length];
        for (int change = 0; change < savings.Length; change++)
        {
            Fraction share = lines.ShareBetween(savings[change].Center, number);
            Fraction whole = passesOn ? Fraction.Zero : shares.Value[change][number];
            for (int period = 0; period < total.Length; period++)
            {
                direct[period] += share * savings[change].Savings[period];
                total[period] += whole * savings[change].Savings[period];
            }
        }

        return new RippleRelief(center, [.. direct], [.. total]);
    }

    private static Fraction ProfitOf(ImmutableArray<RippleTotal> totals, RippleCase which) =>
        Fraction.Sum(totals.Where(total => total.Case == which).Select(total => total.ProfitEffect));

    private static Fraction[] ElasticitiesOf(RippleGraph graph, RippleCase which) =>
        [.. graph.Dependencies.Select(dependency => Fraction.Of(dependency.Elasticity.At(which)))];

    private static RippleTotal TotalOf(
        RippleModel model, RipplePlan plan, Fraction[][] values, int period, RippleCase which)
    {
        Fraction revenue = Fraction.Zero;
        Fraction cost = Fraction.Zero;
        for (int number = 0; number < model.Graph.Figures.Count; number++)
        {
            RippleFigure figure = model.Graph.Figures[number];
            if (figure.Kind is RippleFigureKind.Revenue or RippleFigureKind.Cost)
            {
                Fraction amount = model.BaseOf(figure)![period]
                    * (values[period][number] - plan.Shocks[period][number]);
                (revenue, cost) = figure.Kind == RippleFigureKind.Revenue
                    ? (revenue + amount, cost)
                    : (revenue, cost + amount);
            }
        }

        return new RippleTotal(
            model.Periods[period],
            which,
            Fraction.Sum(plan.Savings.Select(saving => saving.Savings[period])),
            revenue,
            cost);
    }

    private static ImmutableArray<CenterCode> FindNotStated(RippleModel model, RipplePlan plan)
    {
        MethodNetwork lines = model.Run.Lines;
        bool[] isReached = new bool[lines.Count];
        var open = new Stack<int>(plan.Savings.Select(saving => saving.Center));
        while (open.TryPop(out int center))
        {
            foreach (int receiver in lines.ReceiversOf(center))
            {
                if (!isReached[receiver])
                {
                    isReached[receiver] = true;
                    open.Push(receiver);
                }
            }
        }

        var changed = plan.Savings.Select(saving => saving.Center).ToHashSet();
        RippleGraph graph = model.Graph;
        int[] sources = [.. Enumerable.Range(0, graph.Figures.Count).Where(number =>
            changed.Contains(model.Run.Network.IndexOf(graph.Figures[number].Center))
            && graph.Figures[number] is
                { Kind: RippleFigureKind.Capacity } or { Kind: RippleFigureKind.Cost, Element: null })];
        HashSet<int> told =
        [
            .. graph.ReachedFrom(sources)
                .Where(number =>
                    graph.Figures[number].Kind is not (RippleFigureKind.Service or RippleFigureKind.Capacity))
                .Select(number => model.Run.Network.IndexOf(graph.Figures[number].Center)),
        ];
        return
        [
            .. Enumerable.Range(0, lines.Count)
                .Where(center => isReached[center] && !changed.Contains(center) && !told.Contains(center))
                .Select(center => model.Run.Network.Centers[center]),
        ];
    }
}
