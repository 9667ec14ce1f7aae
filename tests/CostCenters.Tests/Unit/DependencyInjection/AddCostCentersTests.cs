using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.DependencyInjection;
using CostCenters.Monetary;
using Microsoft.Extensions.DependencyInjection;

namespace CostCenters.Tests.Unit.DependencyInjection;

public class AddCostCentersTests
{
    private static readonly FiscalCalendar Calendar = FiscalCalendar.Months(4, YearNaming.End);
    private static readonly Phasing Phasing = Phasing.Even(RemainderRule.LargestRemainder);

    [Fact]
    public void AddCostCenters_AllChoicesMade_RegistersEachUnderItsType()
    {
        var services = new ServiceCollection();

        IServiceCollection returned = services.AddCostCenters(ChooseAll);

        Assert.Same(services, returned);
        Assert.Equal(6, services.Count);
        Assert.All(services, service => Assert.Equal(ServiceLifetime.Singleton, service.Lifetime));
        using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        Assert.Same(Calendar, provider.GetRequiredService<FiscalCalendar>());
        Assert.Same(Currency.Eur, provider.GetRequiredService<Currency>());
        Assert.Equal(new DecimalScale(4), provider.GetRequiredService<DecimalScale>());
        Assert.Same(Phasing, provider.GetRequiredService<Phasing>());
        Assert.Equal(MidpointRounding.AwayFromZero, provider.GetRequiredService<MidpointRounding>());
        Assert.Same(ImportProfile.Contract, provider.GetRequiredService<ImportProfile>());
    }

    [Theory]
    [InlineData(nameof(CostCentersOptions.Calendar))]
    [InlineData(nameof(CostCentersOptions.Currency))]
    [InlineData(nameof(CostCentersOptions.Scale))]
    [InlineData(nameof(CostCentersOptions.Phasing))]
    [InlineData(nameof(CostCentersOptions.Rounding))]
    [InlineData(nameof(CostCentersOptions.ImportProfile))]
    public void AddCostCenters_OneChoiceMissing_ThrowsWithItsNameAndRegistersNothing(string choice)
    {
        var services = new ServiceCollection();

        ArgumentException error = Assert.Throws<ArgumentException>(() => services.AddCostCenters(options =>
        {
            ChooseAll(options);
            typeof(CostCentersOptions).GetProperty(choice)!.SetValue(options, null);
        }));

        Assert.Equal("configure", error.ParamName);
        Assert.Contains($"name them: {choice}.", error.Message, StringComparison.Ordinal);
        Assert.Empty(services);
    }

    [Fact]
    public void AddCostCenters_NothingChosen_TellsEveryChoice()
    {
        var services = new ServiceCollection();

        ArgumentException error = Assert.Throws<ArgumentException>(() => services.AddCostCenters(_ => { }));

        Assert.Contains(
            "Calendar, Currency, Scale, Phasing, Rounding, ImportProfile", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddCostCenters_UnknownRounding_Throws() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCostCenters(options =>
        {
            ChooseAll(options);
            options.Rounding = (MidpointRounding)9;
        }));

    [Fact]
    public void AddCostCenters_TypeRegisteredBefore_StaysAsItWas()
    {
        var services = new ServiceCollection();
        services.AddSingleton(Currency.Usd);

        services.AddCostCenters(ChooseAll).AddCostCenters(ChooseAll);

        Assert.Equal(6, services.Count);
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Same(Currency.Usd, provider.GetRequiredService<Currency>());
    }

    [Fact]
    public void AddCostCenters_NoArgument_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => new ServiceCollection().AddCostCenters(null!));
        Assert.Throws<ArgumentNullException>(
            () => CostCentersServiceCollectionExtensions.AddCostCenters(null!, ChooseAll));
    }

    private static void ChooseAll(CostCentersOptions options)
    {
        options.Calendar = Calendar;
        options.Currency = Currency.Eur;
        options.Scale = new DecimalScale(4);
        options.Phasing = Phasing;
        options.Rounding = MidpointRounding.AwayFromZero;
        options.ImportProfile = ImportProfile.Contract;
    }
}
