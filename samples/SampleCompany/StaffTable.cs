namespace CostCenters.Samples.SampleCompany;

/// <summary>Planned heads of a center and their monthly gross pay in whole euro, first year.</summary>
internal sealed record Staff(string Center, int Heads, int MonthlyEuro, Month From, Month Through)
{
    public Staff(string center, int heads, int monthlyEuro)
        : this(center, heads, monthlyEuro, Month.First, Month.Last)
    {
    }
}

/// <summary>About 320 people.</summary>
internal static class StaffTable
{
    /// <summary>Twelve months and a thirteenth pay in November.</summary>
    public const int PaysPerYear = 13;

    /// <summary>The employer's share of social security.</summary>
    public const int SocialSecurityPermille = 208;

    public static IReadOnlyList<Staff> Rows { get; } =
    [
        new("1000", 3, 5_400),
        new("1100", 4, 4_600),
        new("1110", 18, 2_580),
        new("1120", 46, 2_580),
        new("1130", 16, 2_690),
        new("1200", 3, 4_460),
        new("1210", 12, 2_610),
        new("1220", 28, 2_540),
        new("1300", 3, 4_460),
        new("1310", 12, 3_080),
        new("1320", 24, 2_620),
        new("1330", 8, 3_380),
        new("1400", 3, 3_850),
        new("1410", 4, 2_690),
        new("1420", 2, 2_690),
        new("1510", 11, 2_540),
        new("1520", 6, 2_690),
        new("2000", 2, 7_300),
        new("2110", 8, 5_230),
        new("2120", 6, 4_080),
        new("2130", 4, 4_000),
        new("2140", 3, 3_850),
        new("2210", 3, 4_310),
        new("2220", 4, 4_150),
        new("3000", 2, 5_380),
        new("3100", 2, 4_460),
        new("3110", 16, 2_620),
        new("3120", 10, 2_690),
        new("3130", 7, 2_690),
        new("3140", 3, 4_460),
        new("3150", 8, 2_850),

        // The social media desk closes in the middle of 2025; its people join the chat team.
        new("3160", 3, 2_770, Month.First, Month.Of(2025, 6)),
        new("3130", 3, 2_770, Month.Of(2025, 7), Month.Last),

        new("4100", 9, 4_380),
        new("4200", 6, 4_310),
        new("4310", 14, 5_460),
        new("4320", 8, 4_620),
        new("4400", 4, 10_000),
    ];
}
