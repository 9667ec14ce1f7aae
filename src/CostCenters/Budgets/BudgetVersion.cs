using System.Collections.Immutable;
using CostCenters.Cubes;

namespace CostCenters.Budgets;

/// <summary>A frozen set of budget lines under a name and a revision.</summary>
/// <remarks>
/// <para>Law: the cube holds exactly the sum of the lines. Each whole-year line is spread by itself, so that its shares
/// sum back to it to the last minor unit.</para>
/// <para>Budgets of parent and child centers add up: each line is its center's own. Made by <see cref="Builder"/>;
/// immutable.</para>
/// </remarks>
public sealed partial class BudgetVersion
{
    private readonly Dictionary<int, YearShares> sharesOfLine;

    private BudgetVersion(
        string name,
        int revision,
        ImmutableArray<BudgetLine> lines,
        Dictionary<int, YearShares> sharesOfLine,
        Cube cube)
    {
        Name = name;
        Revision = revision;
        Lines = lines;
        Cube = cube;
        this.sharesOfLine = sharesOfLine;
    }

    /// <summary>The name, such as <c>adopted</c>; compared exactly.</summary>
    public string Name { get; }

    /// <summary>The revision: 1 for the first budget of the name, higher for each that replaces it.</summary>
    public int Revision { get; }

    /// <summary>The lines, in the order in which they were added.</summary>
    public ImmutableArray<BudgetLine> Lines { get; }

    /// <summary>The lines spread over their periods and added up.</summary>
    public Cube Cube { get; }

    /// <summary>The key of this version among the layers: name and revision.</summary>
    public LayerKey Layer => LayerKey.Budget(Name, Revision);

    /// <summary>How a whole-year line is spread; null for a line of one period.</summary>
    internal YearShares? SharesOf(int line) => sharesOfLine.GetValueOrDefault(line);

    /// <summary>Whether two versions have the same lines, spread in the same way.</summary>
    internal bool SaysTheSameAs(BudgetVersion other) =>
        Lines.SequenceEqual(other.Lines)
        && sharesOfLine.All(pair => other.sharesOfLine[pair.Key].Equals(pair.Value));
}

/// <summary>The shares of a whole-year line: counts for each regular period of its year.</summary>
internal sealed record YearShares(ImmutableArray<long> Amounts, ImmutableArray<long>? Quantities)
{
    public bool Equals(YearShares? other) =>
        other is not null
        && Amounts.SequenceEqual(other.Amounts)
        && Quantities.HasValue == other.Quantities.HasValue
        && (Quantities is null || Quantities.Value.SequenceEqual(other.Quantities!.Value));

    public override int GetHashCode() => Amounts.Length;

    /// <summary>Whether there is a share for each period, and they make these totals.</summary>
    public bool AddUpTo(long amount, long? quantity, int periodCount) =>
        Amounts.Length == periodCount
        && Amounts.Sum() == amount
        && (quantity is long count
            ? Quantities is { } shares && shares.Length == periodCount && shares.Sum() == count
            : Quantities is null);
}
