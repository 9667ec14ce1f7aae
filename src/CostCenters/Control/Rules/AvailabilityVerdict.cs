namespace CostCenters.Control.Rules;

/// <summary>What a rule says about an amount; the worst of all rules counts.</summary>
public enum AvailabilityVerdict
{
    /// <summary>It passes, and nobody is told.</summary>
    Pass,

    /// <summary>It passes and is reserved, with a warning.</summary>
    Warn,

    /// <summary>It is refused, unless a role that may do so overrides the rule.</summary>
    Block,
}
