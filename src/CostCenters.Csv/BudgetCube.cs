using CostCenters.Cubes;

namespace CostCenters.Csv;

/// <summary>A budget version as its cube alone, without its lines.</summary>
/// <remarks>Immutable.</remarks>
public sealed class BudgetCube
{
    internal BudgetCube(string name, int number, Cube cube)
    {
        Name = name;
        Number = number;
        Cube = cube;
    }

    /// <summary>The name, such as <c>adopted</c>; compared exactly.</summary>
    public string Name { get; }

    /// <summary>The number of the version: 1 for the first that appears in the file.</summary>
    public int Number { get; }

    /// <summary>The lines spread over their periods and added up.</summary>
    public Cube Cube { get; }

    /// <summary>The key of this version among the layers.</summary>
    public LayerKey Layer => LayerKey.Budget(Name);
}
