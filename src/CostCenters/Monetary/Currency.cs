using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CostCenters.Monetary;

/// <summary>A currency: its code and how many decimals its smallest unit has.</summary>
/// <remarks>
/// <para>Codes of ISO 4217 come from <see cref="FromIso"/>, those withdrawn since the euro among them, so that older
/// books open; <see cref="WithdrawnOn"/> tells them. Any other code is declared with <see cref="Custom"/>.</para>
/// <para>Equal when code and minor digits are equal. Immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<Currency>))]
[TypeConverter(typeof(TextTypeConverter<Currency>))]
public sealed class Currency : IEquatable<Currency>, ITextValue<Currency>
{
    /// <summary>The most minor digits that a currency may have.</summary>
    public const int MaxMinorDigits = 8;

    private Currency(string code, int minorDigits)
    {
        Code = code;
        MinorDigits = minorDigits;
        WithdrawnOn = IsoCurrencies.TryGet(code, out IsoCurrency listed) && listed.MinorDigits == minorDigits
            ? listed.WithdrawnOn
            : null;
    }

    static string ITextValue<Currency>.Expected =>
        "a currency; write the ISO 4217 code, or another code with its decimals, such as POINT:0";

    /// <summary>Euro, two minor digits.</summary>
    public static Currency Eur { get; } = FromIso("EUR");

    /// <summary>United States dollar, two minor digits.</summary>
    public static Currency Usd { get; } = FromIso("USD");

    /// <summary>Pound sterling, two minor digits.</summary>
    public static Currency Gbp { get; } = FromIso("GBP");

    /// <summary>Swiss franc, two minor digits.</summary>
    public static Currency Chf { get; } = FromIso("CHF");

    /// <summary>Japanese yen, no minor digits.</summary>
    public static Currency Jpy { get; } = FromIso("JPY");

    /// <summary>The code, three capital letters for an ISO 4217 currency.</summary>
    public string Code { get; }

    /// <summary>Decimals of the smallest unit: 2 for cents, 0 for yen.</summary>
    public int MinorDigits { get; }

    /// <summary>The first day on which a currency of ISO 4217 is no longer money: neither legal tender nor a unit of
    /// account. Null for one in use and for a currency of your own.</summary>
    /// <remarks>
    /// <para>Amounts of an earlier day are as good as any other; the date refuses nothing. An import notes later ones,
    /// and a ledger lists them. Where an old and a new currency were legal tender side by side, it is the day after the
    /// last one of the old, although banks may have exchanged it for longer.</para>
    /// <para>Source: ISO 4217, list three, for the months, and for the days the laws of the changeovers that its
    /// amendments refer to, such as number 175 for SLL.</para>
    /// </remarks>
    public LocalDate? WithdrawnOn { get; }

    /// <summary>The currency of an ISO 4217 code, in use or withdrawn since the euro.</summary>
    /// <param name="code">Three capital letters, compared exactly.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">
    /// <paramref name="code"/> is not in the list; use <see cref="Custom"/> for a currency of your own.
    /// </exception>
    public static Currency FromIso(string code) =>
        TryFromIso(code, out Currency? currency)
            ? currency
            : throw new KeyNotFoundException($"'{code}' is not an ISO 4217 currency code.");

    /// <summary>Looks up the currency of an ISO 4217 code.</summary>
    /// <param name="code">Three capital letters, compared exactly.</param>
    /// <param name="currency">The currency, or null when the code is not in the list.</param>
    /// <returns>Whether the code is in the list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public static bool TryFromIso(string code, [NotNullWhen(true)] out Currency? currency)
    {
        ArgumentNullException.ThrowIfNull(code);
        bool known = IsoCurrencies.TryGet(code, out IsoCurrency listed);
        currency = known ? new Currency(code, listed.MinorDigits) : null;
        return known;
    }

    /// <summary>A currency that the list lacks: one too new for it, a loyalty point or an internal unit.</summary>
    /// <param name="code">Any text that is not blank.</param>
    /// <param name="minorDigits">Decimals of the smallest unit, 0 to <see cref="MaxMinorDigits"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is blank, or has a NUL or half of a surrogate
    /// pair.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minorDigits"/> is out of bounds.</exception>
    public static Currency Custom(string code, int minorDigits)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentOutOfRangeException.ThrowIfNegative(minorDigits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minorDigits, MaxMinorDigits);
        return new Currency(WholeText.Require(code), minorDigits);
    }

    /// <summary>Whether two currencies have the same code and minor digits.</summary>
    public static bool operator ==(Currency? left, Currency? right) => Equals(left, right);

    /// <summary>Whether two currencies differ in code or minor digits.</summary>
    public static bool operator !=(Currency? left, Currency? right) => !Equals(left, right);

    /// <inheritdoc/>
    public bool Equals(Currency? other) =>
        other is not null && Code == other.Code && MinorDigits == other.MinorDigits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Currency);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, MinorDigits);

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    static bool ITextValue<Currency>.TryRead(
        ReadOnlySpan<char> text, IFormatProvider? provider, [MaybeNullWhen(false)] out Currency value)
    {
        int colon = text.LastIndexOf(':');
        if (colon < 0)
        {
            return TryFromIso(text.ToString(), out value);
        }

        ReadOnlySpan<char> code = text[..colon];
        int digits = text.Length == colon + 2 ? text[^1] - '0' : -1;
        bool isRead = !code.IsWhiteSpace() && WholeText.IsWhole(code) && digits is >= 0 and <= MaxMinorDigits;
        value = isRead ? Custom(code.ToString(), digits) : null;
        return isRead;
    }

    /// <summary>The code, and behind a colon the decimals where ISO 4217 does not tell them.</summary>
    string ITextValue<Currency>.ExactText() => ExactText;

    internal string ExactText =>
        TryFromIso(Code, out Currency? listed) && listed == this
            ? Code
            : string.Create(CultureInfo.InvariantCulture, $"{Code}:{MinorDigits}");
}
