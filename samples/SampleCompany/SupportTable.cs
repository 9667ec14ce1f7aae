namespace CostCenters.Samples.SampleCompany;

/// <summary>A support channel in a calm month of the first year, and what pressure on the phone adds.</summary>
/// <remarks>
/// Resolved: solved in the first contact. Repeated: about a case that had been answered before. Satisfaction: score
/// from 1 to 5, in hundredths. FirstResponse: minutes, in tenths; 0 where a machine answers at once.
/// </remarks>
internal sealed record Channel(
    string Center,
    int Contacts,
    int ResolvedPermille,
    int RepeatedPermille,
    int Satisfaction,
    int FirstResponse,
    Pressure Pressure);

/// <summary>Changes at full pressure, in the units of <see cref="Channel"/>; contacts in permille.</summary>
internal sealed record Pressure(int Contacts, int Resolved, int Repeated, int Satisfaction, int FirstResponse)
{
    public static Pressure None { get; } = new(0, 0, 0, 0, 0);
}

/// <summary>What the channels of the customer support handle.</summary>
internal static class SupportTable
{
    public static IReadOnlyList<Channel> Channels { get; } =
    [
        new("3110", 14_200, 742, 118, 428, 24, new(190, -131, 149, -71, 73)),
        new("3120", 9_300, 681, 142, 409, 2_150, new(210, -48, 61, -24, 940)),
        new("3130", 8_100, 703, 121, 421, 11, new(90, -22, 25, -9, 8)),
        new("3140", 61_000, 884, 74, 395, 0, new(30, -6, 8, 0, 0)),
        new("3150", 5_600, 918, 66, 402, 4_800, new(120, -35, 40, 0, 1_900)),
        new("3160", 1_150, 655, 157, 383, 460, Pressure.None),
    ];

    /// <summary>Floor space in square metres.</summary>
    public static IReadOnlyList<(string Center, int SquareMetres)> Space { get; } =
    [
        ("1110", 3_400),
        ("1120", 9_800),
        ("1130", 2_900),
        ("1210", 2_100),
        ("1220", 5_600),
        ("1310", 450),
        ("1320", 700),
        ("1330", 820),
        ("1510", 1_250),
        ("1520", 640),
        ("2110", 210),
        ("2120", 160),
        ("2130", 90),
        ("2210", 85),
        ("2220", 95),
        ("3110", 340),
        ("3120", 190),
        ("3130", 150),
        ("3150", 160),
        ("4100", 230),
        ("4200", 150),
        ("4310", 310),
        ("4320", 240),
        ("4400", 180),
    ];
}
