using CostCenters.KeyFigures;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using CostCenters.Tests.Unit.KeyFigures;
using CostCenters.UnitCosts;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CostCenters.Tests.Properties;

/// <summary>Two sides of a comparison of unit costs.</summary>
public sealed record UnitCostPair(UnitCostCase Base, UnitCostCase Actual)
{
    public override string ToString() => $"{Text(Base)} -> {Text(Actual)}";

    private static string Text(UnitCostCase side) =>
        $"{side.FixedCost} " + string.Join(
            "; ", side.Groups.Select(group => $"{group.Name} {group.Units} x {group.VariableCostPerUnit}"));
}

/// <summary>Values of key figures, stocks once for each center and period.</summary>
public sealed record KeyFigureSample(KeyFigureValue[] Values)
{
    public override string ToString() =>
        string.Join("; ", Values.Select(v => $"{v.KeyFigure} {v.Center} {v.Period} {v.Value}"));
}

/// <summary>Costs in cents by center, element and period, and key figures beside them.</summary>
public sealed record CostSample((string Center, bool IsFee, int Period, int Cents)[] Costs, KeyFigureSample Figures)
{
    public override string ToString() => $"{string.Join("; ", Costs)} | {Figures}";
}

/// <summary>Events of a few tickets over three months.</summary>
public sealed record ContactSample(ContactEvent[] Events)
{
    public override string ToString() => string.Join("\n", Events.Select(each => each.ToString()));
}

public static class UnitCostGenerators
{
    private static readonly string[] Centers = ["S", "S1", "S11", "S12", "S2"];

    private static readonly Gen<decimal> Amounts = Gen.OneOf(
        Gen.Elements(0m, 1m, -1m, 0.00000001m, -1_000_000_000_000_000m, 999_999_999_999_999.99999999m),
        Gen.Choose(-999_999, 999_999).Select(cents => cents / 100m));

    private static readonly Gen<decimal> Rates =
        Gen.OneOf(Gen.Elements(0m, 1m, 1_000_000_000m, 0.00000001m), Gen.Choose(0, 5_000).Select(x => x / 7m))
            .Select(x => decimal.Round(x, 8, MidpointRounding.ToZero));

    private static Gen<UnitCostGroup> GroupOf(string name) =>
        from units in Gen.OneOf(Gen.Constant(0m), Gen.Choose(0, 1_000).Select(x => (decimal)x), Rates)
        from way in Gen.Choose(0, 2)
        from input in Rates
        from price in Rates
        select way switch
        {
            // A group keeps its unit; self-service is counted in another one than the others.
            0 => UnitCostGroup.OfRates(name, units, UnitOf(name), input, price),
            1 when units > 0m && input > 0m => UnitCostGroup.OfTotals(name, units, UnitOf(name), input, price),
            _ => UnitCostGroup.OfTotals(name, units, UnitOf(name), 0, 0),
        };

    private static string UnitOf(string name) => name == "self-service" ? "sessions" : "minutes";

    private static readonly Gen<UnitCostCase> Cases =
        from names in Gen.SubListOf("phone", "email", "chat", "self-service")
        from groups in Gen.CollectToList(names, GroupOf)
        from fixedCost in Amounts
        select new UnitCostCase(fixedCost, groups);

    public static Arbitrary<UnitCostPair> UnitCostPairs() => Arb.From(
        from before in Cases from after in Cases select new UnitCostPair(before, after));

    public static Arbitrary<KeyFigureSample> KeyFigureSamples() => Arb.From(
        from values in (
            from figure in Gen.Elements(
                KeyFigureCases.Calls, KeyFigureCases.Customers, KeyFigureCases.Heads, KeyFigureCases.Peak,
                KeyFigureCases.HeadsAtEnd)
            from center in Gen.Elements(Centers)
            from period in Gen.Choose(1, 12)
            from value in Gen.OneOf(
                Gen.Elements(0m, 0.000001m, 1_000_000_000m), Gen.Choose(-50, 500).Select(x => x / 4m))
            select KeyFigureCases.Value(figure, center, period, value)).ListOf()
        select new KeyFigureSample([.. values.DistinctBy(v => (v.KeyFigure, v.Center, v.Period))]));

    public static Arbitrary<CostSample> CostSamples() => Arb.From(
        from costs in (
            from center in Gen.Elements(Centers)
            from isFee in Gen.Elements(false, false, true)
            from period in Gen.Choose(1, 12)
            from cents in Gen.OneOf(Gen.Elements(0, 1, -1, int.MaxValue), Gen.Choose(-99_999, 99_999))
            select (center, isFee, period, cents)).ListOf()
        from figures in KeyFigureSamples().Generator
        select new CostSample([.. costs], figures));

    public static Arbitrary<ContactSample> ContactSamples() => Arb.From(
        from events in (
            from ticket in Gen.Choose(1, 12)
            from center in Gen.Elements(Centers)
            from channel in Gen.Elements("phone", "email")
            from cause in Gen.Elements<string?>(null, "login", "bill")
            from hour in Gen.OneOf(Gen.Choose(0, 90 * 24), Gen.Choose(740, 750))
            from answer in Gen.Elements<int?>(null, 0, 1, 5, 60, 3_000)
            from resolution in Gen.Elements<int?>(null, 0, 7, 60, 100_000)
            from contacts in Gen.Elements(1, 1, 1, 2, 5)
            from score in Gen.Elements<decimal?>(null, 1, 4.5m, 5)
            let opened = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromHours(hour)
            select new ContactEvent(
                $"ticket {ticket}",
                new CenterCode(center),
                new ChannelCode(channel),
                cause is null ? null : new CauseCode(cause),
                opened,
                answer is int a ? opened + Duration.FromMinutes(a) : null,
                resolution is int r ? opened + Duration.FromMinutes(r) : null,
                contacts,
                score)).ListOf()
        select new ContactSample([.. events]));
}
