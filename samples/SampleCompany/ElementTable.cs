namespace CostCenters.Samples.SampleCompany;

/// <summary>How a year's budget falls on its twelve months.</summary>
internal enum Season
{
    Flat,
    Payroll,
    Volume,
    Peak,
    Winter,
    Support,
    Campaign,
    AfterPeak,
    Quarterly,
}

/// <summary>On which days of a month an element is posted.</summary>
internal enum Rhythm
{
    FirstWorkday,
    LastWorkday,
    Daily,
    Fridays,
    Scattered,
}

/// <summary>What a budget grows by from year to year.</summary>
internal enum Growth
{
    None,
    Wages,
    Volume,
    Costs,
    Energy,
}

/// <summary>A row of elements.csv.</summary>
internal sealed record Element(string Code, string Name, string Nature, string Behavior, string Parent);

/// <summary>How an element behaves in the ledger.</summary>
/// <remarks>
/// Count: postings a month if they are scattered, unless the plan line says otherwise. UnitCents: price of one unit
/// in the first year, 0 for an element without quantities. Noise: how far a month strays from plan, in permille.
/// </remarks>
internal sealed record Habit(
    string Element,
    Season Season,
    Rhythm Rhythm,
    int Count,
    Growth Growth,
    int UnitCents,
    int Noise,
    string DocumentPrefix,
    string[] Texts);

/// <summary>The chart of accounts and its habits.</summary>
internal static class ElementTable
{
    public static IReadOnlyList<Element> Rows { get; } =
    [
        new("4000", "Revenues", "revenue", "", ""),
        new("4100", "Fulfilment services", "revenue", "variable", "4000"),
        new("4200", "Product sales", "revenue", "variable", "4000"),
        new("4300", "Shipping fees", "revenue", "variable", "4000"),
        new("4400", "Workshop services", "revenue", "variable", "4000"),
        new("4900", "Refunds and credits", "revenue", "variable", "4000"),
        new("5000", "Goods and freight", "cost", "", ""),
        new("5100", "Packaging", "cost", "variable", "5000"),
        new("5200", "Freight", "cost", "variable", "5000"),
        new("5300", "Merchandise", "cost", "variable", "5000"),
        new("5400", "Fuel", "cost", "variable", "5000"),
        new("5500", "Materials and parts", "cost", "variable", "5000"),
        new("6000", "Personnel", "cost", "", ""),
        new("6010", "Salaries", "cost", "fixed", "6000"),
        new("6020", "Social security", "cost", "fixed", "6000"),
        new("6030", "Temp staff", "cost", "variable", "6000"),
        new("6040", "Training", "cost", "fixed", "6000"),
        new("6100", "Premises", "cost", "", ""),
        new("6110", "Rent", "cost", "fixed", "6100"),
        new("6120", "Energy", "cost", "mixed", "6100"),
        new("6130", "Repairs and maintenance", "cost", "mixed", "6100"),
        new("6200", "IT and communication", "cost", "", ""),
        new("6210", "IT services", "cost", "mixed", "6200"),
        new("6220", "Software licences", "cost", "fixed", "6200"),
        new("6230", "Telephony", "cost", "mixed", "6200"),
        new("6300", "Marketing and travel", "cost", "", ""),
        new("6310", "Marketing", "cost", "fixed", "6300"),
        new("6320", "Travel", "cost", "variable", "6300"),
        new("6400", "General costs", "cost", "", ""),
        new("6410", "Depreciation", "cost", "fixed", "6400"),
        new("6420", "Insurance", "cost", "fixed", "6400"),
        new("6430", "Consulting and audit", "cost", "mixed", "6400"),
    ];

    /// <summary>In texts {month} and {week} stand for the date of the posting.</summary>
    public static IReadOnlyDictionary<string, Habit> Habits { get; } = new Habit[]
    {
        new("4100", Season.Volume, Rhythm.Scattered, 40, Growth.Volume, 735, 10, "SI",
            ["Handling fee", "Storage and handling", "", "Value added services", "\"Same day\" surcharge"]),
        new("4200", Season.Volume, Rhythm.Daily, 0, Growth.Volume, 2_340, 20, "SJ", ["Day journal", ""]),
        new("4300", Season.Volume, Rhythm.Daily, 0, Growth.Volume, 560, 10, "SJ", ["Day journal", ""]),
        new("4400", Season.Flat, Rhythm.Scattered, 12, Growth.Volume, 8_900, 40, "SI",
            ["Van service", "Brake service", "Inspection, two vans", ""]),
        new("4900", Season.AfterPeak, Rhythm.Scattered, 15, Growth.Volume, 0, 30, "CN",
            ["Refund", "Credit, late delivery", "Credit, damaged goods", "Goodwill", ""]),
        new("5100", Season.Volume, Rhythm.Scattered, 20, Growth.Volume, 36, 15, "IN",
            ["Cartons", "Paper fill", "Labels, tape", "Müller & Söhne, cartons", "Pallet wrap", ""]),
        new("5200", Season.Volume, Rhythm.Scattered, 60, Growth.Volume, 320, 10, "IN",
            ["Elbroute", "Nordkurier Brandt", "Alpha Paket", "Donau Express", "Tour \"Nacht\"", ""]),
        new("5300", Season.Volume, Rhythm.Scattered, 16, Growth.Volume, 1_250, 20, "IN",
            ["Purchase order", "Stock refill", "Import, sea freight", ""]),
        new("5400", Season.Volume, Rhythm.Scattered, 32, Growth.Costs, 158, 25, "IN",
            ["Diesel", "Diesel, A7", "Charging", "AdBlue", ""]),
        new("5500", Season.Flat, Rhythm.Scattered, 6, Growth.Costs, 0, 60, "IN",
            ["Spare parts", "Tyres", "Work clothes", "Consumables", "Screws, bolts", ""]),
        new("6010", Season.Payroll, Rhythm.LastWorkday, 1, Growth.Wages, 0, 10, "PY", ["Payroll {month}"]),
        new("6020", Season.Payroll, Rhythm.LastWorkday, 1, Growth.Wages, 0, 10, "PY", ["Social sec. {month}"]),
        new("6030", Season.Peak, Rhythm.Fridays, 0, Growth.Wages, 2_650, 40, "IN",
            ["Hanse Zeitarbeit wk {week}", "Team24 wk {week}", "Temp staff, wk {week}"]),
        new("6040", Season.Flat, Rhythm.Scattered, 3, Growth.Costs, 0, 200, "IN",
            ["Seminar", "First aid course", "Forklift licence", "Online course", ""]),
        new("6110", Season.Flat, Rhythm.FirstWorkday, 1, Growth.Costs, 0, 0, "IN", ["Rent {month}"]),
        new("6120", Season.Winter, Rhythm.LastWorkday, 1, Growth.Energy, 24, 50, "IN", ["Power {month}"]),
        new("6130", Season.Flat, Rhythm.Scattered, 7, Growth.Costs, 0, 120, "IN",
            ["Gate repair", "Conveyor service", "Heating", "Lift inspection", "Cleaning, windows", ""]),
        new("6210", Season.Flat, Rhythm.Scattered, 8, Growth.Costs, 0, 50, "IN",
            ["Hosting", "Contractor", "Cloud usage", "Support contract", ""]),
        new("6220", Season.Quarterly, Rhythm.Scattered, 4, Growth.Costs, 0, 10, "IN",
            ["Licence renewal", "Seats, added", "Subscription", ""]),
        new("6230", Season.Flat, Rhythm.LastWorkday, 1, Growth.Costs, 0, 40, "IN", ["Lines {month}"]),
        new("6310", Season.Campaign, Rhythm.Scattered, 10, Growth.Costs, 0, 60, "IN",
            ["Search ads", "Print, flyers", "Trade fair", "Agency fee", "Banner ads", ""]),
        new("6320", Season.Flat, Rhythm.Scattered, 5, Growth.Costs, 0, 120, "TE",
            ["Rail", "Hotel", "Mileage", "Flight", "Customer visit, Köln", ""]),
        new("6410", Season.Flat, Rhythm.LastWorkday, 1, Growth.None, 0, 0, "DP", ["Depreciation {month}"]),
        new("6420", Season.Quarterly, Rhythm.FirstWorkday, 1, Growth.Costs, 0, 0, "IN", ["Premium"]),
        new("6430", Season.Flat, Rhythm.Scattered, 3, Growth.Costs, 0, 100, "IN",
            ["Advice", "Audit", "Legal advice, contracts", "Recruiting", ""]),
    }.ToDictionary(habit => habit.Element, StringComparer.Ordinal);

    /// <summary>Twelve weights from April to March, in permille of the year.</summary>
    public static IReadOnlyList<int> Weights(Season season) => season switch
    {
        Season.Payroll => [77, 77, 77, 77, 77, 77, 77, 153, 77, 77, 77, 77],
        Season.Volume => [76, 76, 75, 73, 72, 80, 86, 112, 118, 82, 72, 78],
        Season.Peak => [40, 40, 45, 50, 50, 60, 95, 200, 230, 90, 50, 50],
        Season.Winter => [80, 62, 50, 45, 45, 55, 80, 105, 125, 130, 118, 105],
        Season.Support => [78, 76, 74, 72, 72, 78, 84, 104, 120, 98, 74, 70],
        Season.Campaign => [90, 100, 80, 60, 50, 90, 120, 140, 110, 60, 50, 50],
        Season.AfterPeak => [74, 74, 74, 72, 72, 76, 82, 100, 112, 124, 76, 64],
        Season.Quarterly => [250, 0, 0, 250, 0, 0, 250, 0, 0, 250, 0, 0],
        _ => [84, 83, 83, 84, 83, 83, 84, 83, 83, 84, 83, 83],
    };

    /// <summary>Growth of price and volume against the first year, in permille.</summary>
    public static (int Price, int Volume) GrowthPermille(Growth growth, int yearIndex) => (growth, yearIndex) switch
    {
        (Growth.Wages, 1) => (1_030, 1_000),
        (Growth.Wages, 2) => (1_062, 1_000),
        (Growth.Volume, 1) => (1_015, 1_035),
        (Growth.Volume, 2) => (1_030, 1_060),
        (Growth.Costs, 1) => (1_020, 1_000),
        (Growth.Costs, 2) => (1_040, 1_000),
        (Growth.Energy, 1) => (960, 1_000),
        (Growth.Energy, 2) => (940, 1_000),
        _ => (1_000, 1_000),
    };
}
