using System.Text.Json.Serialization;
using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.Cubes;

/// <summary>Which cell of a cube a figure comes from; a ledger's snapshot resolves it to postings.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct CellAddress
{
    /// <summary>Creates an address.</summary>
    /// <param name="center">The center.</param>
    /// <param name="element">The element.</param>
    /// <param name="period">The fiscal period.</param>
    [JsonConstructor]
    public CellAddress(CenterCode center, ElementCode element, FiscalPeriod period)
    {
        Center = center;
        Element = element;
        Period = period;
    }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>The element.</summary>
    public ElementCode Element { get; }

    /// <summary>The fiscal period.</summary>
    public FiscalPeriod Period { get; }
}
