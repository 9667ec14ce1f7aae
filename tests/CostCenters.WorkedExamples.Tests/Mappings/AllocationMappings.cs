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
                sender => run.Charges.Where(charge => charge.Sender.Value == sender).ToDictionary(
                charge => charge.Receiver.Value,
                charge => (object?)ExactFigures.Exact(run.UnroundedCharge(charge.Sender, charge.Receiver))));

    private static Dictionary<string, object?> Totals(AllocationRun run, JsonElement inputs) =>
        Names(inputs, "operating").ToDictionary(
            name => name, name => (object?)ExactFigures.Exact(run.UnroundedGross(new(name))));
}
