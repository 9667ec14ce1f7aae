using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard;

/// <summary>An element in a scope: what was budgeted, what the budget allows for the actual output, and the actuals
/// with their cells.</summary>
internal sealed class ScopedElement
{
    private readonly CostElement element;
    private readonly Currency currency;
    private readonly ActivityByPeriod? output;

    public ScopedElement(VarianceScope scope, CostElement element, ActivityByPeriod? output)
    {
        this.element = element;
        this.output = output;
        currency = scope.Currency;
        ElementPeriod[] periods = ElementPeriod.All(scope.Comparison, element, scope.Centers);
        IsBudgeted = periods.Any(period => period.IsBudgeted);
        Budget = Fraction.Sum(periods.Select(period => period.Budget));
        BudgetQuantity = Sum(periods.Select(period => period.BudgetQuantity));
        (Allowed, AllowedQuantity) = output is null || element.Behavior == ElementBehavior.Mixed
            ? (Budget, BudgetQuantity)
            : Flexed(new ElementFlex(element, null, output, periods));
        Actual = Fraction.Sum(periods.Select(period => period.Actual));
        ActualQuantity = Sum(periods.Select(period => period.ActualQuantity));
        Cells = [.. periods.SelectMany(period => period.Cells)];
    }

    public ElementCode Code => element.Code;

    public ElementBehavior? Behavior => element.Behavior;

    public ElementNature Nature => element.Nature;

    public string? Unit => element.Unit;

    /// <summary>Whether the actuals have a cell.</summary>
    public bool IsActual => !Cells.IsEmpty;

    /// <summary>Whether the budget has a cell.</summary>
    public bool IsBudgeted { get; }

    public Fraction Budget { get; }

    public Fraction? BudgetQuantity { get; }

    /// <summary>The budget for the actual output.</summary>
    public Fraction Allowed { get; }

    /// <summary>The quantity that it allows.</summary>
    public Fraction? AllowedQuantity { get; }

    public Fraction Actual { get; }

    public Fraction? ActualQuantity { get; }

    /// <summary>The cells of the actuals.</summary>
    public ImmutableArray<CellAddress> Cells { get; }

    /// <summary>The currency, and the unit of the quantities.</summary>
    public VarianceUnits Units => new(currency, element.Unit ?? throw WithoutQuantity("it has no unit"));

    /// <summary>The budgeted quantity at its price.</summary>
    public PricedQuantity BudgetInput => Priced(BudgetQuantity, Budget, "budget");

    /// <summary>The quantity allowed for the actual output, at its price.</summary>
    public PricedQuantity StandardInput => Priced(RequireVariable().AllowedQuantity, Allowed, "budget");

    /// <summary>What was used, at its price.</summary>
    public PricedQuantity ActualInput => Priced(ActualQuantity, Actual, "actuals");

    /// <summary>The element itself, whose cost is in proportion to the output; any where the budget is not flexed.
    /// </summary>
    public ScopedElement RequireVariable() => RequireBehavior(ElementBehavior.Variable);

    /// <summary>The element itself, which has a behavior; any where the budget is not flexed.</summary>
    public ScopedElement RequireBehavior(ElementBehavior behavior) =>
        output is null || element.Behavior == behavior
            ? this
            : throw new ArgumentException(
                $"'{element.Code}' is {element.Behavior?.ToString() ?? "of no behavior"}; an element that is "
                    + $"{behavior} was expected.");

    /// <summary>The element itself, which is fixed or variable; any where the budget is not flexed.</summary>
    public ScopedElement RequirePlain() =>
        element.Behavior == ElementBehavior.Fixed ? this : RequireVariable();

    private static (Fraction, Fraction?) Flexed(ElementFlex flex) => (flex.Budget, flex.Quantity);

    private static Fraction? Sum(IEnumerable<Fraction?> quantities) =>
        quantities.Aggregate((Fraction?)Fraction.Zero, (sum, quantity) => sum + quantity);

    private PricedQuantity Priced(Fraction? quantity, Fraction cost, string side) =>
        PricedQuantity.Costing(
            quantity ?? throw WithoutQuantity(
                element.Unit is null ? "it has no unit" : $"a cell of the {side} has none"),
            cost);

    private ArgumentException WithoutQuantity(string why) =>
        new($"'{element.Code}' has no quantity: {why}. Standard prices need one.");
}
