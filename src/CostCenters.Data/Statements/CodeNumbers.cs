using CostCenters.Cubes;
using CostCenters.Data.Results;

namespace CostCenters.Data.Statements;

/// <summary>Finds the numbers of centers and elements by their codes, exactly.</summary>
internal sealed class CodeNumbers
{
    private readonly Dictionary<string, int> centers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> elements = new(StringComparer.Ordinal);

    public CodeNumbers(CubeSpace space)
    {
        for (int number = 0; number < space.Centers.Centers.Length; number++)
        {
            centers.Add(space.Centers.Centers[number].Code.Value, number);
        }

        for (int number = 0; number < space.Elements.Elements.Length; number++)
        {
            elements.Add(space.Elements.Elements[number].Code.Value, number);
        }
    }

    /// <summary>The number of a center, or -1 with its fault.</summary>
    public int CenterOf(string? code, string column, List<(SqlRejectionReason, string)> faults) =>
        Find(centers, code, SqlRejectionReason.UnknownCenter, column, faults);

    /// <summary>The number of an element, or -1 with its fault.</summary>
    public int ElementOf(string? code, string column, List<(SqlRejectionReason, string)> faults) =>
        Find(elements, code, SqlRejectionReason.UnknownElement, column, faults);

    private static int Find(
        Dictionary<string, int> numbers,
        string? code,
        SqlRejectionReason reason,
        string column,
        List<(SqlRejectionReason, string)> faults)
    {
        if (string.IsNullOrEmpty(code))
        {
            faults.Add((SqlRejectionReason.MissingValue, column));
            return -1;
        }

        if (numbers.TryGetValue(code, out int number))
        {
            return number;
        }

        faults.Add((reason, column));
        return -1;
    }
}
