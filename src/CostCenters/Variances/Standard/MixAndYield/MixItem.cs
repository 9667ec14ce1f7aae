using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.MixAndYield;

/// <summary>One material or grade of labor of a mix.</summary>
public sealed record MixItem
{
    /// <summary>Creates an item whose actual price does not matter.</summary>
    /// <param name="name">Its name, unique in the mix.</param>
    /// <param name="standardWeight">Its part of the standard mix, not negative: a share, percent, or quantity.</param>
    /// <param name="standardPrice">Standard price or rate.</param>
    /// <param name="actualQuantity">What was used.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of bounds.</exception>
    public MixItem(string name, decimal standardWeight, decimal standardPrice, decimal actualQuantity)
        : this(name, standardWeight, standardPrice)
    {
        ActualQuantity = InputRange.Figure(actualQuantity);
    }

    /// <summary>Creates an item with its actual cost.</summary>
    /// <param name="name">Its name, unique in the mix.</param>
    /// <param name="standardWeight">Its part of the standard mix, not negative: a share, percent, or quantity.</param>
    /// <param name="standardPrice">Standard price or rate.</param>
    /// <param name="actual">What was used, with its price.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of bounds.</exception>
    public MixItem(string name, decimal standardWeight, decimal standardPrice, PricedQuantity actual)
        : this(name, standardWeight, standardPrice)
    {
        ActualQuantity = actual.Quantity;
        ActualCost = actual.Cost;
    }

    private MixItem(string name, decimal standardWeight, decimal standardPrice)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        StandardWeight = InputRange.NotNegative(standardWeight);
        StandardPrice = InputRange.Figure(standardPrice);
    }

    internal MixItem(string name, PricedQuantity standard, PricedQuantity actual)
    {
        Name = name;
        StandardWeight = InputRange.NotNegative(standard.Quantity);
        StandardPrice = standard.RequirePrice(nameof(standard));
        ActualQuantity = actual.Quantity;
        ActualCost = actual.Cost;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its part of the standard mix; only the proportion to the other items matters.</summary>
    public Fraction StandardWeight { get; }

    /// <summary>Standard price or rate per unit.</summary>
    public Fraction StandardPrice { get; }

    /// <summary>What was used.</summary>
    public Fraction ActualQuantity { get; }

    /// <summary>What it cost; null when not given.</summary>
    public Fraction? ActualCost { get; }
}
