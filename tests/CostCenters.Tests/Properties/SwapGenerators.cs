using CostCenters.Monetary;
using CostCenters.Profitability;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.MixAndYield;
using CostCenters.Variances.Standard.Overhead;
using CostCenters.Variances.Standard.Sales;
using FsCheck;
using FsCheck.Fluent;
using Input = CostCenters.Variances.CostCenterCategories.CenterInput;

namespace CostCenters.Tests.Properties;

/// <summary>One side of a comparison, planned or actual: so much at a price.</summary>
public sealed record Side(decimal Quantity, decimal Price)
{
    public decimal Cost => Quantity * Price;

    public PricedQuantity Priced => PricedQuantity.AtPrice(Quantity, Price);
}

/// <summary>A standard and an actual, both possible as either.</summary>
public sealed record Sides(Side Standard, Side Actual)
{
    public Sides Swap() => new(Actual, Standard);
}

/// <summary>Items that have a standard and an actual side each; the standard quantities are those allowed.</summary>
public sealed record ItemSides(Sides[] Items)
{
    public ItemSides Swap() => new([.. Items.Select(item => item.Swap())]);

    public decimal StandardTotal => Items.Sum(item => item.Standard.Quantity);

    /// <summary>As a mix of inputs, each with its actual cost.</summary>
    public IEnumerable<MixItem> Inputs => Items.Index().Select(item => new MixItem(
        $"{item.Index}", item.Item.Standard.Quantity, item.Item.Standard.Price, item.Item.Actual.Priced));

    /// <summary>As quantities alone, at one price on both sides.</summary>
    public IEnumerable<MixItem> Quantities => Items.Index().Select(item => new MixItem(
        $"{item.Index}", item.Item.Standard.Quantity, item.Index, item.Item.Actual.Quantity));

    public IEnumerable<SalesItem> Products => Items.Index().Select(item => new SalesItem(
        $"{item.Index}", item.Item.Standard.Quantity, item.Item.Actual.Quantity, item.Index - 1));
}

/// <summary>Overhead that was budgeted, absorbed by the standard hours and incurred in the hours worked.</summary>
public sealed record OverheadSides(Sides Sides, decimal Budget, decimal VariableRate)
{
    public OverheadSides Swap() => this with { Sides = Sides.Swap() };

    public OverheadHours Hours => OverheadHours.Of(Sides.Standard.Quantity, Sides.Actual.Quantity);

    public FixedOverheadBudget Fixed => FixedOverheadBudget.AtRate(Budget, Sides.Standard.Price);

    /// <summary>The variable part of the absorbed cost and of the actual one, at its rate.</summary>
    public ActualOverhead Actual => ActualOverhead.Divided(
        VariableRate * Sides.Actual.Quantity, Sides.Actual.Cost);

    public OverheadStandard Standard => OverheadStandard.Of(VariableRate, Fixed);
}

/// <summary>A product of which all that was made was sold, so that plan and actual are of one kind.</summary>
public sealed record ProductSides(Sides Sales, Sides[] Inputs, decimal BudgetedFixed, decimal ActualFixed)
{
    private static readonly InputKind[] Kinds = [InputKind.Material, InputKind.Labor, InputKind.VariableOverhead];

    public ProductSides Swap() => new(
        Sales.Swap(), [.. Inputs.Select(input => input.Swap())], ActualFixed, BudgetedFixed);

    public ProductOperations Operations => new(
        Currency.Eur,
        Sales.Standard.Price,
        Sales.Standard.Quantity,
        Sales.Actual.Quantity,
        Sales.Actual.Quantity,
        Sales.Actual.Cost,
        Inputs.Index().Select(input => new InputUse(
            new StandardInput(
                Kinds[input.Index % Kinds.Length],
                $"{input.Index}",
                "h",
                input.Item.Standard.Quantity,
                Sales.Standard.Quantity,
                input.Item.Standard.Price),
            input.Item.Actual.Quantity,
            null,
            input.Item.Actual.Cost)),
        FixedOverhead.OfBudget(AbsorptionBase.UnitsMade, BudgetedFixed, Sales.Standard.Quantity, ActualFixed));
}

public static class SwapGenerators
{
    private static readonly Gen<decimal> Quantities = Gen.OneOf(
        Gen.Elements(0m, 1m, 0.01m, 1_000_000m, 999_999.99m, 1_000_000_000m),
        Gen.Choose(0, 99_999).Select(count => count / 100m));

    private static readonly Gen<decimal> Positives = Quantities.Where(quantity => quantity > 0m);

    // Five of them are within the range of a total.
    private static readonly Gen<decimal> Parts = Quantities.Select(quantity => Math.Min(quantity, 200_000_000m));

    private static readonly Gen<decimal> Prices = Gen.OneOf(
        Gen.Elements(0m, 1m, 0.01m, 100_000m), Gen.Choose(0, 9_999).Select(cents => cents / 100m));

    private static readonly Gen<decimal> Amounts = Gen.OneOf(
        Gen.Elements(0m, 0.01m, 1_000_000_000_000_000m), Gen.Choose(0, 999_999).Select(cents => cents / 100m));

    public static Arbitrary<Sides> SidesOfAny() => Arb.From(Two(Quantities, Prices));

    public static Arbitrary<ItemSides> Items() => Arb.From(
        from count in Gen.Choose(1, 5)
        from items in Two(Parts, Prices).ArrayOf(count)
        where items.Any(item => item.Standard.Quantity > 0m) && items.Any(item => item.Actual.Quantity > 0m)
        select new ItemSides(items));

    public static Arbitrary<OverheadSides> Overheads() => Arb.From(
        from sides in Two(Quantities, Prices)
        from budget in Amounts
        from rate in Prices
        select new OverheadSides(sides, budget, rate));

    public static Arbitrary<ProductSides> Products() => Arb.From(
        from sales in Two(Positives, Prices)
        from count in Gen.Choose(0, 4)
        from inputs in Two(Quantities, Prices).ArrayOf(count)
        from budgeted in Amounts
        from actual in Amounts
        select new ProductSides(sales, inputs, budgeted, actual));

    public static Arbitrary<Market> Markets() => Arb.From(
        from budget in Positives
        from actual in Positives
        select new Market(budget, actual));

    public static Arbitrary<Input[]> CenterInputs() => Arb.From(
        AnyInput.NonEmptyListOf().Select(inputs => inputs.ToArray()));

    private static Gen<Sides> Two(Gen<decimal> quantities, Gen<decimal> prices) =>
        from standard in One(quantities, prices)
        from actual in Gen.OneOf(One(quantities, prices), Gen.Constant(standard))
        select new Sides(standard, actual);

    private static Gen<Side> One(Gen<decimal> quantities, Gen<decimal> prices) =>
        from quantity in quantities
        from price in prices
        select new Side(quantity, price);

    private static Gen<Input> AnyInput => Gen.OneOf(
        Two(Quantities, Prices).Select(sides => Input.Priced(
            "priced", "l", sides.Standard.Price, sides.Standard.Quantity, sides.Actual.Quantity, sides.Actual.Price)),
        One(Quantities, Prices).Select(side => Input.Priced(
            "not planned", "l", side.Price, null, side.Quantity, side.Price)),
        from costs in Amounts.Two()
        from side in Gen.Choose(0, 2)
        select Input.Valued(
            "valued", side == 0 ? null : costs.Item1, side == 1 ? null : -costs.Item2));
}
