using System.Text.Json;
using CostCenters.Allocations;
using CostCenters.Allocations.Activities;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.WorkedExamples.Tests.Mappings;

/// <summary>Service departments are senders, operating departments the other centers.</summary>
public static class AllocationMappings
{
    private static readonly DriverRules Refuse =
        new(DriverTreatment.Refuse, DriverTreatment.Refuse, DriverTreatment.Refuse);

    [Calc("alloc_direct")]
    public static object Direct(JsonElement inputs)
    {
        AllocationRun run = AllocationRun.Create(Network(inputs), AllocationMethod.Direct);
        return new Dictionary<string, object?>
        {
            ["allocations"] = Charges(run, inputs),
            ["operating_totals"] = Totals(run, inputs),
        };
    }

    [Calc("alloc_step")]
    public static object StepDown(JsonElement inputs)
    {
        AllocationRun run = AllocationRun.Create(Network(inputs), AllocationMethod.StepDown(Order(inputs)));
        return new Dictionary<string, object?>
        {
            ["cost_when_closed"] = Gross(run, inputs),
            ["allocations"] = Charges(run, inputs),
            ["operating_totals"] = Totals(run, inputs),
        };
    }

    [Calc("alloc_reciprocal")]
    public static object Reciprocal(JsonElement inputs)
    {
        AllocationRun run = AllocationRun.Create(Network(inputs), AllocationMethod.Reciprocal);
        HashSet<string> operating = [.. Names(inputs, "operating")];
        return new Dictionary<string, object?>
        {
            ["gross_service_cost"] = Gross(run, inputs),
            ["allocated_to_operating"] = Names(inputs, "service").ToDictionary(
                sender => sender,
                sender => ByReceiver(run, run.Charges.Where(charge =>
                    charge.Sender.Value == sender && operating.Contains(charge.Receiver.Value)))),
            ["operating_totals"] = Totals(run, inputs),
        };
    }

    /// <summary>The shares are those that each department receives of another; what nobody receives goes to operations.
    /// </summary>
    [Calc("reciprocal_inverse")]
    public static object Inverse(JsonElement inputs)
    {
        const string operations = "operations";
        string[] departments =
            [.. inputs.GetProperty("departments").EnumerateArray().Select(name => name.GetString()!)];
        JsonElement shares = inputs.GetProperty("share_received");
        AllocationNetwork network = NetworkOf(
            [.. departments.Select(name => new CenterCost(
                new(name), inputs.GetProperty("direct_cost").Number(name))), new(new(operations), 0m)],
            departments.Select(sender =>
            {
                AllocationDriver[] served =
                [
                    .. departments.Where(receiver => shares.GetProperty(receiver).TryGetProperty(sender, out _))
                        .Select(receiver => new AllocationDriver(
                            new(receiver), shares.GetProperty(receiver).Number(sender))),
                ];
                decimal others = 1m - served.Sum(driver => driver.Value!.Value);
                return new AllocationSender(
                    new(sender), DriverBasis.Weights, [.. served, new AllocationDriver(new(operations), others)]);
            }));
        AllocationRun run = AllocationRun.Create(network, AllocationMethod.Reciprocal);
        return new Dictionary<string, object?>
        {
            ["gross_cost"] = departments.ToDictionary(
                name => name, name => (object?)ExactFigures.Exact(run.UnroundedGross(new(name)))),
        };
    }

    [Calc("step_dual")]
    public static object StepDual(JsonElement inputs)
    {
        AllocationMethod method = AllocationMethod.StepDown(Order(inputs));
        AllocationRun variable = AllocationRun.Create(Network(inputs, "variable", "variable_base"), method);
        AllocationRun fix = AllocationRun.Create(Network(inputs, "fixed", "fixed_base"), method);
        return new Dictionary<string, object?>
        {
            ["variable_rate"] = Names(inputs, "service").ToDictionary(name => name, name => (object?)ExactFigures.Exact(
                ActivityPool.OfUse(
                    name,
                    variable[new(name)].Gross,
                    Usage(inputs.GetProperty("service").GetProperty(name), "variable_base")
                        .Select(use => new ActivityUse(use.Name, use.Value, 1m))).Rate)),
            ["fixed_pool_when_closed"] = Gross(fix, inputs),
            ["variable_totals"] = Totals(variable, inputs),
            ["fixed_totals"] = Totals(fix, inputs),
            ["operating_totals"] = Names(inputs, "operating").ToDictionary(
                name => name, name => (object?)(variable[new(name)].Rest + fix[new(name)].Rest)),
        };
    }

    [Calc("dual_rate")]
    public static object DualRateOfBudget(JsonElement inputs) => DualRate.AtPrices(
        inputs.Number("fixed_rate"),
        0m,
        inputs.GetProperty("users").EnumerateObject().Select(user =>
            new ServiceUser(new(user.Name), user.Value.Number("budget_usage"), 0m))).Charges.ToDictionary(
        charge => charge.User.Center.Value,
        charge => new Dictionary<string, object?> { ["fixed"] = ExactFigures.Exact(charge.Fixed) });

    [Calc("dual_rate_vs_single")]
    public static object DualRateBesideSingle(JsonElement inputs)
    {
        JsonProperty[] users = [.. inputs.GetProperty("users").EnumerateObject()];
        DualRate dual = OfFixedCost("fixed_share");
        DualRate single = OfFixedCost("actual_usage");
        return dual.Charges.Zip(single.Charges).ToDictionary(
            pair => pair.First.User.Center.Value,
            pair => new Dictionary<string, object?>
            {
                ["dual_rate_total"] = ExactFigures.Exact(pair.First.Total),
                ["fixed_by_actual_usage_total"] = ExactFigures.Exact(pair.Second.Total),
            });

        DualRate OfFixedCost(string capacity) => DualRate.OfFixedCost(
            inputs.Number("fixed_cost"),
            inputs.Number("variable_rate"),
            users.Select(user => new ServiceUser(
                new(user.Name), user.Value.Number(capacity), user.Value.Number("actual_usage"))));
    }

    private static AllocationNetwork Network(JsonElement inputs) => Network(inputs, "cost", "usage");

    private static AllocationNetwork Network(JsonElement inputs, string cost, string usage)
    {
        bool ignoresOwnUse = inputs.TryGetProperty("ignore_self_service", out JsonElement ignores)
            && ignores.GetDecimal() != 0m;
        JsonProperty[] services = [.. inputs.GetProperty("service").EnumerateObject()];
        List<CenterCost> costs =
        [
            .. services.Select(service => new CenterCost(new(service.Name), service.Value.Number(cost))),
            .. inputs.GetProperty("operating").EnumerateObject().Select(center => new CenterCost(
                new(center.Name),
                center.Value.ValueKind == JsonValueKind.Number
                    ? center.Value.GetDecimal()
                    : center.Value.Number(cost))),
        ];
        List<AllocationSender> senders = [];
        foreach (JsonProperty service in services)
        {
            List<AllocationDriver> drivers =
            [
                .. Usage(service.Value, usage).Where(use => !ignoresOwnUse || use.Name != service.Name)
                    .Select(use => new AllocationDriver(new(use.Name), use.Value)),
            ];
            if (service.Value.TryGetProperty("usage_total", out JsonElement total))
            {
                // Who uses the rest is not said, and does not matter to the services.
                const string others = "others";
                drivers.Add(new(new(others), total.GetDecimal() - drivers.Sum(driver => driver.Value!.Value)));
                if (costs.All(center => center.Center.Value != others))
                {
                    costs.Add(new(new(others), 0m));
                }
            }

            senders.Add(new(new(service.Name), DriverBasis.Weights, drivers));
        }

        return NetworkOf(costs, senders);
    }

    private static AllocationNetwork NetworkOf(
        IEnumerable<CenterCost> costs, IEnumerable<AllocationSender> senders) =>
        AllocationNetwork.Create(Currency.Usd, new DecimalScale(2), costs, senders, Refuse);

    private static IEnumerable<(string Name, decimal Value)> Usage(JsonElement service, string usage) =>
        service.GetProperty(usage).EnumerateObject().Select(use => (use.Name, use.Value.GetDecimal()));

    private static IEnumerable<CenterCode> Order(JsonElement inputs) =>
        inputs.GetProperty("order").EnumerateArray().Select(name => new CenterCode(name.GetString()!));

    private static IEnumerable<string> Names(JsonElement inputs, string group) =>
        inputs.GetProperty(group).EnumerateObject().Select(center => center.Name);

    private static Dictionary<string, object?> Gross(AllocationRun run, JsonElement inputs) =>
        Names(inputs, "service").ToDictionary(
            name => name, name => (object?)ExactFigures.Exact(run.UnroundedGross(new(name))));

    private static Dictionary<string, Dictionary<string, object?>> Charges(AllocationRun run, JsonElement inputs) =>
        Names(inputs, "service").ToDictionary(
            sender => sender,
            sender => ByReceiver(run, run.Charges.Where(charge => charge.Sender.Value == sender)));

    private static Dictionary<string, object?> ByReceiver(
        AllocationRun run, IEnumerable<AllocationCharge> charges) =>
        charges.ToDictionary(
            charge => charge.Receiver.Value,
            charge => (object?)ExactFigures.Exact(run.UnroundedCharge(charge.Sender, charge.Receiver)));

    private static Dictionary<string, object?> Totals(AllocationRun run, JsonElement inputs) =>
        Names(inputs, "operating").ToDictionary(
            name => name, name => (object?)ExactFigures.Exact(run.UnroundedGross(new(name))));
}
