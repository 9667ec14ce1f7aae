namespace CostCenters.Cubes;

/// <summary>Tells one layer of figures from another: the actuals, or the budget of a version.</summary>
public readonly record struct LayerKey
{
    private LayerKey(LayerKind kind, string? name)
    {
        Kind = kind;
        Name = name;
    }

    /// <summary>The actuals.</summary>
    public static LayerKey Actual => default;

    /// <summary>What the layer is.</summary>
    public LayerKind Kind { get; }

    /// <summary>The name of the version, or null where a kind has one layer alone.</summary>
    public string? Name { get; }

    /// <summary>The budget of a version.</summary>
    /// <param name="version">The name of the version, compared exactly.</param>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or empty.</exception>
    public static LayerKey Budget(string version)
    {
        ArgumentException.ThrowIfNullOrEmpty(version);
        return new LayerKey(LayerKind.Budget, version);
    }

    /// <summary>Text such as <c>Actual</c> or <c>Budget adopted</c>.</summary>
    public override string ToString() => Name is null ? Kind.ToString() : $"{Kind} {Name}";
}
