namespace CostCenters.Profitability;

/// <summary>What a line of a standard cost card is; it decides the names of its variances.</summary>
public enum InputKind
{
    /// <summary>Material: price and quantity variances.</summary>
    Material,

    /// <summary>Labor: rate, idle time and efficiency variances.</summary>
    Labor,

    /// <summary>Variable overhead by hours or another base: spending and efficiency variances.</summary>
    VariableOverhead,
}
