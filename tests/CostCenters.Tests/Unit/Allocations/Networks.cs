using CostCenters.Allocations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Allocations;

/// <summary>Small networks in euro and cents, written short.</summary>
internal static class Networks
{
    public static readonly DriverRules Refuse = Rules(DriverTreatment.Refuse);

    public static readonly DriverRules Skip = Rules(DriverTreatment.Skip);

    public static readonly DriverRules Even = Rules(DriverTreatment.Even);

    /// <summary>What a center with 1.25 charges the only other one.</summary>
    public static AllocationCharge Charge => AllocationRun.Create(
        Of(Costs(("a", 1.25m), ("b", 0m)), Sender("a", ("b", 1m))), AllocationMethod.Direct).Charges[0];

    /// <summary>Compute and disks of a container, which four services pass on to two products.</summary>
    public static AllocationNetwork Container => Of(
        Costs(
            ("compute", 80m), ("disks", 20m), ("monitoring", 0m), ("history", 0m), ("web", 0m),
            ("reporting", 0m), ("b2b", 0m), ("b2c", 0m)),
        Sender(
            "compute", ("web", 3m), ("reporting", 0.5m), ("history", 0.25m), ("monitoring", 0.25m)),
        Sender("disks", ("history", 9m), ("monitoring", 1m)),
        Sender("monitoring", ("web", 50m), ("reporting", 10m), ("history", 10m)),
        Sender("history", ("web", 1m), ("reporting", 1m)),
        Sender("web", ("b2b", 100m), ("b2c", 900m)),
        Sender("reporting", ("b2b", 9m), ("b2c", 1m)));

    public static DriverRules Rules(DriverTreatment all) => new(all, all, all);

    public static CenterCode Center(string code) => new(code);

    public static CenterCost[] Costs(params (string Center, decimal Amount)[] costs) =>
        [.. costs.Select(cost => new CenterCost(new(cost.Center), cost.Amount))];

    public static AllocationSender Sender(string center, params (string Receiver, decimal? Value)[] drivers) =>
        Sender(DriverBasis.Weights, center, drivers);

    public static AllocationSender Sender(
        DriverBasis basis, string center, params (string Receiver, decimal? Value)[] drivers) =>
        new(new(center), basis, drivers.Select(driver => new AllocationDriver(new(driver.Receiver), driver.Value)));

    public static AllocationNetwork Of(CenterCost[] costs, params AllocationSender[] senders) =>
        Of(costs, Refuse, senders);

    public static AllocationNetwork Of(CenterCost[] costs, DriverRules rules, params AllocationSender[] senders) =>
        AllocationNetwork.Create(Currency.Eur, new DecimalScale(2), costs, senders, rules);

    public static AllocationMethod StepDown(params string[] order) =>
        AllocationMethod.StepDown(order.Select(Center));

    /// <summary>Text such as <c>IT>A 1.50, IT>B 2.50</c>.</summary>
    public static string ChargesOf(AllocationRun run) => string.Join(", ", run.Charges.Select(charge =>
        FormattableString.Invariant($"{charge.Sender}>{charge.Receiver} {charge.Amount:0.##}")));

    /// <summary>Text such as <c>A 1.50, B 2.50</c>: what stays with each center.</summary>
    public static string RestsOf(AllocationRun run) => string.Join(", ", run.Balances.Select(balance =>
        FormattableString.Invariant($"{balance.Center} {balance.Rest:0.##}")));
}
