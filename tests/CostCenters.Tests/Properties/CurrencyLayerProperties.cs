using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Currencies;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(Generators)])]
public class CurrencyLayerProperties
{
    [Property]
    public void Layers_EitherBase_AddUpToTheCellsInHomeCurrency(ReportCase c)
    {
        var total = Fraction.Zero;
        foreach (var (cube, rate) in new[] { (Cube(c, c.Actual), 1.25m), (Cube(c, c.Budget), -1.5m) })
        {
            total += Fraction.Sum(cube.Cells().Where(cell => c.Range.Contains(cell.Address.Period)).Select(cell =>
                Fraction.Of(IsCost(cell.Address) ? cell.Amount : -cell.Amount) * Fraction.Of(rate)));
        }

        foreach (var rateEffect in Enum.GetValues<RateEffectBase>())
        {
            var tree = Tree(c, VarianceBasis.Cost, rateEffect);

            SwapProperties.AssertAddsUp(tree);
            Assert.Equal(total, tree.Amount);
        }

        bool IsCost(CellAddress address) =>
            c.Org.Space.Elements[address.Element].Nature == ElementNature.Cost;
    }

    [Property] // The base moves over with the sides: what was actual is the reference now.
    public void Layers_Swapped_NegateAndFlip(ReportCase c)
    {
        var swapped = c with { Budget = c.Actual, Actual = c.Budget };
        var tree = Tree(c, VarianceBasis.Profit, RateEffectBase.ActualAmount);
        var mirror = Tree(swapped, VarianceBasis.Profit, RateEffectBase.ReferenceAmount, (1.25m, 1.5m));

        SwapProperties.AssertSwapped(tree, mirror);
        Assert.Equal(-tree["rate-effect"].Amount, mirror["rate-effect"].Amount);
        Assert.Equal(-tree["operating-effect"].Amount, mirror["operating-effect"].Amount);
    }

    private static VarianceNode Tree(
        ReportCase c, VarianceBasis basis, RateEffectBase rateEffect, (decimal Budget, decimal Actual)? rates = null)
    {
        var (budget, actual) = rates ?? (1.5m, 1.25m);
        Currency from = c.Org.Space.Currency;
        var to = Currency.FromIso(from == Currency.Chf ? "EUR" : "CHF");
        return CurrencyVariances.Analyze(
            basis,
            [
                new CurrencyLayer(
                    Cube(c, c.Budget),
                    Cube(c, c.Actual),
                    c.Range,
                    new RatePair(new ExchangeRate(from, to, budget), new ExchangeRate(from, to, actual))),
            ],
            rateEffect);
    }

    private static Cube Cube(ReportCase c, Fact[] facts) => CubeProperties.TryBuild(c.Org.Space, c.Org, facts)!;
}
