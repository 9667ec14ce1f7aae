using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.Sales;

namespace CostCenters.Samples.Cookbook;

internal static class SalesPage
{
    public static void Show()
    {
        Console.WriteLine("-- price, volume and mix");
        VarianceNode tree = PriceVolumeMix.Analyze(
            [
                new ProductSales("A", PricedQuantity.AtPrice(100, 10), PricedQuantity.AtPrice(120, 9)),
                new ProductSales("B", PricedQuantity.AtPrice(50, 20), PricedQuantity.AtPrice(50, 22)),
                new ProductSales("C", PricedQuantity.AtPrice(40, 5), actual: null),
                new ProductSales("D", budget: null, PricedQuantity.AtPrice(30, 8)),
            ],
            VolumeDetail.QuantityAndMix,
            JointVariance.Separate,
            new VarianceUnits(Currency.Eur, "piece"));
        foreach (VarianceNode part in tree.Children)
        {
            Console.WriteLine($"{part.Name} {part.Amount.RoundTo(2, MidpointRounding.AwayFromZero)} {part.Outcome}");
        }
    }
}
