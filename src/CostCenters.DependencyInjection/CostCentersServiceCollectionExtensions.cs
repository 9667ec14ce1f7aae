using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Monetary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CostCenters.DependencyInjection;

/// <summary>Registers the choices of a host in a service collection.</summary>
public static class CostCentersServiceCollectionExtensions
{
    /// <summary>
    /// Registers the chosen <see cref="FiscalCalendar"/>, <see cref="Currency"/>, <see cref="DecimalScale"/>,
    /// <see cref="Phasing"/>, <see cref="MidpointRounding"/> and <see cref="ImportProfile"/>, each as a singleton under
    /// its own type.
    /// </summary>
    /// <remarks>A type that the collection has already is left as it is.</remarks>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Makes the choices; called at once.</param>
    /// <returns>The same collection.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A choice was not made, or the rounding is unknown; nothing has been
    /// registered then.</exception>
    public static IServiceCollection AddCostCenters(
        this IServiceCollection services, Action<CostCentersOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new CostCentersOptions();
        configure(options);
        (Type Type, string Name, object? Value)[] choices =
        [
            (typeof(FiscalCalendar), nameof(options.Calendar), options.Calendar),
            (typeof(Currency), nameof(options.Currency), options.Currency),
            (typeof(DecimalScale), nameof(options.Scale), options.Scale),
            (typeof(Phasing), nameof(options.Phasing), options.Phasing),
            (typeof(MidpointRounding), nameof(options.Rounding), options.Rounding),
            (typeof(ImportProfile), nameof(options.ImportProfile), options.ImportProfile),
        ];
        string[] missing = [.. choices.Where(choice => choice.Value is null).Select(choice => choice.Name)];
        if (missing.Length > 0)
        {
            throw new ArgumentException(
                $"These choices change figures and have no default; name them: {string.Join(", ", missing)}.",
                nameof(configure));
        }

        if (!Enum.IsDefined(options.Rounding!.Value))
        {
            throw new ArgumentException($"Rounding has the unknown value {options.Rounding}.", nameof(configure));
        }

        foreach ((Type type, _, object? value) in choices)
        {
            services.TryAdd(new ServiceDescriptor(type, value!));
        }

        return services;
    }
}
