using System.Text.Json;
using CostCenters.Calendars;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Budgets.Changes;

/// <summary>A change of a budget was entered.</summary>
public sealed record BudgetChangeEntry : JournalEntry
{
    private readonly DecimalScale scale;

    internal BudgetChangeEntry(
        JournalPosition position, CommandStamp stamp, BudgetChange change, DecimalScale scale)
        : base(position, stamp)
    {
        Change = change;
        this.scale = scale;
    }

    /// <summary>The change.</summary>
    public BudgetChange Change { get; }

    /// <summary>Whether two entries have the same place and stamp, and changes with the same contents.</summary>
    public bool Equals(BudgetChangeEntry? other) =>
        other is not null
        && base.Equals(other)
        && Change.Id == other.Change.Id
        && Change.SaysTheSameAs(other.Change);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Change.Id);

    internal override void WriteTo(JournalWriter writer)
    {
        writer.BeginEntry(this)
            .Text("change"u8, Change.Id.Value)
            .Text("of"u8, Change.Budget)
            .Text("kind"u8, Change.Kind.ToString())
            .Text("reason"u8, Change.Reason)
            .OptionalText("reference"u8, Change.Reference)
            .OptionalText("revises"u8, Change.Revises?.Value);
        writer.EndLine();
        foreach (BudgetLine line in Change.Lines)
        {
            writer.BeginLine()
                .Text("center"u8, line.Center.Value)
                .Text("element"u8, line.Element.Value)
                .Text("period"u8, line.Period.ToString()!)
                .Count("amount"u8, scale.ToCount(line.Amount), scale)
                .OptionalCount(
                    "quantity"u8,
                    line.Quantity is decimal quantity ? DecimalScale.Quantity.ToCount(quantity) : null,
                    DecimalScale.Quantity);
            writer.EndLine();
        }
    }

    internal static BudgetChange Read(JsonElement entry, JournalReader reader, DecimalScale scale)
    {
        var lines = new List<BudgetLine>();
        while (reader.TryReadLine(out JsonElement line))
        {
            lines.Add(BudgetLine.ForPeriod(
                new CenterCode(reader.Text(line, "center")),
                new ElementCode(reader.Text(line, "element")),
                FiscalPeriod.Parse(reader.Text(line, "period")),
                scale.ToDecimal(reader.Count(line, "amount", scale)),
                reader.OptionalCount(line, "quantity", DecimalScale.Quantity) is long quantity
                    ? DecimalScale.Quantity.ToDecimal(quantity)
                    : null));
        }

        return new BudgetChange(
            new DocumentId(reader.Text(entry, "change")),
            reader.Text(entry, "of"),
            reader.Choice<BudgetChangeKind>(entry, "kind"),
            lines,
            reader.Text(entry, "reason"),
            reader.OptionalText(entry, "reference"),
            reader.OptionalText(entry, "revises") is string revised ? new DocumentId(revised) : null);
    }
}
