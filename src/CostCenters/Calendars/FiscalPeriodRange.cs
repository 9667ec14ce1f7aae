using System.ComponentModel;
using System.Text.Json.Serialization;

namespace CostCenters.Calendars;

/// <summary>The periods from one through another, both inclusive.</summary>
/// <remarks>
/// <c>default(FiscalPeriodRange)</c> is not a range: reading its bounds throws, and it contains no period.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<FiscalPeriodRange>))]
[TypeConverter(typeof(TextTypeConverter<FiscalPeriodRange>))]
public readonly record struct FiscalPeriodRange : ITextValue<FiscalPeriodRange>
{
    private readonly FiscalPeriod from;
    private readonly FiscalPeriod through;

    /// <summary>Names a range of periods.</summary>
    /// <param name="from">The first period.</param>
    /// <param name="through">The last period, which belongs to the range.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="from"/> comes after <paramref name="through"/>, or is <c>default</c>.
    /// </exception>
    public FiscalPeriodRange(FiscalPeriod from, FiscalPeriod through)
    {
        if (!from.IsValue || from > through)
        {
            throw new ArgumentException($"A range runs forward, but {from} comes after {through}.", nameof(from));
        }

        this.from = from;
        this.through = through;
    }

    static string ITextValue<FiscalPeriodRange>.Expected =>
        "a range of fiscal periods that runs forward; write it like 2026-P01..2026-P03";

    /// <summary>The first period.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(FiscalPeriodRange)</c>.</exception>
    public FiscalPeriod From => from.IsValue ? from : throw NotAValue();

    /// <summary>The last period, which belongs to the range.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(FiscalPeriodRange)</c>.</exception>
    public FiscalPeriod Through => through.IsValue ? through : throw NotAValue();

    /// <summary>Tells whether a period lies within the range.</summary>
    /// <param name="period">The period to look for.</param>
    public bool Contains(FiscalPeriod period) => period.IsValue && from <= period && period <= through;

    /// <summary>Text such as <c>2026-P01..2026-P03</c>; never throws.</summary>
    public override string ToString() => from.IsValue ? $"{from}..{through}" : "(no periods)";

    static bool ITextValue<FiscalPeriodRange>.TryRead(
        ReadOnlySpan<char> text, IFormatProvider? provider, out FiscalPeriodRange value)
    {
        value = default;
        int dots = text.IndexOf("..");
        if (dots < 0
            || !FiscalPeriod.TryParse(text[..dots], out FiscalPeriod from)
            || !FiscalPeriod.TryParse(text[(dots + 2)..], out FiscalPeriod through)
            || from > through)
        {
            return false;
        }

        value = new FiscalPeriodRange(from, through);
        return true;
    }

    string ITextValue<FiscalPeriodRange>.ExactText() => from.IsValue ? ToString() : "";

    private static InvalidOperationException NotAValue() => new("default(FiscalPeriodRange) is not a range.");
}
