using System.Text.Json.Serialization;

namespace CostCenters.Cubes;

/// <summary>One cell of a cube that holds something.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct CubeCell
{
    [JsonConstructor]
    internal CubeCell(CellAddress address, decimal amount, decimal? quantity)
    {
        Address = address;
        Amount = amount;
        Quantity = quantity;
    }

    /// <summary>Which cell.</summary>
    public CellAddress Address { get; }

    /// <summary>The sum of all amounts of the cell, in the currency of the space, with natural signs.</summary>
    public decimal Amount { get; }

    /// <summary>The sum of all quantities of the cell, or null when none was given.</summary>
    public decimal? Quantity { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(CubeCell), (nameof(Address), Address), (nameof(Amount), Amount), (nameof(Quantity), Quantity));
}
