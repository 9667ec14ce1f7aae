using System.Text.Json;
using CostCenters.Control.Spending;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Control.Rules;

/// <summary>Rules as lines of a journal: a line for what happens outside of them, one for each rule, followed by one
/// for each of its scopes.</summary>
internal static class RuleLines
{
    public static void Write(JournalWriter writer, RulesEntry entry, DecimalScale scale)
    {
        writer.BeginEntry(entry).Number("rules"u8, entry.Rules.Rules.Length);
        writer.EndLine();
        WriteResponse(writer.BeginLine().Text("response"u8, "outside"), entry.Rules.Outside);
        writer.EndLine();
        foreach (AvailabilityRule rule in entry.Rules.Rules)
        {
            CanonicalJson json = writer.BeginLine()
                .Text("rule"u8, rule.Code)
                .Text("budget"u8, rule.Budget)
                .Text("span"u8, rule.Span.Kind.ToString())
                .OptionalNumber("periods"u8, rule.Span.PeriodCount == 0 ? null : rule.Span.PeriodCount)
                .OptionalCount(
                    "usagePercent"u8,
                    rule.Limit.UsagePercent is decimal percent ? SpendingPercent.Scale.ToCount(percent) : null,
                    SpendingPercent.Scale)
                .OptionalCount(
                    "excess"u8, rule.Limit.Excess is decimal excess ? scale.ToCount(excess) : null, scale)
                .OptionalText("credits"u8, rule.Limit.CreditsRaise ? "raise" : null)
                .OptionalText("release"u8, rule.Release == FundsRelease.AtOnce ? null : rule.Release.ToString())
                .Number("scopes"u8, rule.Scopes.Length);
            writer.EndLine();
            WriteResponse(writer.BeginLine().Text("response"u8, "beyondLimit"), rule.BeyondLimit);
            writer.EndLine();
            WriteResponse(writer.BeginLine().Text("response"u8, "withoutBudget"), rule.WithoutBudget);
            writer.EndLine();
            foreach (RuleScope scope in rule.Scopes)
            {
                writer.BeginLine()
                    .Text("scope"u8, scope.IncludesDescendants ? "subtree" : "center")
                    .OptionalText("center"u8, scope.Center?.Value)
                    .OptionalText("element"u8, scope.Element?.Value);
                writer.EndLine();
            }
        }
    }

    public static AvailabilityRules Read(JsonElement entry, JournalReader reader, DecimalScale scale)
    {
        RuleResponse outside = ReadResponse(reader);
        var rules = new List<AvailabilityRule>();
        for (long left = reader.Number(entry, "rules"); left > 0; left--)
        {
            JsonElement line = Line(reader).Clone();
            RuleResponse beyondLimit = ReadResponse(reader);
            RuleResponse withoutBudget = ReadResponse(reader);
            var scopes = new List<RuleScope>();
            for (long scope = reader.Number(line, "scopes"); scope > 0; scope--)
            {
                scopes.Add(ReadScope(Line(reader), reader));
            }

            rules.Add(new AvailabilityRule(
                reader.Text(line, "rule"),
                reader.Text(line, "budget"),
                scopes,
                ReadSpan(line, reader),
                new RuleLimit(
                    reader.OptionalCount(line, "usagePercent", SpendingPercent.Scale) is long percent
                        ? SpendingPercent.Scale.ToDecimal(percent)
                        : null,
                    reader.OptionalCount(line, "excess", scale) is long excess ? scale.ToDecimal(excess) : null,
                    reader.OptionalText(line, "credits") is not null),
                beyondLimit,
                withoutBudget,
                reader.OptionalText(line, "release") is null
                    ? FundsRelease.AtOnce
                    : reader.Choice<FundsRelease>(line, "release")));
        }

        reader.ReadEnd();
        return new AvailabilityRules(rules, outside);
    }

    private static void WriteResponse(CanonicalJson json, RuleResponse response) =>
        json.Text("onRequest"u8, response.OnRequest.ToString())
            .Text("onOrder"u8, response.OnOrder.ToString())
            .Text("onActual"u8, response.OnActual.ToString())
            .Texts("overridableBy"u8, response.OverridableBy);

    private static RuleResponse ReadResponse(JournalReader reader)
    {
        JsonElement line = Line(reader);
        return new RuleResponse(
            reader.Choice<AvailabilityVerdict>(line, "onRequest"),
            reader.Choice<AvailabilityVerdict>(line, "onOrder"),
            reader.Choice<AvailabilityVerdict>(line, "onActual"),
            line.GetProperty("overridableBy"u8).EnumerateArray().Select(role => role.GetString()!));
    }

    private static RuleScope ReadScope(JsonElement line, JournalReader reader) =>
        new(
            reader.OptionalText(line, "center") is string center ? new CenterCode(center) : null,
            reader.Text(line, "scope") == "subtree",
            reader.OptionalText(line, "element") is string element ? new ElementCode(element) : null);

    private static RuleSpan ReadSpan(JsonElement line, JournalReader reader) =>
        reader.Choice<RuleSpanKind>(line, "span") switch
        {
            RuleSpanKind.Period => RuleSpan.Period,
            RuleSpanKind.Quarter => RuleSpan.Quarter,
            RuleSpanKind.YearToDate => RuleSpan.YearToDate,
            RuleSpanKind.FullYear => RuleSpan.FullYear,
            _ => RuleSpan.Rolling((int)reader.Number(line, "periods")),
        };

    private static JsonElement Line(JournalReader reader) =>
        reader.TryReadLine(out JsonElement line) ? line : throw reader.Fault("a line of a rule is missing.");
}
