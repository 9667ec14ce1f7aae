using System.Text.Json;
using CostCenters.Allocations;
using CostCenters.Allocations.Activities;
using CostCenters.Allocations.Chains;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Samples.ServiceAllocation;

/// <summary>The page for management.</summary>
internal static class Report
{
    public static void Write(Company company, Page page)
    {
        WriteMethods(company, page);
        AllocationChain chain = company.RunChain();
        WriteBalance(chain, page);
        WriteTrace(company, chain, page);
        WritePrices(company, page);
        WriteDesk(company, page);
        WriteLedger(company, chain, page);
    }

    private static void WriteMethods(Company company, Page page)
    {
        AllocationRun[] runs =
        [
            company.RunMethod(AllocationMethod.Direct),
            company.RunMethod(AllocationMethod.StepDown(StepOrder.MostServed)),
            company.RunMethod(AllocationMethod.Reciprocal),
        ];
        page.Section(
            "methods", "Who carries the services: loaded cost by method", [.. runs.Select(run => run.Method.Name)]);
        foreach (CenterBalance balance in runs[0].Balances.Where(balance => balance is { IsSender: false, Rest: > 0m }))
        {
            page.Line(balance.Center.Value, [.. runs.Select(run => (decimal?)run[balance.Center].Rest)]);
        }

        page.Line("total", [.. runs.Select(run => (decimal?)run.Balances.Sum(balance => balance.Rest))]);
        page.Note("order", $"step-down order: {string.Join(", ", runs[1].Order)}");
        page.Section("services", "Services, reciprocal: gross and net", "primary", "received", "sent", "rest", "net");
        foreach (CenterBalance balance in runs[2].Balances.Where(balance => balance.IsSender))
        {
            page.Line(
                balance.Center.Value, balance.Primary, balance.Received, balance.Sent, balance.Rest, balance.Net);
        }
    }

    private static void WriteBalance(AllocationChain chain, Page page)
    {
        page.Section("rules", "Rules in sequence: each takes what the earlier ones left", "in", "out", "rest", "cells");
        foreach (AllocationStep step in chain.Steps)
        {
            page.Line(step.Rule.Name, step.In, step.Out, step.Rest, step.CellCount);
            foreach (ConsumedOutput part in step.Consumed)
            {
                page.Line($"of {part.Step.Rule.Name}", 1, part.Amount);
            }
        }
    }

    private static void WriteTrace(Company company, AllocationChain chain, Page page)
    {
        JsonElement plan = company.PlanOf("trace");
        CenterCode sender = new(plan.Member("sender").GetString()!);
        CenterCode receiver = new(plan.Member("receiver").GetString()!);
        AllocationStep step = chain.Steps.FirstOrDefault(step => step.Run.Charge(sender, receiver) is not null)
            ?? throw new FormatException($"plan.json: '{sender}' charges '{receiver}' nothing.");
        page.Section("trace", $"What {receiver} pays for when {sender} charges it", "amount", "percent");
        Explanation.Print(ChainTrace.Upstream(step, sender, receiver, 1), page);
    }

    private static void WritePrices(Company company, Page page)
    {
        JsonElement plan = company.PlanOf("priced");
        CenterCode service = new(plan.Member("service").GetString()!);
        DualRate charges = company.ChargeAtPrices(
            service, new(plan.Member("capacity").GetString()!), new(plan.Member("use").GetString()!));
        page.Section("prices", $"{service} at plan prices instead", "capacity", "use", "total");
        foreach (ServiceCharge charge in charges.Charges)
        {
            page.Line(
                charge.User.Center.Value,
                Page.Amount(charge.Fixed),
                Page.Amount(charge.Variable),
                Page.Amount(charge.Total));
        }

        decimal cost = company.RunMethod(AllocationMethod.Direct)[service].Primary;
        page.Line("over-recovery (+), under-recovery (-)", null, null, Page.Amount(charges.OverRecovery(cost)));
    }

    private static void WriteDesk(Company company, Page page)
    {
        JsonElement plan = company.PlanOf("desk");
        CenterCode service = new(plan.Member("service").GetString()!);
        var uses = new List<ActivityUse>();
        foreach (JsonProperty activity in plan.Member("activities").EnumerateObject())
        {
            JsonProperty[] extra = activity.Value.TryGetProperty("extra", out JsonElement terms)
                ? [.. terms.EnumerateObject()]
                : [];
            var equation = new TimeEquation(
                activity.Value.Member("base").GetDecimal(),
                extra.Select(term => new TimeTerm(term.Name, term.Value.Member("minutes").GetDecimal())));
            uses.AddRange(equation.Uses(
                activity.Name,
                activity.Value.Member("done").GetDecimal(),
                extra.ToDictionary(term => term.Name, term => term.Value.Member("done").GetDecimal())));
        }

        ActivityPool pool = ActivityPool.AtCapacity(
            service.Value,
            company.RunMethod(AllocationMethod.Direct)[service].Primary,
            plan.Member("minutes").GetDecimal(),
            uses);
        ActivityBasedCosting costs = ActivityBasedCosting.Create([pool]);
        page.Section("time", $"{service} by time: {Page.Amount(pool.Rate)} a minute", "cost", "percent");
        foreach (string activity in costs.Objects)
        {
            page.Line(activity, Page.Amount(costs[activity]), Explanation.Percent(costs[activity], costs.AssignedCost));
        }

        page.Line("unused capacity", Page.Amount(costs.UnusedCost), null);
        page.Line("used", null, Page.Amount(pool.Utilization * Fraction.Of(100m)));
    }

    /// <summary>The chain as one document of the ledger, and its reversal: charges on receivers, credits on senders.
    /// </summary>
    private static void WriteLedger(Company company, AllocationChain chain, Page page)
    {
        FiscalCalendar calendar = company.Space.Calendar;
        Ledger ledger = company.Book.Ledger;
        var id = new DocumentId($"allocation-{company.Period}");
        Posting[] postings =
        [
            .. chain.Entries().Select(entry => new Posting(
                DayOf(entry.Period),
                entry.Center,
                entry.Element,
                entry.Amount,
                reference: entry.Rule,
                text: entry.Amount > 0m ? $"from {entry.Partner}" : $"to {entry.Partner}")),
        ];
        ledger.Post(new Document(id, company.Space.Currency, postings), Company.Stamp).GetOrThrow();
        decimal loaded = LoadedOf(company, "Scooters");
        ledger.Reverse(id, new DocumentId($"{id}-reversed"), null, Company.Stamp).GetOrThrow();
        page.Section("ledger", $"In the ledger as document {id}", "postings", "sum", "Scooters", "reversed");
        page.Line(
            id.Value,
            (decimal)postings.Length,
            postings.Sum(posting => posting.Amount),
            loaded,
            LoadedOf(company, "Scooters"));

        LocalDate DayOf(FiscalPeriod period) => calendar.DatesOf(period).Last;
    }

    private static decimal LoadedOf(Company company, string center) =>
        company.Book.Snapshot().ToLayers()[LayerKey.Actual].Cells()
            .Where(cell => cell.Address.Center == new CenterCode(center) && cell.Address.Period == company.Period)
            .Sum(cell => cell.Amount);
}
