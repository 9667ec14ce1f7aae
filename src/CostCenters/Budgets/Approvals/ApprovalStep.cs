namespace CostCenters.Budgets.Approvals;

/// <summary>One step of an approval: the role that gives it, and from which size on it is needed.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ApprovalStep
{
    /// <summary>Creates a step.</summary>
    /// <param name="role">The role.</param>
    /// <param name="fromSize">Needed for changes that move so much or more, in the currency of the book; 0 for all.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="role"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fromSize"/> is negative.</exception>
    public ApprovalStep(string role, decimal fromSize)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        ArgumentOutOfRangeException.ThrowIfNegative(fromSize);
        Role = role;
        FromSize = fromSize;
    }

    /// <summary>The role.</summary>
    public string Role { get; }

    /// <summary>Needed for changes that move so much or more.</summary>
    public decimal FromSize { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ApprovalStep), (nameof(Role), Role), (nameof(FromSize), FromSize));
}
