using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CostCenters.Control.Checks;
using CostCenters.Journals;

namespace CostCenters.Samples.BudgetControl;

/// <summary>Writes what the rules say of a purchase: in sentences, or as JSON.</summary>
internal static class Answer
{
    public static void WriteText(AvailabilityCheck check, TextWriter output)
    {
        output.Write($"{check.Verdict}\n");
        foreach (CommandFault fault in check.Faults)
        {
            output.Write($"  {fault.Message}\n");
        }

        foreach (RuleCheck rule in check.Rules)
        {
            output.Write($"  {rule.Sentence}\n");
        }

        foreach (int line in check.UncoveredLines)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"  Line {line}: no rule covers it.\n"));
        }
    }

    public static void WriteJson(AvailabilityCheck check, Stream output)
    {
        var options = new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // No page of HTML: quotes of names stay readable.
            Indented = true,
            NewLine = "\n",
        };
        using (var json = new Utf8JsonWriter(output, options))
        {
            json.WriteStartObject();
            json.WriteString("verdict", $"{check.Verdict}");
            WriteTexts(json, "overridableBy", check.OverridableBy);
            json.WriteStartArray("faults");
            foreach (CommandFault fault in check.Faults)
            {
                json.WriteStartObject();
                json.WriteString("kind", $"{fault.Kind}");
                if (fault.Line is int line)
                {
                    json.WriteNumber("line", line);
                }

                json.WriteString("message", fault.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("rules");
            foreach (RuleCheck rule in check.Rules)
            {
                Write(json, rule);
            }

            json.WriteEndArray();
            WriteNumbers(json, "uncoveredLines", check.UncoveredLines);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, RuleCheck rule)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Rule.Code);
        json.WriteString("periods", $"{rule.Before.Periods}");
        json.WriteString("finding", $"{rule.Finding}");
        json.WriteString("verdict", $"{rule.Verdict}");
        WriteAmount("amount", rule.Amount);
        WriteAmount("budget", rule.Before.HasBudget ? rule.Before.Budget : null);
        WriteAmount("actual", rule.Before.Actual);
        WriteAmount("committed", rule.Before.Committed);
        WriteAmount("requested", rule.Before.Requested);
        WriteAmount("limit", rule.Before.Limit);
        WriteAmount("availableBefore", rule.Before.Available);
        WriteAmount("availableAfter", rule.After.Available);
        WriteNumbers(json, "linesBeyond", rule.LinesBeyond);
        WriteTexts(json, "overridableBy", rule.OverridableBy);
        json.WriteString("sentence", rule.Sentence);
        json.WriteEndObject();

        void WriteAmount(string name, decimal? amount) =>
            json.WriteString(name, amount?.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (int number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
