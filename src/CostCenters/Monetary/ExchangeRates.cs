using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Monetary;

/// <summary>Exchange rates by date, and by the name of a rate set such as <c>budget 2026</c>.</summary>
/// <remarks>
/// <para>Rates are neither turned round nor chained over a third currency: a rate that was not given is missing, and
/// is told by name. A currency converts to itself at 1 always.</para>
/// <para>Immutable; built by a <see cref="Builder"/>.</para>
/// </remarks>
public sealed partial class ExchangeRates
{
    private readonly FrozenDictionary<(Currency From, Currency To), ExchangeRate[]> dated;
    private readonly FrozenDictionary<(Currency From, Currency To), LocalDate[]> dates;
    private readonly FrozenDictionary<(string RateSet, Currency From, Currency To), ExchangeRate> named;

    private ExchangeRates(
        IReadOnlyDictionary<(Currency From, Currency To), SortedList<LocalDate, ExchangeRate>> byDate,
        IReadOnlyDictionary<(string RateSet, Currency From, Currency To), ExchangeRate> byName)
    {
        dates = byDate.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Keys.ToArray());
        dated = byDate.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Values.ToArray());
        named = byName.ToFrozenDictionary();
    }

    /// <summary>The rate of a day.</summary>
    /// <param name="date">The day.</param>
    /// <param name="from">The currency to convert.</param>
    /// <param name="to">The currency that it becomes.</param>
    /// <param name="dating">Whether an earlier rate still holds.</param>
    /// <exception cref="MissingRateException">There is no such rate.</exception>
    /// <exception cref="ArgumentNullException">A currency is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dating"/> is not a dating.</exception>
    public ExchangeRate On(LocalDate date, Currency from, Currency to, RateDating dating) =>
        TryGetOn(date, from, to, dating, out ExchangeRate? rate)
            ? rate
            : throw new MissingRateException(from, to, date, null, $"on {LocalDatePattern.Iso.Format(date)}");

    /// <summary>Looks up the rate of a day.</summary>
    /// <param name="date">The day.</param>
    /// <param name="from">The currency to convert.</param>
    /// <param name="to">The currency that it becomes.</param>
    /// <param name="dating">Whether an earlier rate still holds.</param>
    /// <param name="rate">The rate, or null when there is none.</param>
    /// <exception cref="ArgumentNullException">A currency is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dating"/> is not a dating.</exception>
    public bool TryGetOn(
        LocalDate date, Currency from, Currency to, RateDating dating, [NotNullWhen(true)] out ExchangeRate? rate)
    {
        if (dating is not (RateDating.SameDay or RateDating.LatestUpToDay))
        {
            throw new ArgumentOutOfRangeException(nameof(dating), dating, "Not a dating of rates.");
        }

        if (IsItself(from, to, out rate))
        {
            return true;
        }

        if (!dates.TryGetValue((from, to), out LocalDate[]? days))
        {
            return false;
        }

        int place = Array.BinarySearch(days, date);
        int latest = place >= 0 ? place : dating == RateDating.SameDay ? -1 : ~place - 1;
        rate = latest >= 0 ? dated[(from, to)][latest] : null;
        return rate is not null;
    }

    /// <summary>The rate of a rate set.</summary>
    /// <param name="rateSet">The name of the set, compared exactly.</param>
    /// <param name="from">The currency to convert.</param>
    /// <param name="to">The currency that it becomes.</param>
    /// <exception cref="MissingRateException">There is no such rate.</exception>
    /// <exception cref="ArgumentException"><paramref name="rateSet"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException">A currency is null.</exception>
    public ExchangeRate Of(string rateSet, Currency from, Currency to) =>
        TryGetOf(rateSet, from, to, out ExchangeRate? rate)
            ? rate
            : throw new MissingRateException(from, to, null, rateSet, $"in the rate set '{rateSet}'");

    /// <summary>Looks up the rate of a rate set.</summary>
    /// <param name="rateSet">The name of the set, compared exactly.</param>
    /// <param name="from">The currency to convert.</param>
    /// <param name="to">The currency that it becomes.</param>
    /// <param name="rate">The rate, or null when there is none.</param>
    /// <exception cref="ArgumentException"><paramref name="rateSet"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException">A currency is null.</exception>
    public bool TryGetOf(string rateSet, Currency from, Currency to, [NotNullWhen(true)] out ExchangeRate? rate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(rateSet);
        return IsItself(from, to, out rate) || named.TryGetValue((rateSet, from, to), out rate);
    }

    private static bool IsItself(Currency from, Currency to, [NotNullWhen(true)] out ExchangeRate? rate)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        rate = from == to ? new ExchangeRate(from, to, 1m) : null;
        return rate is not null;
    }
}
