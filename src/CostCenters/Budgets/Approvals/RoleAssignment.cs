using NodaTime;

namespace CostCenters.Budgets.Approvals;

/// <summary>A role that an actor holds during some days: by office, or as a substitute.</summary>
/// <remarks>Immutable.</remarks>
public sealed record RoleAssignment
{
    /// <summary>Creates an assignment.</summary>
    /// <param name="role">The role, such as <c>controller</c>; compared exactly.</param>
    /// <param name="actor">Who holds it, as in a command stamp.</param>
    /// <param name="from">First day, inclusive.</param>
    /// <param name="through">Last day, inclusive.</param>
    /// <exception cref="ArgumentException">A text is null or blank, or there is no day.</exception>
    public RoleAssignment(string role, string actor, LocalDate from, LocalDate through)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        Role = role;
        Actor = actor;
        From = from;
        Through = through >= from
            ? through
            : throw new ArgumentException("A role is held on one day at least.", nameof(through));
    }

    /// <summary>The role.</summary>
    public string Role { get; }

    /// <summary>Who holds it.</summary>
    public string Actor { get; }

    /// <summary>First day, inclusive.</summary>
    public LocalDate From { get; }

    /// <summary>Last day, inclusive.</summary>
    public LocalDate Through { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(RoleAssignment),
        (nameof(Role), Role),
        (nameof(Actor), Actor),
        (nameof(From), From),
        (nameof(Through), Through));
}
