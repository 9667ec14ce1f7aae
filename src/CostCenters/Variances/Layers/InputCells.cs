using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Explanations;

namespace CostCenters.Variances.Layers;

/// <summary>The cells that the inputs of an analysis add up, by the names of the inputs.</summary>
internal sealed class InputCells
{
    private readonly Dictionary<(string? Subject, string Input), ImmutableArray<CellAddress>> cells = [];

    /// <summary>Names the cells behind inputs.</summary>
    /// <param name="from">The cells.</param>
    /// <param name="inputs">The names of the inputs that they add up to.</param>
    public InputCells With(IEnumerable<CellAddress> from, params string[] inputs) => Of(null, from, inputs);

    /// <summary>Names the cells behind inputs of one thing of the data, such as a product.</summary>
    /// <param name="subject">What the data call it; null for inputs of any node.</param>
    /// <param name="from">The cells.</param>
    /// <param name="inputs">The names of the inputs that they add up to.</param>
    public InputCells Of(string? subject, IEnumerable<CellAddress> from, params string[] inputs)
    {
        ImmutableArray<CellAddress> all = [.. from];
        foreach (string input in inputs)
        {
            cells.Add((subject, input), all);
        }

        return this;
    }

    /// <summary>The tree whose leaves name the cells of their inputs.</summary>
    public VarianceNode In(VarianceNode tree) => tree.WithCells(leaf =>
    {
        string? subject = VarianceKey.SubjectOf(leaf.Key);
        return leaf.Inputs.SelectMany(input => Find(subject, input.Name)).Distinct();
    });

    private ImmutableArray<CellAddress> Find(string? subject, string input) =>
        subject is not null && cells.TryGetValue((subject, input), out var own) ? own
        : cells.TryGetValue((null, input), out var common) ? common
        : [];
}
