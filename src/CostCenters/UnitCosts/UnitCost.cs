using System.Globalization;
using System.Text.Json.Serialization;
using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.UnitCosts;

/// <summary>Money per unit of a key figure, such as the cost of a contact.</summary>
/// <remarks>
/// <para>Value = cost / quantity, unrounded, in the currency of the cost per unit of the key figure. What counts as a
/// unit is the caller's choice and changes the figure: tickets that were resolved, all tickets, registered ones with
/// those that were opened again, or those that were handled.</para>
/// <para>Where cost or quantity is missing, or the quantity is 0, there is no value but a reason; absent is not zero.
/// Unit costs add up as ratios of sums: (cost 1 + cost 2) / (quantity 1 + quantity 2).</para>
/// <para><c>default(UnitCost)</c> is a cost of 0 over 0 units, which has no value.</para>
/// </remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct UnitCost
{
    /// <summary>Creates a unit cost of figures that may be missing.</summary>
    /// <param name="cost">The cost, or why there is none.</param>
    /// <param name="quantity">The units, or why there are none.</param>
    [JsonConstructor]
    public UnitCost(Figure cost, Figure quantity)
    {
        Cost = cost;
        Quantity = quantity;
    }

    /// <summary>The cost, or why there is none.</summary>
    public Figure Cost { get; }

    /// <summary>The units, or why there are none.</summary>
    public Figure Quantity { get; }

    /// <summary>The cost of one unit; null where <see cref="Gap"/> says why.</summary>
    public Fraction? Value => Figure.Value;

    /// <summary>Why there is no value; none when there is one.</summary>
    public FigureGap Gap => Figure.Gap;

    /// <summary>The value or why there is none.</summary>
    public Figure Figure => Figure.Quotient(Cost, Quantity);

    /// <summary>The unit cost of two numbers.</summary>
    /// <param name="cost">The cost, of any sign.</param>
    /// <param name="quantity">The units; 0 leaves the unit cost without a value.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is beyond 10^15 or has more than 8 decimals.</exception>
    public static UnitCost Of(decimal cost, decimal quantity) =>
        new(Figure.Of(InputRange.Amount(cost)), Figure.Of(InputRange.Amount(quantity)));

    /// <summary>The cost of a unit of both together; missing where a part is missing.</summary>
    public static UnitCost operator +(UnitCost left, UnitCost right) => left.Add(right);

    /// <summary>The cost of a unit of both together; missing where a part is missing.</summary>
    /// <param name="other">The unit cost to add.</param>
    public UnitCost Add(UnitCost other) => new(Sum(Cost, other.Cost), Sum(Quantity, other.Quantity));

    /// <summary>Text such as <c>51/4</c>, or why there is no value.</summary>
    public override string ToString() =>
        Value is Fraction value ? value.ToString() : string.Create(CultureInfo.InvariantCulture, $"none: {Gap}");

    private static Figure Sum(Figure left, Figure right) =>
        Figure.Combine(left, right, (first, second) => Figure.Of(first + second));
}
