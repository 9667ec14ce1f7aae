using System.Globalization;
using CostCenters.Allocations;
using CostCenters.Allocations.Activities;
using CostCenters.Monetary;

namespace CostCenters.Samples.ServiceAllocation;

/// <summary>Three methods side by side, the cost behind one charge, and the capacity that nobody used.</summary>
internal static class Tables
{
    private const int NameWidth = 36;
    private const int AmountWidth = 16;

    public static void Print(Services services, TextWriter output)
    {
        AllocationRun[] runs =
        [
            AllocationRun.Create(services.Network, AllocationMethod.Direct),
            AllocationRun.Create(services.Network, AllocationMethod.StepDown(StepOrder.MostServed)),
            AllocationRun.Create(services.Network, AllocationMethod.Reciprocal),
        ];
        output.WriteLine("Who carries the services: loaded cost by method");
        Line(output, "", [.. runs.Select(run => run.Method.Name)]);
        foreach (CenterBalance balance in runs[0].Balances.Where(balance => !balance.IsSender))
        {
            Line(output, balance.Center.Value, [.. runs.Select(run => Text(run[balance.Center].Rest))]);
        }

        Line(output, "total", [.. runs.Select(run => Text(run.Balances.Sum(balance => balance.Rest)))]);
        output.WriteLine($"step-down order: {string.Join(", ", runs[1].Order)}");
        PrintBalances(runs[2], output);
        PrintTrace(services, runs[2], output);
        PrintDesk(services.Desk, output);
    }

    private static void PrintBalances(AllocationRun run, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Services, reciprocal: gross and net");
        Line(output, "", "primary", "received", "sent", "rest", "net");
        foreach (CenterBalance balance in run.Balances.Where(balance => balance.IsSender))
        {
            Line(
                output,
                balance.Center.Value,
                Text(balance.Primary),
                Text(balance.Received),
                Text(balance.Sent),
                Text(balance.Rest),
                Text(balance.Net));
        }
    }

    private static void PrintTrace(Services services, AllocationRun run, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"What {services.Receiver} pays for when {services.Sender} charges it");
        TraceNode root = AllocationTrace.Upstream(run, services.Sender, services.Receiver, services.Levels);
        Print(root, root.Amount, 0, output);
    }

    private static void Print(TraceNode node, Fraction whole, int depth, TextWriter output)
    {
        string name = node.Kind switch
        {
            TraceKind.PrimaryCost => $"{node.Center}, own cost",
            TraceKind.Rounding => "rounding",
            _ => $"{node.Center}",
        };
        string percent = whole.IsZero ? "" : Text(node.Amount / whole * Fraction.Of(100m)) + " %";
        Line(output, new string(' ', 2 * depth) + name, Text(node.Amount), percent);
        foreach (TraceNode part in node.Parts)
        {
            Print(part, whole, depth + 1, output);
        }
    }

    private static void PrintDesk(ActivityPool desk, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{desk.Name} by time: {Text(desk.Rate)} a minute");
        foreach (ActivityUse use in desk.Uses)
        {
            Line(output, use.Name, Text(desk.UnitRate(use)), Text(desk.CostOf(use)));
        }

        Line(output, "unused capacity", "", Text(desk.UnusedCost));
        Line(output, "used", "", Text(desk.Utilization * Fraction.Of(100m)) + " %");
    }

    private static void Line(TextWriter output, string name, params string[] texts) => output.WriteLine(
        (name.PadRight(NameWidth) + string.Concat(texts.Select(text => text.PadLeft(AmountWidth)))).TrimEnd());

    private static string Text(Fraction value) => Text(value.RoundTo(2, MidpointRounding.AwayFromZero));

    private static string Text(decimal value) => value.ToString("N2", CultureInfo.InvariantCulture);
}
