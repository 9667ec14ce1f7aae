using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CostCenters.Allocations;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.CostBehavior;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Profitability.Ripples;
using CostCenters.Profitability.Segments;
using CostCenters.Profitability.TransferPrices;
using CostCenters.Reports;
using CostCenters.Reports.Tables;
using CostCenters.Structure;
using CostCenters.Support;
using CostCenters.Tests.Unit;
using CostCenters.Tests.Unit.Allocations;
using CostCenters.UnitCosts;
using CostCenters.Variances.Currencies;
using CostCenters.Variances.Layers;
using CostCenters.Variances.Standard.Sales;
using NodaTime;

namespace CostCenters.Tests.Architecture;

/// <summary>Arguments of every type that calls need: plain ones, zeros, extremes, what earlier calls gave.</summary>
internal sealed class EntryPool
{
    private const int MostOfAType = 60;

    private readonly Random random = new(42);
    private readonly Dictionary<Type, List<object?>> values = [];

    public EntryPool()
    {
        Add<decimal>(
            0m, 0m, 1m, 1m, -1m, 2.5m, 3m, 100m, 1_000m, 0.000_000_01m, 0.000_000_001m, 1_000_000_000m, -1_000_000_000m,
            1_000_000_000_000_000m, -1_000_000_000_000_000m, decimal.MaxValue, decimal.MinValue);
        Add<int>(0, 0, 0, 1, 1, 2, 8, 28, 29, -1, 1_000, int.MinValue);
        Add<long>(0L, 1L, -1L, 100L, long.MaxValue, long.MinValue);
        Add<bool>(true, false);
        Add<string>("a", "b", "EUR", "12.50 EUR", "kg", "", " ", null);
        Add<IFormatProvider>(CultureInfo.InvariantCulture, null);
        Add<Currency>(Currency.Eur, Currency.Usd, Currency.Jpy);
        AddCalendar();
        Add<CenterCode>(Company.Head, Company.South, new CenterCode("none"));
        Add<ElementCode>(Company.Freight, Company.Sales, new ElementCode("none"));
        Add<ElementChart>(Company.Space.Elements);
        Add<CenterTree>(Company.Space.Centers.TreeAsOf(Company.Day(4)));
        Add<CubeSpace>(Company.Space);
        Add<Cube>(
            Company.Cube((Company.South, Company.Freight, 4, 10m), (Company.Head, Company.Sales, 1, 90m)),
            Company.Cube((Company.South, Company.Freight, 4, -12.5m)),
            Company.Cube());
        Add<LayerKey>(LayerKey.Actual, LayerKey.Budget("a", 1), LayerKey.Budget("b", 2));
        Add<CubeLayers>(new CubeLayers(Company.Space)
            .With(LayerKey.Actual, Company.Cube((Company.South, Company.Freight, 4, 10m)))
            .With(LayerKey.Budget("a", 1), Company.Cube((Company.South, Company.Freight, 4, 8m))));
        Add<ReportCell>(default(ReportCell));
        Add<ReportTable>(TableBy(ReportDimensions.Center), TableBy(ReportDimensions.None));
        Add<ReportTableReader>(TableBy(ReportDimensions.Center).NewReader());
        Add<(Cube, decimal)>((Company.Cube((Company.Head, Company.Sales, 1, 90m)), 1m));
        var orders = new KeyFigureCode("orders");
        Add<KeyFigureCode>(orders, new KeyFigureCode("none"));
        Add<KeyFigureTable>(new KeyFigureTable(
            new KeyFigureCatalog([KeyFigure.Flow(orders, "orders", KeyFigurePreference.Neutral)]),
            Company.Calendar,
            [.. Enumerable.Range(1, 12).Select(month =>
                new KeyFigureValue(Company.Period(month), Company.South, orders, month))]));
        Add<IReadOnlyDictionary<ElementCode, CostFunction>>(new Dictionary<ElementCode, CostFunction>());
        Add<CenterPeriodSet>(CenterPeriodSet.Empty);
        Add<CancellationToken>(CancellationToken.None);
        Add<Phasing>(Phasing.Even(RemainderRule.LargestRemainder));

        AddLayers();
        AddServices();

        // Drawn at random, these come too seldom: names that differ, and a node of a name that is drawn.
        Add<SalesMix>(new SalesMix([new MixProduct("a", 3m, 1m, 2m), new MixProduct("b", 5m, 4m, 1m)], 100m));
        Add<VarianceNode>(Enumerable.Repeat(VarianceNode.Leaf("a", "a", VarianceBasis.Cost, Fraction.One, "", []), 9));
    }

    private static ReportTable TableBy(ReportDimensions dimensions) => ReportTable.Create(
        VarianceReport.Create(
            new Comparison(
                Company.Cube((Company.Head, Company.Sales, 1, 90m)),
                Company.Cube(),
                new FiscalPeriodRange(Company.Period(1), Company.Period(1))),
            Company.Space.Centers.TreeAsOf(Company.Day(1)),
            dimensions),
        1,
        MidpointRounding.ToEven);

    private void AddCalendar()
    {
        Add<LocalDate>(new LocalDate(2026, 1, 1), new LocalDate(2026, 2, 28), LocalDate.MinIsoValue);
        Add<FiscalCalendar>(Company.Calendar);
        Add<DateRange>(
            new DateRange(Company.Day(1), Company.Day(3)), new DateRange(LocalDate.MinIsoValue, Company.Day(1)));
        Add<FiscalYear>(Company.Calendar.GetYear(2026));
        Add<FiscalPeriod>(Company.Period(1), Company.Period(12), Company.Period(13), new FiscalPeriod(1900, 1));
        Add<FiscalPeriodRange>(new FiscalPeriodRange(Company.Period(1), Company.Period(12)));
    }

    private void AddLayers()
    {
        var rate = new ExchangeRate(Currency.Eur, Currency.Usd, 1.25m);
        Add<RatePair>(Enumerable.Repeat(new RatePair(rate, rate), 9));

        CubeSpace space = new(
            Company.Space.Centers,
            new ElementChart.Builder()
                .Add(new CostElement(
                    Company.Freight, "Freight", ElementNature.Cost, ElementBehavior.Variable, unit: "km"))
                .Add(new CostElement(Company.Sales, "Sales", ElementNature.Revenue, unit: "km"))
                .Build(),
            Company.Calendar,
            Currency.Eur,
            new DecimalScale(2));
        Cube layer = new CubeBuilder(space)
            .Add(new CellAddress(Company.South, Company.Freight, Company.Period(1)), 10m, 5m)
            .Add(new CellAddress(Company.South, Company.Sales, Company.Period(1)), 90m, 3m)
            .Build();
        Add<Cube>(layer, layer, layer, layer);
        Add<VarianceScope>(Enumerable.Repeat(
            new VarianceScope(
                new Comparison(layer, layer, new(Company.Period(1), Company.Period(2))), [Company.South]),
            9));
        Add<CostScope>(new CostScope([Company.South], [Company.Freight]));
        Add<ProductElements>(Enumerable.Repeat(new ProductElements(Company.Sales, []), 9));
        Add<ActivityFigures>(null, null);
    }

    /// <summary>The south serves head office, with a tenth of what it makes for itself.</summary>
    private void AddServices()
    {
        (string south, string head) = (Company.South.Value, Company.Head.Value);
        AllocationSender sender = Networks.Sender(south, (south, 1m), (head, 9m));
        AllocationRun run = AllocationRun.Create(
            Networks.Of(Networks.Costs((south, 20m), (head, 30m)), sender), AllocationMethod.Reciprocal);
        Add<AllocationRun>(run);
        Add<AllocationSender>(sender);
        Add<AllocationDriver>(sender.Drivers);
        Add<CenterHierarchy>(new CenterHierarchy.Builder()
            .Add(Company.South, new CenterValidity("South", CenterKind.Cost)).Build());
        Add<FiscalCalendar>(Company.Calendar);
        Add<RevenueIncentive>(RevenueIncentive.FromRevenue(
            new SupportDemand(1m, 1m, 1m), 1m, new SupportDemand(2m, 1m, 1m), 2m));
        Add<Transfer>(Enumerable.Repeat(
            new Transfer(
                Company.South, Company.Head, 2m, TransferPrice.Market(new Money(3m, Currency.Eur)), Company.Period(7)),
            9));
        RippleFigure revenue = RippleFigure.Revenue(Company.Head);
        Add<RippleModel>(Enumerable.Repeat(
            RippleModel.Create(
                run,
                [Company.Period(1), Company.Period(2)],
                [new RippleBase(RippleFigure.Cost(Company.South), [20m, 20m]), new RippleBase(revenue, [90m, 90m])],
                [ServiceLimit.FromSender(sender, 10m, ServingRule.InOrder)],
                [new RippleDependency(RippleFigure.Capacity(Company.South), revenue, Elasticity.Of(0.5m), 0)]),
            9));
        Add<RippleChange>(Enumerable.Repeat(RippleChange.Percent(Company.South, -10m, Company.Period(1)), 9));
        Add<SegmentFinding>(SegmentStatement.FromCube(
            Company.Cube((Company.South, Company.Salaries, 4, 5m)),
            new(Company.Period(4), Company.Period(4)),
            Segmentation.Create([]),
            ResponsibilityTable.Create([])).Findings);
    }

    /// <summary>Keeps a result as an argument of later calls.</summary>
    public void Keep(object? result)
    {
        if (result is IEnumerable items and not string)
        {
            foreach (object? item in items.Cast<object?>().Take(3))
            {
                Keep(item);
            }
        }

        if (result is null || result.GetType().Assembly != typeof(Currency).Assembly)
        {
            return;
        }

        List<object?> known = Of(result.GetType());
        if (known.Count < MostOfAType)
        {
            known.Add(result);
        }
    }

    /// <summary>An argument of a type, or false where there is none yet.</summary>
    public bool TryPick(Type type, out object? value)
    {
        value = null;
        if (Nullable.GetUnderlyingType(type) is Type underlying)
        {
            return random.Next(3) == 0 || TryPick(underlying, out value);
        }

        if (type.IsEnum)
        {
            value = random.Next(12) == 0
                ? Enum.ToObject(type, 99)
                : Enum.GetValues(type) is var all ? all.GetValue(random.Next(all.Length)) : null;
            return true;
        }

        if (type == typeof(Utf8JsonWriter))
        {
            value = new Utf8JsonWriter(Stream.Null);
            return true;
        }

        if (type.IsGenericType && type.GetGenericArguments() is [Type item] && IsList(type.GetGenericTypeDefinition()))
        {
            return TryPickItems(type, item, out value);
        }

        if (!type.IsValueType && random.Next(15) == 0)
        {
            return true;
        }

        if (type.IsValueType && !type.IsPrimitive && random.Next(30) == 0)
        {
            value = Activator.CreateInstance(type);
            return true;
        }

        if (!values.TryGetValue(type, out var known))
        {
            return false;
        }

        value = known[random.Next(known.Count)];
        return true;
    }

    private static bool IsList(Type definition) =>
        definition == typeof(IEnumerable<>) || definition == typeof(IReadOnlyList<>)
        || definition == typeof(IReadOnlyCollection<>) || definition == typeof(ImmutableArray<>);

    private bool TryPickItems(Type type, Type item, out object? value)
    {
        var items = Array.CreateInstance(item, random.Next(4));
        value = items;
        for (int i = 0; i < items.Length; i++)
        {
            if (!TryPick(item, out object? one))
            {
                return false;
            }

            items.SetValue(one, i);
        }

        if (type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            value = typeof(ImmutableArray).GetMethods()
                .Single(method => method.Name == "ToImmutableArray" && method.GetParameters() is [{ } source]
                    && source.ParameterType.IsGenericType
                    && source.ParameterType.GetGenericTypeDefinition() == typeof(IEnumerable<>))
                .MakeGenericMethod(item).Invoke(null, [items]);
        }

        return true;
    }

    private void Add<T>(params IEnumerable<T?> given) => Of(typeof(T)).AddRange(given.Cast<object?>());

    private List<object?> Of(Type type)
    {
        if (!values.TryGetValue(type, out var known))
        {
            values.Add(type, known = []);
        }

        return known;
    }
}
