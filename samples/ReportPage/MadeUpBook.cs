using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Samples.ReportPage;

/// <summary>A company of any size, the same every time: twelve months of budget and actuals.</summary>
internal static class MadeUpBook
{
    private const int ChildrenPerCenter = 6;
    private const int ElementCount = 12;
    private const int Periods = 12;
    private const int Year = 2026;

    private static readonly string[] Levels = ["Group", "Division", "Region", "Site", "Department", "Team"];
    private static readonly string[] Kinds = ["Production", "Logistics", "Sales", "Service", "Finance", "Research"];

    private static readonly string[] Names =
    [
        "Sales", "Wages", "Salaries", "Social security", "Materials", "Energy", "Rent", "Maintenance", "Travel",
        "Freight", "Software", "Depreciation",
    ];

    public static ReportBook Create(int centers)
    {
        CubeSpace space = CreateSpace(centers);
        var random = new Random(42);
        var budget = new CubeBuilder(space);
        var actual = new CubeBuilder(space);
        int first = space.Calendar.OrdinalOf(new FiscalPeriod(Year, 1));
        for (int center = 0; center < centers; center++)
        {
            for (int element = 0; element < ElementCount; element++)
            {
                if (element == 0 ? center % 5 == 2 : random.Next(10) < 6)
                {
                    long month = (element == 0 ? 52_000_000 : 800_000) + random.Next(1_500_000);
                    Fill(budget, actual, random, (center, element, first), month);
                }
            }
        }

        return new ReportBook("Example Group", "2026 approved", budget.Build(), actual.Build(), []);
    }

    private static void Fill(
        CubeBuilder budget, CubeBuilder actual, Random random, (int Center, int Element, int First) cell, long month)
    {
        int drift = random.Next(-60, 71);
        for (int period = 0; period < Periods; period++)
        {
            long planned = month + (month * (period % 3) / 40);
            budget.AddCounts(cell.Center, cell.Element, cell.First + period, planned);
            long posted = planned + (planned * (drift + random.Next(-40, 41)) / 1_000);
            actual.AddCounts(cell.Center, cell.Element, cell.First + period, posted);
        }
    }

    private static CubeSpace CreateSpace(int count)
    {
        var centers = new CenterHierarchy.Builder();
        int[] depths = new int[count];
        for (int i = 0; i < count; i++)
        {
            int parent = (i - 1) / ChildrenPerCenter;
            depths[i] = i == 0 ? 0 : depths[parent] + 1;
            string name = i == 0 ? "Example Group" : $"{Levels[Math.Min(depths[i], 5)]} {Kinds[i % 6]} {i}";
            centers.Add(
                CodeOf(i), new CenterValidity(name, CenterKind.Profit, i == 0 ? null : CodeOf(parent)));
        }

        var elements = new ElementChart.Builder();
        for (int i = 0; i < ElementCount; i++)
        {
            ElementNature nature = i == 0 ? ElementNature.Revenue : ElementNature.Cost;
            elements.Add(new CostElement(new ElementCode($"{4000 + (i * 10)}"), Names[i], nature));
        }

        return new CubeSpace(
            centers.Build(),
            elements.Build(),
            FiscalCalendar.Months(1, YearNaming.Start),
            Currency.Eur,
            new DecimalScale(2));
    }

    private static CenterCode CodeOf(int number) => new($"C{number:D4}");
}
