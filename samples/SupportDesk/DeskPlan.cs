using System.Text.Json;
using System.Text.Json.Serialization;
using CostCenters.Calendars;
using CostCenters.Support;

namespace CostCenters.Samples.SupportDesk;

/// <summary>What people decide about the desk, as it stands in desk.json.</summary>
internal sealed record DeskPlan(
    string BudgetVersion,
    string Desk,
    IReadOnlyDictionary<string, string> Channels,
    string SelfService,
    string TimeZone,
    TimeOnly Opens,
    TimeOnly Closes,
    IReadOnlyList<DateOnly> Holidays,
    decimal LowestScore,
    decimal HighestScore,
    decimal SatisfiedFrom,
    IReadOnlyList<GuardPlan> Guards,
    IReadOnlyList<ImprovementPlan> Improvements,
    decimal Margin,
    IReadOnlyList<MemoPlan> Memo)
{
    private const int MostBytes = 1 << 20;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static DeskPlan Read(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            byte[] bytes = new byte[MostBytes + 1];
            int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length > MostBytes
                ? throw new RunException($"'{path}' has more than {MostBytes} bytes, which no plan needs.")
                : JsonSerializer.Deserialize<DeskPlan>(bytes.AsSpan(0, length), Strict)
                ?? throw new RunException($"'{path}' holds null, not a plan.");
        }
        catch (JsonException error)
        {
            throw new RunException($"'{path}' cannot be used: {error.Message}");
        }
    }

    public static FiscalPeriod PeriodOf(string text) =>
        FiscalPeriod.TryParse(text, out FiscalPeriod period)
            ? period
            : throw new RunException($"desk.json: a fiscal period such as 2025-P03 was expected, not '{text}'.");
}

/// <summary>What is watched in a channel; minutes for response, shares for the others.</summary>
internal sealed record GuardPlan(
    string Channel, ServiceFigure Measure, decimal Target, decimal Bound, decimal Tolerance, int Lag);

/// <summary>The measures of service that contacts tell.</summary>
internal enum ServiceFigure
{
    /// <summary>Working minutes within which nine of ten tickets got their first answer.</summary>
    Response,

    /// <summary>Contacts beyond the first of their ticket, as a share of all.</summary>
    Repeats,

    /// <summary>Satisfied customers as a share of those who answered.</summary>
    Satisfaction,
}

/// <summary>A change that is to keep tickets of a cause away.</summary>
internal sealed record ImprovementPlan(
    string Name,
    string Cause,
    string Start,
    string BaselineFrom,
    string BaselineThrough,
    decimal ExpectedReduction,
    decimal CostPerTicket,
    decimal Investment,
    decimal RunningCost);

/// <summary>Value that somebody credits to the desk.</summary>
internal sealed record MemoPlan(string Period, string Center, MemoKind Kind, decimal Value, string Text);
