using System.Text.Json;
using CostCenters.Allocations;
using CostCenters.Allocations.Activities;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Samples.ServiceAllocation;

/// <summary>Services that serve each other and two product lines, as <c>services.json</c> tells it.</summary>
internal sealed record Services(
    AllocationNetwork Network, CenterCode Sender, CenterCode Receiver, int Levels, ActivityPool Desk)
{
    public static Services Read(string path)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
        JsonElement root = json.RootElement;
        var currency = Currency.FromIso(root.GetProperty("currency").GetString()!);
        AllocationNetwork network = AllocationNetwork.Create(
            currency,
            new DecimalScale(currency.MinorDigits),
            root.GetProperty("costs").EnumerateObject()
                .Select(cost => new CenterCost(new(cost.Name), cost.Value.GetDecimal())),
            root.GetProperty("services").EnumerateObject().Select(service => new AllocationSender(
                new(service.Name),
                DriverBasis.Weights,
                service.Value.GetProperty("receivers").EnumerateObject()
                    .Select(driver => new AllocationDriver(new(driver.Name), driver.Value.GetDecimal())))),
            new DriverRules(
                zero: DriverTreatment.Refuse, missing: DriverTreatment.Refuse, negative: DriverTreatment.Refuse));
        JsonElement trace = root.GetProperty("trace");
        return new Services(
            network,
            new(trace.GetProperty("sender").GetString()!),
            new(trace.GetProperty("receiver").GetString()!),
            trace.GetProperty("levels").GetInt32(),
            ReadDesk(root.GetProperty("desk"), root.GetProperty("costs")));
    }

    private static ActivityPool ReadDesk(JsonElement desk, JsonElement costs)
    {
        string service = desk.GetProperty("service").GetString()!;
        return ActivityPool.AtCapacity(
            service,
            costs.GetProperty(service).GetDecimal(),
            desk.GetProperty("minutes").GetDecimal(),
            desk.GetProperty("activities").EnumerateObject().Select(activity => new ActivityUse(
                activity.Name,
                activity.Value.GetProperty("done").GetDecimal(),
                activity.Value.GetProperty("minutes").GetDecimal())));
    }
}
