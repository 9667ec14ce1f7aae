using System.Collections.Immutable;
using CostCenters.Ledgers;

namespace CostCenters.Budgets.Changes;

/// <summary>One change of a budget: amounts that are added to cells, and why.</summary>
/// <remarks>Immutable.</remarks>
public sealed class BudgetChange
{
    /// <summary>Creates a change.</summary>
    /// <param name="id">Its id, unique among the changes of a book.</param>
    /// <param name="budget">The name of the budget.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="lines">What is added to each cell, negative to take away: at least one line, each for one period.
    /// </param>
    /// <param name="reason">Why.</param>
    /// <param name="reference">The number of a decision or a letter, or null.</param>
    /// <param name="revises">The change that this one corrects, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    /// <exception cref="ArgumentException">The id is a default value, a text is blank, there is no line or one for a
    /// whole year, or the lines do not sum to what the kind demands.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is no kind.</exception>
    public BudgetChange(
        DocumentId id,
        string budget,
        BudgetChangeKind kind,
        IEnumerable<BudgetLine> lines,
        string reason,
        string? reference = null,
        DocumentId? revises = null)
    {
        Id = id != default ? id : throw new ArgumentException("A change needs an id.", nameof(id));
        ArgumentException.ThrowIfNullOrWhiteSpace(budget);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Budget = budget;
        Kind = Enum.IsDefined(kind) ? kind : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind.");
        Lines = [.. lines];
        Reason = reason;
        Reference = reference;
        Revises = revises;
        if (Lines.IsEmpty || Lines.Any(line => line?.Period is null))
        {
            throw new ArgumentException(
                "A change needs at least one line, each for one period.", nameof(lines));
        }

        if (SumFault(kind, Lines) is string fault)
        {
            throw new ArgumentException(fault, nameof(lines));
        }
    }

    /// <summary>The id.</summary>
    public DocumentId Id { get; }

    /// <summary>The name of the budget.</summary>
    public string Budget { get; }

    /// <summary>What it is.</summary>
    public BudgetChangeKind Kind { get; }

    /// <summary>What is added to each cell, in the currency of the book.</summary>
    public ImmutableArray<BudgetLine> Lines { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>The number of a decision or a letter, or null.</summary>
    public string? Reference { get; }

    /// <summary>The change that this one corrects, or null.</summary>
    public DocumentId? Revises { get; }

    /// <summary>How much money it moves: what it adds to cells, or what it takes from cells, whichever is more.
    /// </summary>
    public decimal Size => Math.Max(
        Lines.Sum(line => Math.Max(line.Amount, 0m)), Lines.Sum(line => Math.Max(-line.Amount, 0m)));

    /// <summary>What is wrong with the sum of lines, by the kind of a change.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="lines">The lines.</param>
    /// <returns>What was expected and what came, or null where the lines sum to what the kind demands.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    public static string? SumFault(BudgetChangeKind kind, IEnumerable<BudgetLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (kind is BudgetChangeKind.Original or BudgetChangeKind.CarryForward)
        {
            return null;
        }

        List<BudgetLine> all = [.. lines];
        decimal sum = all.Sum(line => line.Amount);
        bool isOfItsKind = kind switch
        {
            BudgetChangeKind.Supplement => sum > 0m,
            BudgetChangeKind.Return => sum < 0m,
            BudgetChangeKind.Transfer => sum == 0m,
            BudgetChangeKind.Rephasing => all.GroupBy(line => (line.Center, line.Element, line.Year))
                .All(group => group.Sum(line => line.Amount) == 0m),
            _ => true,
        };
        return isOfItsKind
            ? null
            : FormattableString.Invariant($"The lines of a change of the kind {kind} do not sum to {sum}.");
    }

    internal bool SaysTheSameAs(BudgetChange other) =>
        (Budget, Kind, Reason, Reference, Revises)
            == (other.Budget, other.Kind, other.Reason, other.Reference, other.Revises)
        && Lines.SequenceEqual(other.Lines);
}
