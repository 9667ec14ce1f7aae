namespace CostCenters.Structure;

/// <summary>A kind of cost or revenue, such as salaries, freight or product sales.</summary>
/// <remarks>Immutable. Equal when all its parts are equal.</remarks>
public sealed record CostElement
{
    /// <summary>Creates an element.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="name">Its name; may be empty.</param>
    /// <param name="nature">Cost or revenue.</param>
    /// <param name="behavior">How its amount moves with activity, or null when nobody said.</param>
    /// <param name="parent">The group element it belongs to, or null.</param>
    /// <param name="unit">The one unit that its quantities are counted in, or null when nobody said.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public CostElement(
        ElementCode code,
        string name,
        ElementNature nature,
        ElementBehavior? behavior = null,
        ElementCode? parent = null,
        string? unit = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        _ = code.Value;
        Code = code;
        Name = name;
        Nature = nature;
        Behavior = behavior;
        Parent = parent;
        Unit = unit;
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
}
