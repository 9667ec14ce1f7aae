using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CostCenters.Calendars;

/// <summary>One period of a fiscal year, such as the third of 2026.</summary>
/// <remarks>
/// <para>A period is a name: which days it holds, and whether there is such a period at all, its
/// <see cref="FiscalCalendar"/> tells.</para>
/// <para>Written <c>2026-P03</c>: four digits, <c>-P</c>, two digits, in every culture. Ordered by year, then by
/// number. <c>default(FiscalPeriod)</c> is not a period: reading its year or number throws, and it comes before
/// every period.</para>
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<FiscalPeriod>))]
[TypeConverter(typeof(TextTypeConverter<FiscalPeriod>))]
public readonly record struct FiscalPeriod : IComparable<FiscalPeriod>, IComparable, ITextValue<FiscalPeriod>
{
    private const int TextLength = 8;

    private readonly short year;
    private readonly short number;

    /// <summary>Names a period.</summary>
    /// <param name="year">The name of the fiscal year, 1 to 9999.</param>
    /// <param name="number">The place of the period in its year, 1 to 99.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="year"/> or <paramref name="number"/> is outside its bounds.
    /// </exception>
    public FiscalPeriod(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 99);
        this.year = (short)year;
        this.number = (short)number;
    }

    /// <summary>The name of the fiscal year.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(FiscalPeriod)</c>.</exception>
    public int Year => IsValue ? year : throw NotAValue();

    /// <summary>The place of the period in its year, from 1.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(FiscalPeriod)</c>.</exception>
    public int Number => IsValue ? number : throw NotAValue();

    static string ITextValue<FiscalPeriod>.Expected => "a fiscal period; write it like 2026-P03";

    internal bool IsValue => year != 0;

    /// <summary>Tells whether one period comes before another.</summary>
    /// <param name="left">The first period.</param>
    /// <param name="right">The second period.</param>
    public static bool operator <(FiscalPeriod left, FiscalPeriod right) => left.CompareTo(right) < 0;

    /// <summary>Tells whether one period comes after another.</summary>
    /// <param name="left">The first period.</param>
    /// <param name="right">The second period.</param>
    public static bool operator >(FiscalPeriod left, FiscalPeriod right) => left.CompareTo(right) > 0;

    /// <summary>Tells whether one period is another or comes before it.</summary>
    /// <param name="left">The first period.</param>
    /// <param name="right">The second period.</param>
    public static bool operator <=(FiscalPeriod left, FiscalPeriod right) => left.CompareTo(right) <= 0;

    /// <summary>Tells whether one period is another or comes after it.</summary>
    /// <param name="left">The first period.</param>
    /// <param name="right">The second period.</param>
    public static bool operator >=(FiscalPeriod left, FiscalPeriod right) => left.CompareTo(right) >= 0;

    /// <summary>Reads the strict form <c>2026-P03</c>.</summary>
    /// <param name="text">The text, without surrounding spaces.</param>
    /// <exception cref="FormatException"><paramref name="text"/> has another form.</exception>
    public static FiscalPeriod Parse(ReadOnlySpan<char> text) => TryParse(text, out var period)
        ? period
        : throw new FormatException($"'{text}' is not a fiscal period; write it like 2026-P03.");

    /// <summary>Reads the strict form <c>2026-P03</c>, if the text has it.</summary>
    /// <param name="text">The text, without surrounding spaces.</param>
    /// <param name="period">The period, or <c>default</c> if the text has another form.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out FiscalPeriod period)
    {
        if (text.Length == TextLength
            && text[4..6] is "-P"
            && TryReadDigits(text[..4], out int year)
            && TryReadDigits(text[6..], out int number)
            && year > 0
            && number > 0)
        {
            period = new FiscalPeriod(year, number);
            return true;
        }

        period = default;
        return false;
    }

    /// <summary>Orders by year, then by number.</summary>
    /// <param name="other">The period to compare with.</param>
    public int CompareTo(FiscalPeriod other) =>
        year != other.year ? year.CompareTo(other.year) : number.CompareTo(other.number);

    /// <summary>Orders by year, then by number.</summary>
    /// <param name="obj">The period to compare with; <see langword="null"/> comes first.</param>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is not a period.</exception>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        FiscalPeriod other => CompareTo(other),
        _ => throw new ArgumentException($"A fiscal period does not compare with {obj.GetType()}.", nameof(obj)),
    };

    /// <summary>The form that <see cref="Parse(ReadOnlySpan{char})"/> reads; never throws.</summary>
    public override string ToString() => IsValue
        ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-P{number:00}")
        : "(no period)";

    static bool ITextValue<FiscalPeriod>.TryRead(
        ReadOnlySpan<char> text, IFormatProvider? provider, out FiscalPeriod value) => TryParse(text, out value);

    string ITextValue<FiscalPeriod>.ExactText() => IsValue ? ToString() : "";

    private static bool TryReadDigits(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        foreach (char digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (10 * value) + (digit - '0');
        }

        return true;
    }

    private static InvalidOperationException NotAValue() => new("default(FiscalPeriod) is not a period.");
}
