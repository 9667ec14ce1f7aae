using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CostCenters.Structure;

namespace CostCenters.KeyFigures;

/// <summary>The key figures that there are, by code.</summary>
/// <remarks>A catalog holds every figure that a formula of it names, in units that fit, and no figure that needs
/// itself. Immutable.</remarks>
public sealed class KeyFigureCatalog
{
    private readonly FrozenDictionary<KeyFigureCode, KeyFigure> figures;

    /// <summary>Creates a catalog.</summary>
    /// <param name="figures">The definitions, in any order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="figures"/> is null.</exception>
    /// <exception cref="ArgumentException">A code stands twice; a formula names a figure that is not in the catalog,
    /// adds figures of different units, has another unit than its figure, or needs its own figure.</exception>
    public KeyFigureCatalog(IEnumerable<KeyFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        Figures = [.. figures.OrderBy(figure => figure.Code)];
        KeyFigure? twin = Figures.Zip(Figures.Skip(1), (first, second) => first.Code == second.Code ? first : null)
            .FirstOrDefault(figure => figure is not null);
        if (twin is not null)
        {
            throw new ArgumentException($"The key figure '{twin.Code}' is defined twice.", nameof(figures));
        }

        this.figures = Figures.ToFrozenDictionary(figure => figure.Code);
        foreach (KeyFigure figure in Figures)
        {
            RequireFit(figure, nameof(figures));
        }

        RequireNoCycle(nameof(figures));
    }

    /// <summary>All definitions, in the order of their codes (ordinal).</summary>
    public ImmutableArray<KeyFigure> Figures { get; }

    /// <summary>The definition of a code.</summary>
    /// <exception cref="KeyNotFoundException">No key figure has that code.</exception>
    public KeyFigure this[KeyFigureCode code] =>
        TryGet(code, out KeyFigure? figure)
            ? figure
            : throw new KeyNotFoundException($"No key figure has the code '{code}'.");

    /// <summary>Looks up a definition.</summary>
    /// <param name="code">The code, compared exactly.</param>
    /// <param name="figure">The definition, or null when no key figure has that code.</param>
    public bool TryGet(KeyFigureCode code, [NotNullWhen(true)] out KeyFigure? figure) =>
        figures.TryGetValue(code, out figure);

    private void RequireFit(KeyFigure figure, string parameter)
    {
        if (figure.Formula is not KeyFigureFormula formula)
        {
            return;
        }

        foreach (KeyFigureCode input in formula.Inputs)
        {
            if (!figures.ContainsKey(input))
            {
                throw new ArgumentException(
                    $"'{figure.Code}' is computed from '{input}', which is not in the catalog.", parameter);
            }
        }

        string? unit = formula.UnitBy(code => this[code].Unit);
        if (unit is not null && unit != figure.Unit)
        {
            throw new ArgumentException(
                $"'{figure.Code}' has the unit '{figure.Unit}', its formula '{unit}'.", parameter);
        }
    }

    /// <summary>Takes away, again and again, the figures that need none of those left; what then needs itself stays.
    /// </summary>
    private void RequireNoCycle(string parameter)
    {
        Dictionary<KeyFigureCode, ImmutableArray<KeyFigureCode>> inputs =
            Figures.ToDictionary(figure => figure.Code, figure => figure.Formula?.Inputs ?? []);
        ILookup<KeyFigureCode, KeyFigureCode> users = inputs
            .SelectMany(pair => pair.Value, (pair, input) => (Input: input, User: pair.Key))
            .ToLookup(use => use.Input, use => use.User);
        Dictionary<KeyFigureCode, int> missing = inputs.ToDictionary(pair => pair.Key, pair => pair.Value.Length);
        var ready = new Queue<KeyFigureCode>(missing.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        while (ready.TryDequeue(out KeyFigureCode code))
        {
            missing.Remove(code);
            foreach (KeyFigureCode user in users[code].Where(user => --missing[user] == 0))
            {
                ready.Enqueue(user);
            }
        }

        if (missing.Count > 0)
        {
            // From any figure left, inputs that are left lead into a circle.
            var way = new List<KeyFigureCode> { Figures.First(figure => missing.ContainsKey(figure.Code)).Code };
            var seen = new Dictionary<KeyFigureCode, int>();
            while (seen.TryAdd(way[^1], way.Count - 1))
            {
                way.Add(inputs[way[^1]].First(missing.ContainsKey));
            }

            KeyFigureCode first = way.Skip(seen[way[^1]]).Min();
            throw new ArgumentException($"'{first}' is computed from itself.", parameter);
        }
    }
}
