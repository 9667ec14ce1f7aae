using System.Diagnostics.CodeAnalysis;

namespace CostCenters.Monetary;

/// <summary>A currency: its code and how many decimals its smallest unit has.</summary>
/// <remarks>Equal when code and minor digits are equal. Immutable and safe to share between threads.</remarks>
public sealed class Currency : IEquatable<Currency>
{
    /// <summary>The most minor digits that a currency may have.</summary>
    public const int MaxMinorDigits = 8;

    private Currency(string code, int minorDigits)
    {
        Code = code;
        MinorDigits = minorDigits;
    }

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

    /// <summary>The currency of an ISO 4217 code.</summary>
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
        bool known = IsoCurrencies.TryGetMinorDigits(code, out int minorDigits);
        currency = known ? new Currency(code, minorDigits) : null;
        return known;
    }

    /// <summary>A currency outside ISO 4217, such as a loyalty point or an internal unit.</summary>
    /// <param name="code">Any text that is not blank.</param>
    /// <param name="minorDigits">Decimals of the smallest unit, 0 to <see cref="MaxMinorDigits"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minorDigits"/> is out of bounds.</exception>
    public static Currency Custom(string code, int minorDigits)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentOutOfRangeException.ThrowIfNegative(minorDigits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minorDigits, MaxMinorDigits);
        return new Currency(code, minorDigits);
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
}
