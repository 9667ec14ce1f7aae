using System.Collections.Immutable;
using System.Globalization;
using CostCenters.Journals;

namespace CostCenters.Budgets.Approvals;

/// <summary>The steps of approval were set: they hold for what is submitted from here on.</summary>
public sealed record ApprovalStepsEntry : JournalEntry
{
    internal ApprovalStepsEntry(JournalPosition position, CommandStamp stamp, ImmutableArray<ApprovalStep> steps)
        : base(position, stamp) =>
        Steps = steps;

    /// <summary>The steps, in order.</summary>
    public ImmutableArray<ApprovalStep> Steps { get; }

    /// <summary>Whether two entries have the same place, stamp and steps.</summary>
    public bool Equals(ApprovalStepsEntry? other) =>
        other is not null && base.Equals(other) && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Steps.Length);

    internal override void WriteTo(JournalWriter writer)
    {
        writer.BeginEntry(this).Number("approvalSteps"u8, Steps.Length);
        writer.EndLine();
        foreach (ApprovalStep step in Steps)
        {
            writer.BeginLine()
                .Text("role"u8, step.Role)
                .Text("fromSize"u8, step.FromSize.ToString(CultureInfo.InvariantCulture));
            writer.EndLine();
        }
    }
}
