using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace CostCenters.Cubes;

/// <summary>Several cubes over one space, each under its key: what the analyses read.</summary>
/// <remarks>Immutable; <see cref="With"/> gives a new set.</remarks>
public sealed class CubeLayers
{
    private readonly ImmutableDictionary<LayerKey, Cube> cubes;

    /// <summary>Creates a set without layers.</summary>
    /// <param name="space">The space of all layers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="space"/> is null.</exception>
    public CubeLayers(CubeSpace space)
        : this(space, ImmutableDictionary<LayerKey, Cube>.Empty)
    {
    }

    private CubeLayers(CubeSpace space, ImmutableDictionary<LayerKey, Cube> cubes)
    {
        ArgumentNullException.ThrowIfNull(space);
        Space = space;
        this.cubes = cubes;
    }

    /// <summary>The space of all layers.</summary>
    public CubeSpace Space { get; }

    /// <summary>The keys of all layers, the actuals first, then the budgets by name (ordinal) and revision, then open
    /// orders and open requests.</summary>
    public ImmutableArray<LayerKey> Keys =>
        [.. cubes.Keys.OrderBy(key => key.Kind).ThenBy(key => key.Name, StringComparer.Ordinal)
            .ThenBy(key => key.Revision)];

    /// <summary>The cube of a layer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such layer.</exception>
    public Cube this[LayerKey key] =>
        TryGet(key, out Cube? cube) ? cube : throw new KeyNotFoundException($"There is no layer '{key}'.");

    /// <summary>The layers, if there are any to take one from.</summary>
    internal static CubeLayers Require(CubeLayers layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        return layers;
    }

    /// <summary>Looks up a layer.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cube">Its cube, or null when there is no such layer.</param>
    public bool TryGet(LayerKey key, [NotNullWhen(true)] out Cube? cube) => cubes.TryGetValue(key, out cube);

    /// <summary>These layers and one more, or another cube for one of them.</summary>
    /// <param name="key">The key of the layer.</param>
    /// <param name="cube">Its cube.</param>
    /// <returns>Layers over the space of the cube or of these layers, whichever extends the other.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cube"/> is null.</exception>
    /// <exception cref="CubeSpaceMismatchException">Neither space extends the other.</exception>
    public CubeLayers With(LayerKey key, Cube cube)
    {
        ArgumentNullException.ThrowIfNull(cube);
        CubeSpace space = CubeSpace.LaterOf(Space, cube.Space, nameof(cube));
        return new CubeLayers(space, In(space).cubes.SetItem(key, cube.In(space)));
    }

    /// <summary>These layers in a space that extends theirs: the same figures, of which nothing is copied.</summary>
    /// <param name="space">The same space, or one that extends it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="space"/> is null.</exception>
    /// <exception cref="CubeSpaceMismatchException">It does not extend the space of these layers.</exception>
    public CubeLayers In(CubeSpace space)
    {
        CubeSpace.RequireExtension(space, Space, nameof(space));
        return ReferenceEquals(space, Space)
            ? this
            : new CubeLayers(space, cubes.ToImmutableDictionary(layer => layer.Key, layer => layer.Value.In(space)));
    }
}
