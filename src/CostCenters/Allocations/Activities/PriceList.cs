using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.Allocations.Activities;

/// <summary>The plan prices of services, period by period.</summary>
/// <remarks>Immutable.</remarks>
public sealed class PriceList
{
    private PriceList(ImmutableArray<ServicePrice> prices) => Prices = prices;

    /// <summary>The prices, as given.</summary>
    public ImmutableArray<ServicePrice> Prices { get; }

    /// <summary>Creates a list.</summary>
    /// <param name="prices">The prices, in any order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="prices"/> is null.</exception>
    /// <exception cref="ArgumentException">A price is null.</exception>
    /// <exception cref="AllocationException">Two prices of a service have a period in common.</exception>
    public static PriceList Create(IEnumerable<ServicePrice> prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        ImmutableArray<ServicePrice> all = [.. prices];
        if (all.Contains(null!))
        {
            throw new ArgumentException("A price is null.", nameof(prices));
        }

        AllocationFault[] faults =
        [
            .. all.GroupBy(price => price.Service)
                .SelectMany(group => PeriodValidity.Overlaps(group, price => price.Validity))
                .Select(pair => new AllocationFault(
                    AllocationFaultKind.OverlappingValidity,
                    pair.Later.Service,
                    null,
                    $"Service '{pair.Later.Service}' has two prices, {pair.Earlier.Validity} and "
                    + $"{pair.Later.Validity}; end one where the other begins.")),
        ];
        return faults.Length > 0 ? throw new AllocationException(faults) : new PriceList(all);
    }

    /// <summary>The price of a service in a period, or null where it has none.</summary>
    /// <param name="service">The center of the service.</param>
    /// <param name="period">The period.</param>
    public ServicePrice? At(CenterCode service, FiscalPeriod period) =>
        Prices.FirstOrDefault(price => price.Service == service && price.Validity.Contains(period));

    /// <summary>What users are charged for a service in a period.</summary>
    /// <param name="service">The center of the service.</param>
    /// <param name="period">The period.</param>
    /// <param name="users">The users.</param>
    /// <exception cref="ArgumentNullException"><paramref name="users"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">The service has no price in the period.</exception>
    public DualRate Charge(CenterCode service, FiscalPeriod period, IEnumerable<ServiceUser> users) =>
        At(service, period) is ServicePrice price
            ? DualRate.AtPrices(price.FixedRate, price.VariableRate, users)
            : throw new KeyNotFoundException($"Service '{service}' has no price in {period}; add one.");
}
