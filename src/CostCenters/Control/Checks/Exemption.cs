namespace CostCenters.Control.Checks;

/// <summary>What lets an amount pass that rules block: a role that the actor holds, and why.</summary>
/// <remarks>It is recorded with the command. Immutable.</remarks>
public sealed record Exemption
{
    /// <summary>Creates an exemption.</summary>
    /// <param name="role">A role by which the rules that block can be overridden.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="ArgumentException">An argument is null or blank.</exception>
    public Exemption(string role, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Role = role;
        Reason = reason;
    }

    /// <summary>The role.</summary>
    public string Role { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }
}
