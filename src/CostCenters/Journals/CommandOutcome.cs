namespace CostCenters.Journals;

/// <summary>What became of a command.</summary>
public enum CommandOutcome
{
    /// <summary>It was accepted, whole.</summary>
    Accepted,

    /// <summary>The same command with the same contents was accepted before; nothing was added.</summary>
    AcceptedBefore,

    /// <summary>It was refused, whole.</summary>
    Refused,
}
