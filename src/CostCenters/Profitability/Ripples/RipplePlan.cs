using System.Collections.Immutable;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Profitability.Ripples;

/// <summary>Changes as parts of capacity and cost, by period.</summary>
internal sealed class RipplePlan
{
    private readonly RippleModel model;
    private readonly SortedDictionary<int, Fraction[]> savings = [];

    private RipplePlan(RippleModel model)
    {
        this.model = model;
        Shocks = [.. model.Periods.Select(_ => new Fraction[model.Graph.Figures.Count])];
    }

    /// <summary>By period and figure, the change from outside, in parts of the figure.</summary>
    public Fraction[][] Shocks { get; }

    /// <summary>The changed centers in the order of the network, with what each costs less in each period.</summary>
    public ImmutableArray<(int Center, Fraction[] Savings)> Savings =>
        [.. savings.Select(saving => (saving.Key, saving.Value))];

    public static RipplePlan Of(RippleModel model, IEnumerable<RippleChange> changes)
    {
        var plan = new RipplePlan(model);
        var capacities = new Dictionary<int, Fraction[]>();
        foreach (RippleChange change in changes)
        {
            if (change is null)
            {
                throw new ArgumentException("A change is null.", nameof(changes));
            }

            plan.Add(change, capacities);
        }

        plan.RequireCapacity(capacities);
        return plan;
    }

    private void Add(RippleChange change, Dictionary<int, Fraction[]> capacities)
    {
        int center = model.Run.Network.Require(change.Center);
        IReadOnlyList<Fraction> cost = model.BaseOf(RippleFigure.Cost(change.Center))
            ?? throw new ArgumentException($"The cost of '{change.Center}' has no base.", nameof(change));
        Fraction[] saved = Of(savings, center);
        Fraction[] parts = Of(capacities, center);
        for (int period = 0; period < model.Periods.Length; period++)
        {
            if (model.Periods[period] >= change.From)
            {
                (Fraction amount, Fraction part) = EffectOf(change, cost[period]);
                saved[period] -= amount;
                parts[period] += part;
                Shock(RippleFigure.Capacity(change.Center), period, part);
                Shock(
                    RippleFigure.Cost(change.Center), period, cost[period].IsZero ? default : amount / cost[period]);
            }
        }
    }

    private (Fraction Amount, Fraction Part) EffectOf(RippleChange change, Fraction cost)
    {
        var value = Fraction.Of(change.Value);
        switch (change.Kind)
        {
            case RippleChangeKind.Percent:
                Fraction part = value / Fraction.Of(100m);
                return (cost * part, part);
            case RippleChangeKind.Amount:
                return value.IsZero ? default
                    : !cost.IsZero ? (value, value / cost)
                    : throw new ArgumentException(
                        $"'{change.Center}' costs nothing; an amount is no part of it.", nameof(change));
            default:
                int limit = model.Graph.IndexOf(RippleFigure.Capacity(change.Center));
                decimal capacity = limit >= 0 && model.Graph.Limits.TryGetValue(limit, out ServiceLimit? known)
                    ? known.Capacity
                    : 0m;
                return capacity > 0m
                    ? (value * Fraction.Of(change.CostPerUnit!.Value), value / Fraction.Of(capacity))
                    : throw new ArgumentException(
                        $"'{change.Center}' has no limit with a capacity above 0.", nameof(change));
        }
    }

    private void Shock(RippleFigure figure, int period, Fraction part)
    {
        if (model.Graph.IndexOf(figure) is int number and >= 0)
        {
            Shocks[period][number] += part;
        }
    }

    private void RequireCapacity(Dictionary<int, Fraction[]> capacities)
    {
        foreach (var (center, parts) in capacities)
        {
            CenterCode code = model.Run.Network.Centers[center];
            int period = Array.FindIndex(parts, part => part < -Fraction.One);
            if (period >= 0)
            {
                throw new ArgumentException(
                    $"The changes leave '{code}' a capacity below 0 in {model.Periods[period]}.");
            }

            IReadOnlyList<Fraction> cost = model.BaseOf(RippleFigure.Cost(code))!;
            period = Array.FindIndex(
                [.. savings[center].Select((saving, index) => saving.Sign > 0 && saving > cost[index].Abs())],
                isBelow => isBelow);
            if (period >= 0)
            {
                throw new ArgumentException(
                    $"The changes leave '{code}' a cost below 0 in {model.Periods[period]}.");
            }
        }
    }

    private Fraction[] Of(IDictionary<int, Fraction[]> all, int center)
    {
        if (!all.TryGetValue(center, out Fraction[]? values))
        {
            all.Add(center, values = new Fraction[model.Periods.Length]);
        }

        return values;
    }
}
