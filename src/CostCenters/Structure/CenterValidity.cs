using CostCenters.Calendars;
using NodaTime;

namespace CostCenters.Structure;

/// <summary>What a center was called, answered for and belonged to during a span of days.</summary>
/// <remarks>Both days are inclusive. Immutable.</remarks>
public sealed record CenterValidity
{
    /// <summary>The first day of all: a validity that begins with it has no beginning.</summary>
    public static readonly LocalDate Beginning = new(1, 1, 1);

    /// <summary>The last day of all, 9999-12-31: a validity that runs through it has no end.</summary>
    public static readonly LocalDate End = new(9999, 12, 31);

    /// <summary>Creates a validity.</summary>
    /// <param name="name">The name during these days; may be empty.</param>
    /// <param name="kind">What the head of the center answers for.</param>
    /// <param name="parent">The center it belongs to, or null for a root.</param>
    /// <param name="from">First day, or null for no beginning.</param>
    /// <param name="through">Last day, inclusive, or null for no end.</param>
    /// <param name="status">Whether postings are taken.</param>
    /// <param name="owner">Who answers for the center, or null when nobody is named.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="from"/> is after <paramref name="through"/>, or a text has a
    /// NUL or half of a surrogate pair.</exception>
    public CenterValidity(
        string name,
        CenterKind kind,
        CenterCode? parent = null,
        LocalDate? from = null,
        LocalDate? through = null,
        CenterStatus status = CenterStatus.Open,
        string? owner = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        From = from ?? Beginning;
        Through = through ?? End;
        if (From > Through)
        {
            throw new ArgumentException(
                $"A validity from {IsoDate.Text(From)} through {IsoDate.Text(Through)} has no day.", nameof(from));
        }

        Name = WholeText.Require(name);
        Kind = kind;
        Parent = parent;
        Status = status;
        Owner = owner is null ? null : WholeText.Require(owner);
    }

    /// <summary>The name during these days.</summary>
    public string Name { get; }

    /// <summary>What the head of the center answers for.</summary>
    public CenterKind Kind { get; }

    /// <summary>The center it belongs to, or null for a root.</summary>
    public CenterCode? Parent { get; }

    /// <summary>First day, inclusive; <see cref="Beginning"/> when there is none.</summary>
    public LocalDate From { get; }

    /// <summary>Last day, inclusive; <see cref="End"/> when there is none.</summary>
    public LocalDate Through { get; }

    /// <summary>Whether postings are taken.</summary>
    public CenterStatus Status { get; }

    /// <summary>Who answers for the center, or null when nobody is named.</summary>
    public string? Owner { get; }

    /// <summary>Whether a day lies in this validity.</summary>
    public bool Contains(LocalDate date) => date >= From && date <= Through;

    /// <summary>The same on other days.</summary>
    internal CenterValidity On(LocalDate from, LocalDate through) =>
        new(Name, Kind, Parent, from, through, Status, Owner);

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(CenterValidity),
        (nameof(Name), Name),
        (nameof(Kind), Kind),
        (nameof(Parent), Parent),
        (nameof(From), From),
        (nameof(Through), Through),
        (nameof(Status), Status),
        (nameof(Owner), Owner));
}
