using CostCenters.Monetary;
using CostCenters.UnitCosts;

namespace CostCenters.Samples.Cookbook;

internal static class ChannelPage
{
    public static void Show()
    {
        Console.WriteLine("-- cost of a contact by channel");
        UnitCostGroup Channel(string name, decimal contacts, decimal minutes, decimal cost) =>
            UnitCostGroup.OfTotals(name, contacts, "minute", minutes, cost);
        var spring = new UnitCostCase(20_000m, [
            Channel("phone", 4_000m, 32_000m, 25_600m),
            Channel("mail", 2_000m, 12_000m, 9_600m),
        ]);
        var summer = new UnitCostCase(21_000m, [
            Channel("phone", 3_500m, 29_750m, 24_395m),
            Channel("mail", 2_000m, 11_000m, 9_020m),
            Channel("chat", 1_500m, 6_000m, 4_500m),
        ]);
        UnitCostChange change = UnitCostChange.Explain(
            spring, summer, NewGroups.PartsOfMix, Currency.Eur, "contact");
        Console.Write(change.Split is { } split
            ? split.ToText(digits: 4, MidpointRounding.AwayFromZero)
            : $"no figure: {change.Gap}");
    }
}
