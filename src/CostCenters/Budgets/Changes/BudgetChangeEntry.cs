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
                .Text("period"u8, writer.TextOf(line.Period!.Value))
                .Count("amount"u8, scale.ToCount(line.Amount), scale)
                .OptionalCount(
                    "quantity"u8,
                    line.Quantity is decimal quantity ? DecimalScale.Quantity.ToCount(quantity) : null,
                    DecimalScale.Quantity);
            writer.EndLine();
        }
    }

    internal static BudgetChange Read(JsonElement entry, JournalReader reader)
    {
        var lines = new List<BudgetLine>();
        while (reader.TryReadLine(out ReadOnlyMemory<byte> line))
        {
            lines.Add(ReadLine(line.Span, reader));
        }

        return new BudgetChange(
            new DocumentId(reader.Text(entry, "change")),
            reader.SharedText(entry, "of"),
            reader.Choice<BudgetChangeKind>(entry, "kind"),
            lines,
            reader.SharedText(entry, "reason"),
            reader.OptionalText(entry, "reference"),
            reader.OptionalText(entry, "revises") is string revised ? new DocumentId(revised) : null);
    }

    private static BudgetLine ReadLine(ReadOnlySpan<byte> line, JournalReader reader)
    {
        var json = new Utf8JsonReader(line);
        JournalTexts texts = reader.Texts;
        CenterCode center = default;
        ElementCode element = default;
        FiscalPeriod? period = null;
        decimal? amount = null;
        decimal? quantity = null;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("center"u8))
            {
                json.Read();
                center = texts.Center(ref json);
            }
            else if (json.ValueTextEquals("element"u8))
            {
                json.Read();
                element = texts.Element(ref json);
            }
            else if (json.ValueTextEquals("period"u8))
            {
                json.Read();
                period = texts.Period(ref json);
            }
            else if (json.ValueTextEquals("amount"u8))
            {
                json.Read();
                amount = texts.Number(ref json);
            }
            else if (json.ValueTextEquals("quantity"u8))
            {
                json.Read();
                quantity = texts.Number(ref json);
            }
            else
            {
                throw reader.Fault("a line of a change has no such field.");
            }
        }

        return BudgetLine.ForPeriod(
            center,
            element,
            period ?? throw reader.Fault("a line of a change needs a period."),
            amount ?? throw reader.Fault("a line of a change needs an amount."),
            quantity);
    }
}
