using System.Globalization;

namespace CostCenters.Reporting.Documents;

/// <summary>How figures are shown. Nothing here changes a figure: what is rounded is the text alone.</summary>
/// <remarks>Immutable.</remarks>
public sealed class FigureFormat
{
    /// <summary>The most decimals of an amount.</summary>
    public const int MaxAmountDigits = 12;

    /// <summary>Creates a format.</summary>
    /// <param name="culture">Whose separators and dates are used; the sheet leaves both to the program that opens it.
    /// </param>
    /// <param name="unit">In what amounts are shown.</param>
    /// <param name="digits">Decimals of amounts in that unit, 0 to <see cref="MaxAmountDigits"/>.</param>
    /// <param name="percentDigits">Decimals of percentages, 0 to <see cref="Reports.Variance.MaxPercentDigits"/>.
    /// </param>
    /// <param name="rounding">Where a figure halfway between two goes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of bounds, or <paramref name="unit"/> or
    /// <paramref name="rounding"/> is none of its values.</exception>
    public FigureFormat(
        CultureInfo culture, ShownUnit unit, int digits, int percentDigits, MidpointRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(culture);
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MaxAmountDigits);
        ArgumentOutOfRangeException.ThrowIfNegative(percentDigits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percentDigits, Reports.Variance.MaxPercentDigits);
        if (!Enum.IsDefined(unit))
        {
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "One of the units was expected.");
        }

        if (!Enum.IsDefined(rounding))
        {
            throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "One of the rules was expected.");
        }

        Culture = CultureInfo.ReadOnly(culture);
        Unit = unit;
        Digits = digits;
        PercentDigits = percentDigits;
        Rounding = rounding;
    }

    /// <summary>Whose separators and dates are used.</summary>
    public CultureInfo Culture { get; }

    /// <summary>In what amounts are shown.</summary>
    public ShownUnit Unit { get; }

    /// <summary>Decimals of amounts in that unit.</summary>
    public int Digits { get; }

    /// <summary>Decimals of percentages.</summary>
    public int PercentDigits { get; }

    /// <summary>Where a figure halfway between two goes.</summary>
    public MidpointRounding Rounding { get; }
}
