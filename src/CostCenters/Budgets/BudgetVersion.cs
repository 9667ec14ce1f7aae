using System.Collections.Immutable;
using CostCenters.Cubes;

namespace CostCenters.Budgets;

/// <summary>A named, numbered, frozen set of budget lines.</summary>
/// <remarks>
/// <para>Law: the cube holds exactly the sum of the lines. Each whole-year line is spread by itself, so that its shares
/// sum back to it to the last minor unit.</para>
/// <para>Budgets of parent and child centers add up: each line is its center's own. Made by <see cref="Builder"/>;
/// immutable.</para>
/// </remarks>
public sealed partial class BudgetVersion
{
    private BudgetVersion(string name, int number, ImmutableArray<BudgetLine> lines, Cube cube)
    {
        Name = name;
        Number = number;
        Lines = lines;
        Cube = cube;
    }

    /// <summary>The name, such as <c>adopted</c>; compared exactly.</summary>
    public string Name { get; }

    /// <summary>The number of the version: a later version of the same budget has a higher one.</summary>
    public int Number { get; }

    /// <summary>The lines, in the order in which they were added.</summary>
    public ImmutableArray<BudgetLine> Lines { get; }

    /// <summary>The lines spread over their periods and added up.</summary>
    public Cube Cube { get; }

    /// <summary>The key of this version among the layers.</summary>
    public LayerKey Layer => LayerKey.Budget(Name);
}
