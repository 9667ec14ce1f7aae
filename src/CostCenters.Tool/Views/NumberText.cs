using System.Globalization;

namespace CostCenters.Tool.Views;

/// <summary>How amounts, percentages and dates are shown to people.</summary>
/// <remarks>Amounts are rounded for show alone, half away from zero: all sums were made of exact figures before.
/// </remarks>
internal sealed class NumberText
{
    /// <summary>The decimals of a percentage.</summary>
    public const int PercentDigits = 1;

    private const int DigitsOfUnit = 1;

    private readonly CultureInfo culture;
    private readonly decimal divisor;
    private readonly string unit;

    /// <summary>Creates it.</summary>
    /// <param name="digits">The minor digits of the currency.</param>
    /// <param name="culture">The culture, or null for none.</param>
    /// <param name="unit">In what amounts are shown.</param>
    public NumberText(int digits, CultureInfo? culture = null, AmountUnit unit = AmountUnit.One)
    {
        this.culture = culture ?? CultureInfo.InvariantCulture;
        IsOfPrograms = culture is null;
        (divisor, this.unit) = unit switch
        {
            AmountUnit.Thousand => (1_000m, "k "),
            AmountUnit.Million => (1_000_000m, "M "),
            _ => (1m, ""),
        };
        Digits = unit == AmountUnit.One ? digits : DigitsOfUnit;
    }

    /// <summary>The decimals of an amount.</summary>
    public int Digits { get; }

    private bool IsOfPrograms { get; }

    /// <summary>The currency with the unit before it.</summary>
    public string Currency(string code) => unit + code;

    /// <summary>An amount.</summary>
    /// <param name="value">The exact figure.</param>
    /// <param name="isWhole">Whether decimals are left out.</param>
    public string Amount(decimal value, bool isWhole = false) => Text(value / divisor, isWhole ? 0 : Digits);

    /// <summary>An amount with its sign, be it positive.</summary>
    public string Signed(decimal value, bool isWhole = false) => (value > 0m ? "+" : "") + Amount(value, isWhole);

    /// <summary>A percentage with its sign.</summary>
    public string Percent(decimal value) => (value > 0m ? "+" : "") + Share(value);

    /// <summary>A percentage of a whole.</summary>
    public string Share(decimal value) => Text(value, PercentDigits);

    /// <summary>A day.</summary>
    public string Day(NodaTime.LocalDate day) =>
        IsOfPrograms ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : day.ToString("d", culture);

    private string Text(decimal value, int digits)
    {
        decimal rounded = decimal.Round(value, digits, MidpointRounding.AwayFromZero);

        // A zero of a negative figure would keep its sign.
        return (rounded == 0m ? 0m : rounded).ToString($"N{digits}", culture);
    }
}
