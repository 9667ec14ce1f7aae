using CostCenters.Structure;
using CostCenters.Variances.Layers;
using CostCenters.Variances.Standard;

namespace CostCenters.Variances.CostCenterCategories;

/// <summary>An activity of a scope and what it costs.</summary>
internal sealed class ScopedActivity
{
    public ScopedActivity(VarianceScope scope, ActivityFigures activity, IEnumerable<ElementCode> costs)
    {
        ScopedHours done = scope.Hours(activity, null);
        Costs = scope.Elements(costs, activity);
        Unit = activity.Unit;
        Performed = ExactNumber.Of(done.Actual, "activity");
        ILookup<bool, ScopedElement> byFixed =
            Costs.Items.ToLookup(item => item.RequirePlain().Behavior == ElementBehavior.Fixed);
        Plan = new ActivityPlan(
            ExactNumber.Of(done.Planned, "planned activity"), Sum(byFixed[false]), Sum(byFixed[true]));
    }

    public ScopedElements Costs { get; }

    public string Unit { get; }

    public decimal Performed { get; }

    public ActivityPlan Plan { get; }

    public decimal ActualCost => ExactNumber.Of(Costs.Actual, "actual cost");

    private static decimal Sum(IEnumerable<ScopedElement> items) =>
        ExactNumber.Of(Monetary.Fraction.Sum(items.Select(item => item.Budget)), "planned cost");
}
