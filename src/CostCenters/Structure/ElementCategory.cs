namespace CostCenters.Structure;

/// <summary>Where the amounts of an element come from.</summary>
public enum ElementCategory
{
    /// <summary>From outside: what was bought, paid, depreciated or sold.</summary>
    Primary,

    /// <summary>From inside: what centers charge each other. Over all centers it adds up to zero.</summary>
    Secondary,
}
