using NodaTime;

namespace CostCenters.Monetary;

/// <summary>A conversion needs an exchange rate that nobody gave.</summary>
public sealed class MissingRateException : KeyNotFoundException
{
    internal MissingRateException(Currency from, Currency to, LocalDate? date, string? rateSet, string where)
        : base($"There is no rate from {from} to {to} {where}; rates are neither turned round nor chained.")
    {
        From = from;
        To = to;
        Date = date;
        RateSet = rateSet;
    }

    /// <summary>The currency to convert.</summary>
    public Currency From { get; }

    /// <summary>The currency that was wanted.</summary>
    public Currency To { get; }

    /// <summary>The day that was asked for, or null when a rate set was.</summary>
    public LocalDate? Date { get; }

    /// <summary>The rate set that was asked for, or null when a day was.</summary>
    public string? RateSet { get; }
}
