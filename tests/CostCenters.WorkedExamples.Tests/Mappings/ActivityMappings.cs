using CostCenters.Allocations;
using CostCenters.Allocations.Activities;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.CostCenterCategories;
using CostCenters.Variances.Standard;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class ActivityMappings
{
    [Calc("tdabc")]
    public static object TimeDriven(Given inputs)
    {
        ActivityPool pool = ActivityPool.AtCapacity(
            "time",
            inputs.Number("cost"),
            inputs.Number("practical_capacity"),
            inputs.Part("activities").Parts.Select(activity => new ActivityUse(
                activity.Name, activity.Value.Number("quantity"), activity.Value.Number("unit_time"))));
        return new Dictionary<string, object?>
        {
            ["capacity_cost_rate"] = ExactFigures.Exact(pool.Rate),
            ["rates"] = ByUse(pool, pool.UnitRate),
            ["time_used"] = ByUse(pool, use => use.Driver),
            ["cost_assigned"] = ByUse(pool, pool.CostOf),
            ["total_time_used"] = ExactFigures.Exact(pool.Used),
            ["total_cost_assigned"] = ExactFigures.Exact(pool.AssignedCost),
            ["unused_capacity"] = ExactFigures.Exact(pool.UnusedCapacity),
            ["unused_capacity_cost"] = ExactFigures.Exact(pool.UnusedCost),
            ["utilisation_pct"] = ExactFigures.Percent(pool.Utilization),
        };
    }

    /// <summary>The cost is allocated to activities by the percentages of time that people say they spend on them.
    /// </summary>
    [Calc("abc_traditional_rates")]
    public static object RatesByTimeShare(Given inputs)
    {
        var people = new CenterCode("people");
        (string Name, Given Value)[] activities = [.. inputs.Part("activities").Parts];
        AllocationRun run = AllocationRun.Create(
            AllocationNetwork.Create(
                Currency.Usd,
                new DecimalScale(2),
                [new CenterCost(people, inputs.Number("cost")),
                    .. activities.Select(activity => new CenterCost(new(activity.Name), 0m))],
                [new AllocationSender(people, DriverBasis.Percentages, activities.Select(activity =>
                    new AllocationDriver(new(activity.Name), activity.Value.Number("time_pct"))))],
                new DriverRules(DriverTreatment.Refuse, DriverTreatment.Refuse, DriverTreatment.Refuse)),
            AllocationMethod.Direct);
        return activities.ToDictionary(activity => activity.Name, activity => (object?)ExactFigures.Exact(
            ActivityPool.OfUse(
                activity.Name,
                run[new(activity.Name)].Rest,
                [new ActivityUse(activity.Name, activity.Value.Number("quantity"), 1m)]).Rate));
    }

    [Calc("abc_vs_traditional")]
    public static object BesideTraditional(Given inputs)
    {
        ActivityPool overhead = Pool(
            "overhead", inputs.Number("total_overhead"), inputs.Part("traditional_base"));
        var traditional = ActivityBasedCosting.Create([overhead]);
        var costing = ActivityBasedCosting.Create(inputs.Part("activities").Parts.Select(activity =>
            Pool(activity.Name, activity.Value.Number("cost"), activity.Value.Part("driver"))));
        return new Dictionary<string, object?>
        {
            ["traditional_rate"] = ExactFigures.Exact(overhead.Rate),
            ["traditional_overhead"] = ByObject(traditional),
            ["abc_rates"] = costing.Pools.ToDictionary(
                pool => pool.Name, pool => (object?)ExactFigures.Exact(pool.Rate)),
            ["abc_overhead"] = ByObject(costing),
        };

        static ActivityPool Pool(string name, decimal cost, Given driver) => ActivityPool.OfUse(
            name, cost, driver.Parts.Select(use => new ActivityUse(use.Name, use.Value.Number(), 1m)));
    }

    [Calc("abc_by_cost")]
    public static object ByCost(Given inputs)
    {
        (string Name, Given Value)[] pools = [.. inputs.Part("activity_cost").Parts];
        (string Name, Given Value)[] products = [.. inputs.Part("products").Parts];

        // The source gives what each product takes of a pool: its cost is the driver, one for one.
        var costing = ActivityBasedCosting.Create(pools.Select(pool => ActivityPool.OfUse(
            pool.Name,
            pool.Value.Parts.Sum(product => product.Value.Number()),
            pool.Value.Parts.Select(product =>
                new ActivityUse(product.Name, product.Value.Number(), 1m)))));
        var results = products.ToDictionary(product => product.Name, product => new ProductFigures(
            product.Value, ExactFigures.Exact(costing[product.Name])));
        return new Dictionary<string, object?>
        {
            ["overhead_by_product"] = ByObject(costing),
            ["overhead_per_unit"] = Each(product => product.OverheadPerUnit),
            ["unit_cost"] = Each(product => product.UnitCost),
            ["gross_profit_per_unit"] = Each(product => product.GrossProfitPerUnit),
            ["gross_profit"] = Each(product => product.GrossProfit),
            ["activity_rates"] = costing.Pools.ToDictionary(pool => pool.Name, pool => (object?)ExactFigures.Exact(
                ActivityPool.AtCapacity(
                    pool.Name,
                    ExactFigures.Exact(pool.AssignedCost),
                    inputs.Part("driver_totals").Number(pool.Name),
                    []).Rate)),
            ["total_gross_profit"] = results.Values.Sum(product => product.GrossProfit),
        };

        Dictionary<string, object?> Each(Func<ProductFigures, decimal> figure) =>
            results.ToDictionary(product => product.Key, product => (object?)figure(product.Value));
    }

    [Calc("pools_over_under")]
    public static object OverAndUnder(Given inputs) =>
        inputs.Part("pools").Parts.ToDictionary(pool => pool.Name, pool =>
        {
            var plan = new ActivityPlan(pool.Value.Number("budget_driver"), 0m, pool.Value.Number("budget_cost"));
            Absorption absorption = Absorption.FromPlan(
                Currency.Usd, plan, pool.Value.Number("actual_driver"), pool.Value.Number("actual_cost"));
            return new Dictionary<string, object?>
            {
                ["rate"] = ExactFigures.Exact(plan.Price),
                ["applied"] = ExactFigures.Exact(absorption.Absorbed),
                ["over_absorbed_positive"] = ExactFigures.Exact(absorption.OverAbsorbed),
            };
        });

    private static Dictionary<string, object?> ByUse(ActivityPool pool, Func<ActivityUse, Fraction> figure) =>
        pool.Uses.ToDictionary(use => use.Name, use => (object?)ExactFigures.Exact(figure(use)));

    private static Dictionary<string, object?> ByObject(ActivityBasedCosting costing) =>
        costing.Objects.ToDictionary(name => name, name => (object?)ExactFigures.Exact(costing[name]));

    private sealed class ProductFigures(Given product, decimal overhead)
    {
        public decimal OverheadPerUnit { get; } = ExactFigures.Exact(
            ActivityPool.AtCapacity("overhead", overhead, product.Number("units_made"), []).Rate);

        public decimal UnitCost =>
            OverheadPerUnit + product.Number("direct_materials") + product.Number("direct_labour");

        public decimal GrossProfitPerUnit => product.Number("price") - UnitCost;

        public decimal GrossProfit => ExactFigures.Exact(
            PricedQuantity.AtPrice(product.Number("units_sold"), GrossProfitPerUnit).Cost);
    }
}
