namespace CostCenters.Samples.SampleCompany;

/// <summary>What a center plans for an element in a full year, in whole euro of the first year.</summary>
/// <remarks>
/// Count: postings a month (on a Friday for temp staff), 0 for what is usual for the element. Evenly: the budget is
/// one row for the whole year although the element has a season.
/// </remarks>
internal sealed record PlanLine(
    string Center, string Element, int Euro, int Count, bool Evenly, Month From, Month Through)
{
    public PlanLine(string center, string element, int euro, int count = 0, bool evenly = false)
        : this(center, element, euro, count, evenly, Month.First, Month.Last)
    {
    }

    public Habit Habit => ElementTable.Habits[Element];

    /// <summary>The name of the random streams of this line.</summary>
    public string Name => Center + "/" + Element + (From == Month.First ? "" : "/" + From);
}

/// <summary>Every line of the budget.</summary>
internal static class PlanTable
{
    public static IReadOnlyList<PlanLine> Rows { get; } =
    [
        .. StaffTable.Rows.SelectMany(Payroll),

        new("1000", "6320", 14_000, 3),
        new("1100", "6040", 34_000, 2),
        new("1100", "6320", 9_000, 2),
        new("1110", "6030", 118_000),
        new("1110", "5500", 22_000, 3),
        new("1120", "5100", 1_100_000, 26),
        new("1120", "6030", 620_000, 2),
        new("1120", "5500", 38_000, 4),
        new("1120", "6410", 312_000),
        new("1130", "6030", 92_000),
        new("1130", "5500", 27_000, 3),
        new("1200", "6320", 11_000, 3),
        new("1210", "6030", 74_000),
        new("1210", "5500", 15_000, 2),
        new("1220", "5100", 610_000),
        new("1220", "6030", 340_000),
        new("1220", "5500", 21_000, 3),
        new("1220", "6410", 138_000),
        new("1300", "6320", 18_000, 4),
        new("1310", "5200", 2_400_000, 30),
        new("1310", "5400", 420_000, 24),
        new("1310", "6130", 62_000, 5),
        new("1310", "6410", 264_000),
        new("1310", "6420", 64_000),
        new("1320", "5200", 9_600_000, 58),
        new("1320", "5400", 560_000, 32),
        new("1320", "6230", 30_000),
        new("1320", "6410", 432_000),
        new("1320", "6420", 118_000),
        new("1330", "5500", 310_000, 26),
        new("1330", "6110", 96_000),
        new("1330", "6120", 28_000, evenly: true),
        new("1330", "6410", 61_000),
        new("1330", "4400", 360_000, 0, false, Month.Of(2026, 1), Month.Last),
        new("1400", "6430", 24_000, 1),
        new("1410", "6110", 1_620_000),
        new("1410", "6120", 410_000),
        new("1410", "6130", 134_000, 10),
        new("1420", "6110", 905_000),
        new("1420", "6120", 238_000, evenly: true),
        new("1420", "6130", 71_000, 6),
        new("1510", "5100", 62_000, 6),
        new("1510", "5200", 510_000, 16),
        new("1510", "6030", 48_000),
        new("1520", "5500", 83_000, 8),

        new("2000", "6320", 21_000, 4),
        new("2110", "4100", 24_400_000, 38),
        new("2110", "4900", -150_000),
        new("2110", "6310", 42_000, 3),
        new("2110", "6320", 82_000, 12),
        new("2120", "4200", 4_900_000),
        new("2120", "4300", 520_000),
        new("2120", "4900", -180_000, 20),
        new("2120", "5300", 2_600_000, 22),
        new("2120", "6220", 36_000),
        new("2130", "4200", 3_600_000),
        new("2130", "4900", -210_000, 20),
        new("2130", "5300", 1_900_000),
        new("2130", "6310", 112_000, 6),
        new("2140", "4300", 16_800_000),
        new("2140", "4900", -120_000),
        new("2140", "6320", 26_000, 5),
        new("2210", "6310", 262_000),
        new("2210", "6320", 24_000, 4),
        new("2220", "6210", 58_000, 4),
        new("2220", "6220", 40_000),
        new("2220", "6310", 780_000, 18),

        new("3000", "6320", 9_000, 2),
        new("3100", "6220", 148_000),
        new("3100", "6040", 64_000, 0, false, Month.Of(2025, 1), Month.Last),
        new("3110", "6030", 58_000),
        new("3110", "6230", 97_000),
        new("3120", "6030", 24_000),
        new("3120", "6230", 6_000),
        new("3130", "6220", 42_000),
        new("3140", "6210", 92_000, 5),
        new("3150", "6030", 18_000),
        new("3160", "6310", 18_000, 2, false, Month.First, Month.Of(2025, 6)),
        new("3130", "6310", 18_000, 2, false, Month.Of(2025, 7), Month.Last),

        new("4100", "6220", 92_000),
        new("4100", "6320", 6_000, 1),
        new("4100", "6430", 124_000, 4),
        new("4200", "6040", 62_000, 5),
        new("4200", "6220", 31_000),
        new("4200", "6430", 66_000, 3),
        new("4310", "6040", 42_000),
        new("4310", "6210", 420_000, 12),
        new("4310", "6320", 16_000, 3),
        new("4320", "6210", 364_000, 14),
        new("4320", "6220", 524_000, 8),
        new("4320", "6230", 71_000),
        new("4320", "6410", 184_000),
        new("4400", "6320", 44_000, 7),
        new("4400", "6420", 236_000),
        new("4400", "6430", 158_000),
    ];

    private static IEnumerable<PlanLine> Payroll(Staff staff)
    {
        int salaries = staff.Heads * staff.MonthlyEuro * StaffTable.PaysPerYear;
        int socialSecurity = salaries * StaffTable.SocialSecurityPermille / 1_000;
        yield return new PlanLine(staff.Center, "6010", salaries, 0, false, staff.From, staff.Through);
        yield return new PlanLine(staff.Center, "6020", socialSecurity, 0, false, staff.From, staff.Through);
    }
}
