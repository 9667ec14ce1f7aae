using CostCenters.Monetary;

namespace CostCenters.UnitCosts;

/// <summary>A channel, product or center within a unit cost: its units, and the variable cost of one of them.</summary>
/// <remarks>Variable cost a unit = input a unit x price of the input, such as 12 minutes x 0.60 EUR.
/// Immutable.</remarks>
public sealed class UnitCostGroup
{
    private UnitCostGroup(string name, Fraction units, string inputUnit, Fraction? inputPerUnit, Fraction inputPrice)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(inputUnit);
        Name = name;
        Units = units;
        InputUnit = inputUnit;
        InputPerUnit = inputPerUnit;
        InputPrice = inputPrice;
    }

    /// <summary>The name, by which the group is found on the other side.</summary>
    public string Name { get; }

    /// <summary>The units, not negative.</summary>
    public Fraction Units { get; }

    /// <summary>What the input is counted in, such as <c>minutes</c>.</summary>
    public string InputUnit { get; }

    /// <summary>Input a unit; null for a group without units whose input a unit is not known.</summary>
    public Fraction? InputPerUnit { get; }

    /// <summary>The price of one unit of the input.</summary>
    public Fraction InputPrice { get; }

    /// <summary>The variable cost of a unit; null where it is not known.</summary>
    public Fraction? VariableCostPerUnit => InputPerUnit * InputPrice;

    internal bool IsKnown => InputPerUnit is not null;

    /// <summary>A group by its rates, which are known even where it has no units.</summary>
    /// <param name="name">The name.</param>
    /// <param name="units">The units.</param>
    /// <param name="inputUnit">What the input is counted in.</param>
    /// <param name="inputPerUnit">Input a unit.</param>
    /// <param name="inputPrice">The price of one unit of the input.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="inputUnit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, beyond 10^9 or has more than 8
    /// decimals.</exception>
    public static UnitCostGroup OfRates(
        string name, decimal units, string inputUnit, decimal inputPerUnit, decimal inputPrice) =>
        new(
            name,
            InputRange.NotNegative(units),
            inputUnit,
            InputRange.NotNegative(inputPerUnit),
            InputRange.NotNegative(inputPrice));

    /// <summary>A group by what it used and cost in all.</summary>
    /// <param name="name">The name.</param>
    /// <param name="units">The units.</param>
    /// <param name="inputUnit">What the input is counted in.</param>
    /// <param name="input">The input in all, such as all minutes.</param>
    /// <param name="cost">The variable cost in all; negative where credits outweigh it.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank; there is input or cost without
    /// units, which belongs to the fixed cost, or cost without input.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="inputUnit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Units or input are negative, or a number is out of its
    /// range.</exception>
    public static UnitCostGroup OfTotals(string name, decimal units, string inputUnit, decimal input, decimal cost) =>
        OfTotals(
            name,
            InputRange.NotNegative(units),
            inputUnit,
            InputRange.NotNegative(input),
            InputRange.Amount(cost));

    /// <summary>A group whose variable cost has no input that is counted: a change of it is a change of
    /// price.</summary>
    /// <param name="name">The name.</param>
    /// <param name="units">The units.</param>
    /// <param name="cost">The variable cost in all; negative where credits outweigh it.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank, or there is cost without units,
    /// which belongs to the fixed cost.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The units are negative, or a number is out of its
    /// range.</exception>
    public static UnitCostGroup OfCost(string name, decimal units, decimal cost) =>
        OfTotals(name, units, "units", units, cost);

    internal static UnitCostGroup OfTotals(
        string name, Fraction units, string inputUnit, Fraction input, Fraction cost)
    {
        if (units.IsZero)
        {
            return input.IsZero && cost.IsZero
                ? new UnitCostGroup(name, units, inputUnit, null, Fraction.Zero)
                : throw new ArgumentException(
                    $"'{name}' has input or cost but no units; count them as fixed cost.", nameof(units));
        }

        if (input.IsZero)
        {
            return cost.IsZero
                ? new UnitCostGroup(name, units, inputUnit, Fraction.Zero, Fraction.Zero)
                : throw new ArgumentException($"'{name}' has variable cost but no input.", nameof(input));
        }

        return new UnitCostGroup(name, units, inputUnit, input / units, cost / input);
    }
}
