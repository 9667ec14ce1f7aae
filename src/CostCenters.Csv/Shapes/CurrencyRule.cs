using System.Collections.Immutable;
using CostCenters.Monetary;

namespace CostCenters.Csv.Shapes;

/// <summary>Where a file names the currency of its amounts, which must be that of the book or have a rate.</summary>
/// <remarks>
/// A row in another currency is a fault of the row; amounts of several currencies are never added up. Where the table
/// has no currency of its own, all rows must have the first row's. Immutable.
/// </remarks>
public sealed class CurrencyRule
{
    private static readonly ImmutableDictionary<string, string> CommonSigns = ImmutableDictionary<string, string>.Empty
        .Add("€", "EUR").Add("£", "GBP").Add("₦", "NGN").Add("₹", "INR").Add("₺", "TRY").Add("zł", "PLN");

    private CurrencyRule(
        ColumnSource? column,
        ImmutableDictionary<string, string> signs,
        ImmutableDictionary<string, decimal> rates)
    {
        Column = column;
        Signs = signs;
        Rates = rates;
    }

    /// <summary>The column of the currency; null where it stands in the cells of amounts.</summary>
    public ColumnSource? Column { get; }

    /// <summary>The code of each sign that cells may have.</summary>
    public ImmutableDictionary<string, string> Signs { get; }

    /// <summary>The rate of each foreign currency: units of the book's currency for one of it.</summary>
    public ImmutableDictionary<string, decimal> Rates { get; }

    /// <summary>The currency stands in a column, as a code or sign.</summary>
    /// <param name="column">The column; an empty cell is a fault.</param>
    /// <exception cref="ArgumentNullException"><paramref name="column"/> is null.</exception>
    public static CurrencyRule FromColumn(ColumnSource column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new(column, CommonSigns, ImmutableDictionary<string, decimal>.Empty);
    }

    /// <summary>The currency stands in the cells of amounts, before or behind the number; a cell without one is in the
    /// book's currency.</summary>
    public static CurrencyRule InAmounts() =>
        new(null, CommonSigns, ImmutableDictionary<string, decimal>.Empty);

    /// <summary>A sign stands for a currency; <c>€ £ ₦ ₹ ₺ zł</c> are known, <c>$</c> and <c>¥</c> are not.</summary>
    /// <param name="sign">The sign.</param>
    /// <param name="currency">The code of the currency.</param>
    /// <exception cref="ArgumentException">The sign is empty or has digits or spaces, or there is no such currency.
    /// </exception>
    public CurrencyRule WithSign(string sign, string currency)
    {
        ArgumentException.ThrowIfNullOrEmpty(sign);
        return sign.Any(character => char.IsDigit(character) || char.IsWhiteSpace(character) || character is '-' or '(')
            ? throw new ArgumentException("A sign has no digits, spaces, minus or parenthesis.", nameof(sign))
            : new(Column, Signs.SetItem(sign, CodeOf(currency)), Rates);
    }

    /// <summary>Amounts of a currency are converted by a rate, which leaves more decimals: name a rounding for the
    /// amount.</summary>
    /// <param name="currency">The code of the foreign currency.</param>
    /// <param name="rate">Units of the book's currency for one of it, above 0, at most 8 decimals.</param>
    /// <exception cref="ArgumentException">There is no such currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of bounds.</exception>
    public CurrencyRule WithRate(string currency, decimal rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, 1_000_000_000m);
        return rate != decimal.Round(rate, 8, MidpointRounding.ToZero)
            ? throw new ArgumentOutOfRangeException(nameof(rate), rate, "At most 8 decimals were expected.")
            : new(Column, Signs, Rates.SetItem(CodeOf(currency), rate));
    }

    /// <summary>The code that a text of the file stands for.</summary>
    internal string CodeFor(string text) => Signs.TryGetValue(text, out string? code) ? code : text.ToUpperInvariant();

    private static string CodeOf(string currency) =>
        Currency.TryFromIso(currency, out Currency? known)
            ? known.Code
            : throw new ArgumentException($"There is no currency {currency}.", nameof(currency));
}
