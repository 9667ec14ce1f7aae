using CostCenters.Calendars;
using NodaTime;

namespace CostCenters.Structure;

/// <summary>A kind of cost or revenue, such as salaries, freight or product sales.</summary>
/// <remarks>
/// <para>Valid from a first day through a last one, both inclusive: outside of them nothing is posted to it or budgeted
/// on it. What stands on it already keeps its place in every report.</para>
/// <para>Immutable. Equal when all its parts are equal.</para>
/// </remarks>
public sealed record CostElement
{
    /// <summary>Creates an element.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="name">Its name; may be empty.</param>
    /// <param name="nature">Cost or revenue.</param>
    /// <param name="behavior">How its amount moves with activity, or null when nobody said.</param>
    /// <param name="parent">The group element it belongs to, or null.</param>
    /// <param name="unit">The one unit that its quantities are counted in, or null when nobody said.</param>
    /// <param name="category">Where its amounts come from: outside (primary) or allocations (secondary).</param>
    /// <param name="from">First day, or null for no beginning.</param>
    /// <param name="through">Last day, inclusive, or null for no end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="from"/> is after <paramref name="through"/>, or a text has a
    /// NUL or half of a surrogate pair.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="category"/> is no category.</exception>
    public CostElement(
        ElementCode code,
        string name,
        ElementNature nature,
        ElementBehavior? behavior = null,
        ElementCode? parent = null,
        string? unit = null,
        ElementCategory category = ElementCategory.Primary,
        LocalDate? from = null,
        LocalDate? through = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (category is not (ElementCategory.Primary or ElementCategory.Secondary))
        {
            throw new ArgumentOutOfRangeException(nameof(category), category, "There is no such category.");
        }

        From = from ?? CenterValidity.Beginning;
        Through = through ?? CenterValidity.End;
        if (From > Through)
        {
            throw new ArgumentException(
                $"An element from {IsoDate.Text(From)} through {IsoDate.Text(Through)} has no day.", nameof(from));
        }

        _ = code.Value;
        Code = code;
        Name = WholeText.Require(name);
        Nature = nature;
        Behavior = behavior;
        Parent = parent;
        Unit = unit is null ? null : WholeText.Require(unit);
        Category = category;
    }

    /// <summary>The code.</summary>
    public ElementCode Code { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Cost or revenue; decides what is favorable.</summary>
    public ElementNature Nature { get; }

    /// <summary>How the amount moves with activity, or null when nobody said.</summary>
    public ElementBehavior? Behavior { get; }

    /// <summary>The group element it belongs to, or null.</summary>
    public ElementCode? Parent { get; }

    /// <summary>The one unit that quantities are counted in, or null when nobody said.</summary>
    public string? Unit { get; }

    /// <summary>Where the amounts come from.</summary>
    public ElementCategory Category { get; }

    /// <summary>First day, inclusive; <see cref="CenterValidity.Beginning"/> when there is none.</summary>
    public LocalDate From { get; }

    /// <summary>Last day, inclusive; <see cref="CenterValidity.End"/> when there is none.</summary>
    public LocalDate Through { get; }

    /// <summary>Whether the element may be posted to and budgeted on a day.</summary>
    /// <param name="date">Any day.</param>
    public bool IsValidOn(LocalDate date) => date >= From && date <= Through;

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(CostElement),
        (nameof(Code), Code),
        (nameof(Name), Name),
        (nameof(Nature), Nature),
        (nameof(Behavior), Behavior),
        (nameof(Parent), Parent),
        (nameof(Unit), Unit),
        (nameof(Category), Category),
        (nameof(From), From),
        (nameof(Through), Through));
}
