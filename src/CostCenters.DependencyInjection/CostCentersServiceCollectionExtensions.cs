using Microsoft.Extensions.DependencyInjection;

namespace CostCenters.DependencyInjection;

/// <summary>Registers the books of a host in a service collection.</summary>
public static class CostCentersServiceCollectionExtensions
{
    /// <summary>Begins to register books: <c>services.AddCostCenters().AddBook("acme", settings, stamp)</c>.</summary>
    /// <param name="services">The collection.</param>
    /// <returns>What books are added to.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static CostCentersBuilder AddCostCenters(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return new CostCentersBuilder(services);
    }
}
