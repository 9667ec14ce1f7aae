namespace CostCenters.Allocations;

/// <summary>What a node of a trace is.</summary>
public enum TraceKind
{
    /// <summary>What a sender charged; its parts are what the sender's pool is made of, or where the charge goes.
    /// </summary>
    Charge,

    /// <summary>The own cost of a center, before anything was allocated.</summary>
    PrimaryCost,

    /// <summary>A cell of the cube that the own cost was read from.</summary>
    Cell,

    /// <summary>A fixed amount, which a sender charges whatever it costs: no cost stands behind it.</summary>
    FixedAmount,

    /// <summary>What stays with a center in the end.</summary>
    FinalCost,

    /// <summary>What rounding to the smallest unit added or took away.</summary>
    Rounding,
}
