using NodaTime;
using NodaTime.Text;

namespace CostCenters.Monetary;

public sealed partial class ExchangeRates
{
    /// <summary>Collects rates; each holds for one day or in one rate set.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<(Currency From, Currency To), SortedList<LocalDate, ExchangeRate>> dated = [];
        private readonly Dictionary<(string RateSet, Currency From, Currency To), ExchangeRate> named = [];

        /// <summary>Adds the rate of a day.</summary>
        /// <param name="date">The day.</param>
        /// <param name="rate">The rate.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="rate"/> is null.</exception>
        /// <exception cref="ArgumentException">The day has another rate for these currencies already.</exception>
        public Builder Add(LocalDate date, ExchangeRate rate)
        {
            ArgumentNullException.ThrowIfNull(rate);
            if (!dated.TryGetValue((rate.From, rate.To), out SortedList<LocalDate, ExchangeRate>? days))
            {
                days = [];
                dated.Add((rate.From, rate.To), days);
            }

            RefuseOther(days.TryAdd(date, rate) ? rate : days[date], rate, LocalDatePattern.Iso.Format(date));
            return this;
        }

        /// <summary>Adds a rate to a rate set.</summary>
        /// <param name="rateSet">The name of the set, compared exactly.</param>
        /// <param name="rate">The rate.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="rate"/> is null.</exception>
        /// <exception cref="ArgumentException"><paramref name="rateSet"/> is null or blank, or has another rate for
        /// these currencies already.</exception>
        public Builder Add(string rateSet, ExchangeRate rate)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(rateSet);
            ArgumentNullException.ThrowIfNull(rate);
            (string, Currency, Currency) key = (rateSet, rate.From, rate.To);
            RefuseOther(named.TryAdd(key, rate) ? rate : named[key], rate, $"the rate set '{rateSet}'");
            return this;
        }

        /// <summary>The rates added so far.</summary>
        public ExchangeRates Build() => new(dated, named);

        private static void RefuseOther(ExchangeRate standing, ExchangeRate rate, string where)
        {
            if (standing != rate)
            {
                throw new ArgumentException(
                    $"'{standing}' stands for {where} already, so '{rate}' cannot.", nameof(rate));
            }
        }
    }
}
