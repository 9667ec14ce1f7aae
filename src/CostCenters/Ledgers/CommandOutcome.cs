namespace CostCenters.Ledgers;

/// <summary>What a ledger did with a command.</summary>
public enum CommandOutcome
{
    /// <summary>It was taken, whole.</summary>
    Taken,

    /// <summary>The ledger holds it already, with the same contents; nothing was added.</summary>
    TakenBefore,

    /// <summary>It was refused, whole.</summary>
    Refused,
}
