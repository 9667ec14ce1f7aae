using CostCenters.Cubes;

namespace CostCenters.Csv;

/// <summary>A budget version as its cube alone, without its lines.</summary>
/// <remarks>Immutable.</remarks>
public sealed class BudgetCube
{
    internal BudgetCube(string name, Cube cube)
    {
        Name = name;
        Cube = cube;
    }

    /// <summary>The name, such as <c>adopted</c>; compared exactly.</summary>
    public string Name { get; }

    /// <summary>The lines spread over their periods and added up.</summary>
    public Cube Cube { get; }

    /// <summary>The key of this version among the layers: a file holds the first revision of a name.</summary>
    public LayerKey Layer => LayerKey.Budget(Name, 1);
}
