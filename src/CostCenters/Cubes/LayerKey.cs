namespace CostCenters.Cubes;

/// <summary>Tells one layer of figures from another: the actuals, the budget of a version, open orders, open
/// requests.</summary>
public readonly record struct LayerKey
{
    private LayerKey(LayerKind kind, string? name, int? revision)
    {
        Kind = kind;
        Name = name;
        Revision = revision;
    }

    /// <summary>The actuals.</summary>
    public static LayerKey Actual => default;

    /// <summary>What is ordered and not yet invoiced.</summary>
    public static LayerKey Commitment => new(LayerKind.Commitment, null, null);

    /// <summary>What is requested and not yet ordered.</summary>
    public static LayerKey Request => new(LayerKind.Request, null, null);

    /// <summary>What the layer is.</summary>
    public LayerKind Kind { get; }

    /// <summary>The name of the version, or null where a kind has one layer alone.</summary>
    public string? Name { get; }

    /// <summary>The revision of a budget version, 1 or more, or null where a kind has none.</summary>
    public int? Revision { get; }

    /// <summary>The budget of a version.</summary>
    /// <param name="version">The name of the version, compared exactly.</param>
    /// <param name="revision">Its revision, 1 for the first.</param>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="revision"/> is below 1.</exception>
    public static LayerKey Budget(string version, int revision)
    {
        ArgumentException.ThrowIfNullOrEmpty(version);
        ArgumentOutOfRangeException.ThrowIfLessThan(revision, 1);
        return new LayerKey(LayerKind.Budget, version, revision);
    }

    /// <summary>Text such as <c>Actual</c> or <c>Budget adopted 1</c>.</summary>
    public override string ToString() =>
        Name is null ? Kind.ToString() : FormattableString.Invariant($"{Kind} {Name} {Revision}");
}
