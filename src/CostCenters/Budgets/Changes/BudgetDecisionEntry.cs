using CostCenters.Journals;
using CostCenters.Ledgers;

namespace CostCenters.Budgets.Changes;

/// <summary>A change of a budget was submitted, approved in a step, or rejected.</summary>
public sealed record BudgetDecisionEntry : JournalEntry
{
    internal BudgetDecisionEntry(
        JournalPosition position,
        CommandStamp stamp,
        DocumentId change,
        BudgetDecision decision,
        string? role,
        string? reason)
        : base(position, stamp)
    {
        Change = change;
        Decision = decision;
        Role = role;
        Reason = reason;
    }

    /// <summary>The id of the change.</summary>
    public DocumentId Change { get; }

    /// <summary>What was decided.</summary>
    public BudgetDecision Decision { get; }

    /// <summary>The role in which it was decided, or null for a submission.</summary>
    public string? Role { get; }

    /// <summary>Why it was rejected, or null.</summary>
    public string? Reason { get; }

    internal override void WriteTo(JournalWriter writer)
    {
        writer.BeginEntry(this)
            .Text("decide"u8, Change.Value)
            .Text("decision"u8, Decision.ToString())
            .OptionalText("role"u8, Role)
            .OptionalText("reason"u8, Reason);
        writer.EndLine();
    }
}
