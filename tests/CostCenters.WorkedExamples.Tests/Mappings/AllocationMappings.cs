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
    public static object Direct(Given inputs)
    {
        AllocationRun run = AllocationRun.Create(Network(inputs), AllocationMethod.Direct);
        return new Dictionary<string, object?>
        {
            ["allocations"] = Charges(run, inputs),
            ["operating_totals"] = Totals(run, inputs),
        };
    }

    [Calc("alloc_step")]
    public static object StepDown(Given inputs)
    {
        AllocationRun run = AllocationRun.Create(Network(inputs), Method(inputs));
        return new Dictionary<string, object?>
        {
            ["cost_when_closed"] = Gross(run, inputs),
            ["allocations"] = Charges(run, inputs),
            ["operating_totals"] = Totals(run, inputs),
        };
    }

    [Calc("alloc_reciprocal")]
    public static object Reciprocal(Given inputs)
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
    public static object Inverse(Given inputs)
    {
        const string operations = "operations";
        string[] departments =
            [.. inputs.Part("departments").Items.Select(name => name.Text())];
        Given shares = inputs.Part("share_received");
        AllocationNetwork network = NetworkOf(
            [.. departments.Select(name => new CenterCost(
                new(name), inputs.Part("direct_cost").Number(name))), new(new(operations), 0m)],
            departments.Select(sender =>
            {
                AllocationDriver[] served =
                [
                    .. departments.Where(receiver => shares.Optional(receiver)?.Has(sender) == true)
                        .Select(receiver => new AllocationDriver(
                            new(receiver), shares.Part(receiver).Number(sender))),
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
    public static object StepDual(Given inputs)
    {
        AllocationMethod method = Method(inputs);
        AllocationRun variable = AllocationRun.Create(Network(inputs, "variable", "variable_base"), method);
        AllocationRun fix = AllocationRun.Create(Network(inputs, "fixed", "fixed_base"), method);
        return new Dictionary<string, object?>
        {
            ["variable_rate"] = Names(inputs, "service").ToDictionary(name => name, name => (object?)ExactFigures.Exact(
                ActivityPool.OfUse(
                    name,
                    variable[new(name)].Gross,
                    Usage(inputs.Part("service").Part(name), "variable_base")
                        .Select(use => new ActivityUse(use.Name, use.Value, 1m))).Rate)),
            ["fixed_pool_when_closed"] = Gross(fix, inputs),
            ["variable_totals"] = Totals(variable, inputs),
            ["fixed_totals"] = Totals(fix, inputs),
            ["operating_totals"] = Names(inputs, "operating").ToDictionary(
                name => name, name => (object?)(variable[new(name)].Rest + fix[new(name)].Rest)),
        };
    }

    [Calc("dual_rate")]
    public static object DualRateOfBudget(Given inputs)
    {
        ServiceUser[] users =
        [
            .. inputs.Part("users").Parts.Select(user => new ServiceUser(
                new(user.Name), CapacityOf(user.Value), user.Value.OptionalNumber("actual_usage") ?? 0m)),
        ];
        decimal variable = inputs.OptionalNumber("variable_rate") ?? 0m;
        DualRate rate = inputs.OptionalNumber("fixed_rate") is decimal fix
            ? DualRate.AtPrices(fix, variable, users)
            : DualRate.OfFixedCost(inputs.Number("fixed_cost"), variable, users);
        return rate.Charges.ToDictionary(
            charge => charge.User.Center.Value,
            charge => new Dictionary<string, object?>
            {
                ["fixed"] = ExactFigures.Exact(charge.Fixed),
                ["variable"] = ExactFigures.Exact(charge.Total - charge.Fixed),
                ["total"] = ExactFigures.Exact(charge.Total),
            });
    }

    [Calc("dual_rate_vs_single")]
    public static object DualRateBesideSingle(Given inputs)
    {
        (string Name, Given Value)[] users = [.. inputs.Part("users").Parts];
        DualRate dual = OfFixedCost(CapacityOf);
        DualRate single = OfFixedCost(user => user.Number("actual_usage"));
        return dual.Charges.Zip(single.Charges).ToDictionary(
            pair => pair.First.User.Center.Value,
            pair => new Dictionary<string, object?>
            {
                ["dual_rate_total"] = ExactFigures.Exact(pair.First.Total),
                ["fixed_by_actual_usage_total"] = ExactFigures.Exact(pair.Second.Total),
            });

        DualRate OfFixedCost(Func<Given, decimal> capacityOf) => DualRate.OfFixedCost(
            inputs.Number("fixed_cost"),
            inputs.Number("variable_rate"),
            users.Select(user => new ServiceUser(
                new(user.Name), capacityOf(user.Value), user.Value.Number("actual_usage"))));
    }

    // The right to be served: a share of the capacity, or what was budgeted to be used.
    private static decimal CapacityOf(Given user) =>
        user.OptionalNumber("fixed_share", "budget_usage") ?? throw new NotSupportedException("A user of no capacity.");

    private static AllocationNetwork Network(Given inputs) => Network(inputs, "cost", "usage");

    private static AllocationNetwork Network(Given inputs, string cost, string usage)
    {
        bool ignoresOwnUse = inputs.IsSet("ignore_self_service");
        (string Name, Given Value)[] services = [.. inputs.Part("service").Parts];
        List<CenterCost> costs =
        [
            .. services.Select(service => new CenterCost(new(service.Name), service.Value.Number(cost))),
            .. inputs.Part("operating").Parts.Select(center => new CenterCost(
                new(center.Name),
                center.Value.IsNumber
                    ? center.Value.Number()
                    : center.Value.Number(cost))),
        ];
        List<AllocationSender> senders = [];
        foreach ((string Name, Given Value) service in services)
        {
            List<AllocationDriver> drivers =
            [
                .. Usage(service.Value, usage).ToList().Where(use => !ignoresOwnUse || use.Name != service.Name)
                    .Select(use => new AllocationDriver(new(use.Name), use.Value)),
            ];
            if (service.Value.OptionalNumber("usage_total") is decimal total)
            {
                // Who uses the rest is not said, and does not matter to the services.
                const string others = "others";
                drivers.Add(new(new(others), total - drivers.Sum(driver => driver.Value!.Value)));
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

    private static IEnumerable<(string Name, decimal Value)> Usage(Given service, string usage) =>
        service.Part(usage).Parts.Select(use => (use.Name, use.Value.Number()));

    // Without an order the one who serves the most others goes first, as most sources have it.
    private static AllocationMethod Method(Given inputs) => inputs.Optional("order") is Given order
        ? AllocationMethod.StepDown([.. order.Items.Select(name => new CenterCode(name.Text()))])
        : AllocationMethod.StepDown(StepOrder.MostServed);

    private static IEnumerable<string> Names(Given inputs, string group) =>
        inputs.Part(group).Parts.Select(center => center.Name);

    private static Dictionary<string, object?> Gross(AllocationRun run, Given inputs) =>
        Names(inputs, "service").ToDictionary(
            name => name, name => (object?)ExactFigures.Exact(run.UnroundedGross(new(name))));

    private static Dictionary<string, Dictionary<string, object?>> Charges(AllocationRun run, Given inputs) =>
        Names(inputs, "service").ToDictionary(
            sender => sender,
            sender => ByReceiver(run, run.Charges.Where(charge => charge.Sender.Value == sender)));

    private static Dictionary<string, object?> ByReceiver(
        AllocationRun run, IEnumerable<AllocationCharge> charges) =>
        charges.ToDictionary(
            charge => charge.Receiver.Value,
            charge => (object?)ExactFigures.Exact(run.UnroundedCharge(charge.Sender, charge.Receiver)));

    private static Dictionary<string, object?> Totals(AllocationRun run, Given inputs) =>
        Names(inputs, "operating").ToDictionary(
            name => name, name => (object?)ExactFigures.Exact(run.UnroundedGross(new(name))));
}
