using System.Collections.Immutable;
using CostCenters.Monetary;

namespace CostCenters.Profitability.Ripples;

/// <summary>Finds what hangs on each dependency: computes the figures that it reaches once more, and no others.
/// </summary>
/// <remarks>Mutable, for one ripple.</remarks>
internal sealed class AssumptionFinder
{
    private readonly RippleModel model;
    private readonly RippleRunner runner;
    private readonly Fraction[] elasticities;
    private readonly Fraction[][] values;
    private readonly int[] places;

    /// <param name="model">What is declared.</param>
    /// <param name="runner">Carries the changes.</param>
    /// <param name="elasticities">The expected elasticities.</param>
    /// <param name="values">What they lead to, by period and figure.</param>
    public AssumptionFinder(RippleModel model, RippleRunner runner, Fraction[] elasticities, Fraction[][] values)
    {
        this.model = model;
        this.runner = runner;
        this.elasticities = elasticities;
        this.values = values;
        places = new int[model.Graph.Order.Length];
        for (int place = 0; place < places.Length; place++)
        {
            places[model.Graph.Order[place]] = place;
        }
    }

    /// <summary>The dependencies, as given, each with the figure that it decides.</summary>
    /// <param name="profit">The expected profit effect.</param>
    public ImmutableArray<RippleAssumption> Find(Fraction profit) =>
        [.. Enumerable.Range(0, elasticities.Length).Select(number => Find(number, profit))];

    private RippleAssumption Find(int number, Fraction profit)
    {
        RippleDependency dependency = model.Graph.Dependencies[number];
        int[] reached =
        [
            .. model.Graph.ReachedFrom([model.Graph.IndexOf(dependency.Target)]).OrderBy(figure => places[figure]),
        ];
        Fraction effect = -ChangeWith(Fraction.Zero);
        Fraction slope = elasticities[number].IsZero
            ? ChangeWith(Fraction.One)
            : effect / elasticities[number];
        Fraction? breakEven = slope.IsZero ? null : (effect - profit) / slope;
        return new RippleAssumption(
            dependency,
            effect,
            breakEven is Fraction even && (profit + ChangeWith(even)).IsZero ? even : null);

        Fraction ChangeWith(Fraction elasticity) => ProfitChange(number, elasticity, reached);
    }

    /// <summary>What becomes of the profit with another elasticity of a dependency.</summary>
    private Fraction ProfitChange(int number, Fraction elasticity, int[] reached)
    {
        Fraction[][] before = Array.ConvertAll(values, period => Array.ConvertAll(reached, figure => period[figure]));
        Fraction expected = elasticities[number];
        elasticities[number] = elasticity;
        runner.Compute(values, reached, elasticities, CancellationToken.None);
        elasticities[number] = expected;
        Fraction change = Fraction.Zero;
        for (int index = 0; index < reached.Length; index++)
        {
            RippleFigure figure = model.Graph.Figures[reached[index]];
            IReadOnlyList<Fraction>? bases = figure.Kind is RippleFigureKind.Revenue or RippleFigureKind.Cost
                ? model.BaseOf(figure)
                : null;
            for (int period = 0; period < values.Length; period++)
            {
                if (bases is not null)
                {
                    Fraction by = bases[period] * (values[period][reached[index]] - before[period][index]);
                    change += figure.Kind == RippleFigureKind.Revenue ? by : -by;
                }

                values[period][reached[index]] = before[period][index];
            }
        }

        return change;
    }
}
