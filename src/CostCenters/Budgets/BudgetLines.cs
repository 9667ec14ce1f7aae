using System.Collections.Immutable;
using System.Text.Json;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Budgets;

/// <summary>Budget versions as lines of a journal: a line for the version, and one for each budget line.</summary>
/// <remarks>A whole-year line comes with its shares, so that what was budgeted does not depend on how it was spread.
/// </remarks>
internal static class BudgetLines
{
    public static void Write(JournalWriter writer, BudgetEntry entry)
    {
        BudgetVersion version = entry.Version;
        DecimalScale scale = version.Cube.Space.Scale;
        writer.BeginEntry(entry).Text("budget"u8, version.Name).Number("revision"u8, version.Revision);
        writer.EndLine();
        for (int i = 0; i < version.Lines.Length; i++)
        {
            BudgetLine line = version.Lines[i];
            CanonicalJson json = writer.BeginLine()
                .Text("center"u8, line.Center.Value)
                .Text("element"u8, line.Element.Value);
            json = line.Period is FiscalPeriod period
                ? json.Text("period"u8, writer.TextOf(period))
                : json.Number("year"u8, line.Year);
            json.Count("amount"u8, scale.ToCount(line.Amount), scale)
                .OptionalCount(
                    "quantity"u8,
                    line.Quantity is decimal quantity ? DecimalScale.Quantity.ToCount(quantity) : null,
                    DecimalScale.Quantity);
            if (version.SharesOf(i) is YearShares shares)
            {
                json.Counts("amounts"u8, shares.Amounts.AsSpan(), scale);
                if (shares.Quantities is ImmutableArray<long> quantities)
                {
                    json.Counts("quantities"u8, quantities.AsSpan(), DecimalScale.Quantity);
                }
            }

            writer.EndLine();
        }
    }

    public static BudgetVersion Read(JsonElement entry, JournalReader reader, CubeSpace space)
    {
        var builder = new BudgetVersion.Builder(
            space,
            reader.Text(entry, "budget"),
            (int)reader.Number(entry, "revision"),
            Phasing.Even(RemainderRule.LargestRemainder));
        while (reader.TryReadLine(out JsonElement line))
        {
            var center = new CenterCode(reader.Text(line, "center"));
            var element = new ElementCode(reader.Text(line, "element"));
            decimal amount = space.Scale.ToDecimal(reader.Count(line, "amount", space.Scale));
            decimal? quantity = reader.OptionalCount(line, "quantity", DecimalScale.Quantity) is long count
                ? DecimalScale.Quantity.ToDecimal(count)
                : null;
            if (reader.OptionalText(line, "period") is string period)
            {
                builder.Add(BudgetLine.ForPeriod(center, element, FiscalPeriod.Parse(period), amount, quantity));
                continue;
            }

            builder.Add(
                BudgetLine.ForYear(center, element, (int)reader.Number(line, "year"), amount, quantity),
                new YearShares(
                    Counts(line, "amounts", reader, space.Scale),
                    quantity is null ? null : Counts(line, "quantities", reader, DecimalScale.Quantity)));
        }

        return builder.Freeze();
    }

    private static ImmutableArray<long> Counts(
        JsonElement line, string name, JournalReader reader, DecimalScale scale) =>
        [.. line.GetProperty(name).EnumerateArray().Select(value => reader.Count(value.GetString()!, scale))];
}
