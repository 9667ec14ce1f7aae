using NodaTime;

namespace CostCenters.Samples.SampleCompany;

/// <summary>Makes the actuals of a center's element differ from plan for a while.</summary>
internal sealed record Effect(
    string Center, string Element, Month From, Month Through, int VolumePermille, int PricePermille = 1_000);

/// <summary>A posting that no plan line explains.</summary>
internal sealed record OneOff(LocalDate Date, string Center, string Element, int Cents, string Document, string Text);

/// <summary>What happens in the company; everything else is season, growth and noise.</summary>
/// <remarks>
/// <para>Worth finding in the book; actual against budget in whole euro, counted from the written files.</para>
/// <para>All of it. 2024: cost 48,093,131 against 48,044,680 (+0.10 %), revenue 49,515,145 against 49,560,000
/// (-0.09 %). 2025: cost 50,664,356 against 49,758,900 (+1.82 %), revenue 52,676,946 against 52,063,970 (+1.18 %).
/// 2026 through P08: cost 34,506,838 against 34,299,087 (+0.61 %), revenue 34,756,642 against 35,451,960 (-1.96 %),
/// so the margin is 249,804 instead of 1,152,873.</para>
/// <list type="number">
/// <item>Peak: temp staff (6030) of pick and pack Hamburg (1120), 2025-P08 and P09: 529,716 against 274,600
/// (+92.90 %; 18,316 hours against 10,060 at 28.92 against 27.30 euro). The center is 25.39 % over in these months and
/// 7.72 % in the year.</item>
/// <item>Freight price: last mile (1320, 5200) pays 3.69 instead of 3.30 euro a shipment from 2026-P06 on: 3,268,439
/// against 2,913,790 (+12.17 %) through P08, with 885,376 shipments against 884,038.</item>
/// <item>Booked twice: RE-88213 (38,460.00) of site Hamburg (1410, 6130) on 2024-08-14 and again on 08-29, reversed
/// on 10-02. First half of 2025: 144,756 against 68,350; P07 alone is negative, -26,944; the year is over by 38,183,
/// as the repair itself was not planned.</item>
/// <item>Never budgeted: the web shop's campaign (2120, 6310) 2026-P04 to P07, 186,400; the center is 7.25 % over.
/// Also advice on the reorganisation (1500, 6430) in 2025, 24,600.</item>
/// <item>Never used: training of the customer support (3100, 6040), 65,300 in 2025 and 66,600 in 2026.</item>
/// <item>A saving that moves: phone (3110) has 12 of 16 people in 2026 and is 114,737 (19.55 %) under budget through
/// P08. Email (3120) is 43,837 over, back office (3150) 20,416, credits on parcel contracts (2140, 4900) 36,892.
/// Against the same months of 2025 phone contacts rise from 112,341 to 135,902, repeated ones from 13,108 (11.7 %) to
/// 34,663 (25.5 %), solved at once fall from 74.1 to 61.9 %, satisfaction from 4.27 to 3.61.</item>
/// <item>Shortfall: product sales of the marketplaces (2130, 4200), 2026 through P08: 2,030,737 against 2,554,820
/// (-20.51 %); goods not bought (5300) give back 241,311.</item>
/// <item>Reorganisation on 2024-10-01: returns (1500) moves from operations to customer service, the social media
/// desk (3160) closes and joins chat (3130), which is renamed. A report through 2025-P06 shows the old tree.</item>
/// <item>The fleet workshop (1330) is a profit center from 2025-04-01: revenue 318,549 against 262,000 (+21.58 %).
/// </item>
/// <item>The platform moves: software development (4310) is 154,849 (12.76 %) over in 2026 through P08. Clicks:
/// online marketing (2220) is 112,100 (9.63 %) over in 2025.</item>
/// <item>A trap: Ulm's energy (1420, 6120) is budgeted for the whole year. It looks 35.90 % under budget in the first
/// half of 2025 and 28.46 % over in the second; the year is 8,502 (3.72 %) under.</item>
/// </list>
/// </remarks>
internal static class Stories
{
    public static IReadOnlyList<Effect> Effects { get; } =
    [
        // The warehouse in the peak of 2025.
        new("1120", "6030", Month.Of(2025, 8), Month.Of(2025, 9), 1_720, 1_060),
        new("1220", "6030", Month.Of(2025, 8), Month.Of(2025, 9), 1_180, 1_060),

        // The carriers' new price list.
        new("1320", "5200", Month.Of(2026, 6), Month.Last, 1_000, 1_120),
        new("1510", "5200", Month.Of(2026, 6), Month.Last, 1_000, 1_120),

        // A training budget that nobody uses.
        new("3100", "6040", Month.First, Month.Last, 0),

        // Vacancies on the phone, and where their saving goes.
        new("3110", "6010", Month.Of(2025, 10), Month.Of(2025, 12), 860),
        new("3110", "6020", Month.Of(2025, 10), Month.Of(2025, 12), 860),
        new("3110", "6010", Month.Of(2026, 1), Month.Last, 750),
        new("3110", "6020", Month.Of(2026, 1), Month.Last, 750),
        new("3120", "6030", Month.Of(2026, 1), Month.Last, 4_600),
        new("3150", "6030", Month.Of(2026, 1), Month.Last, 2_900),
        new("2140", "4900", Month.Of(2026, 1), Month.Last, 1_420),

        // Marketplaces sell less after a change of fees; the goods that are not bought hide half of it.
        new("2130", "4200", Month.Of(2026, 2), Month.Last, 770),
        new("2130", "5300", Month.Of(2026, 2), Month.Last, 800),

        // The workshop, a profit center since 2026, earns more than planned.
        new("1330", "4400", Month.Of(2026, 1), Month.Last, 1_210),
        new("1330", "5500", Month.Of(2026, 1), Month.Last, 1_140),

        // The move of the platform to another data center.
        new("4310", "6210", Month.Of(2026, 2), Month.Of(2026, 7), 1_620),

        // Clicks cost more than in the year before.
        new("2220", "6310", Month.Of(2025, 3), Month.Of(2025, 12), 1_170),

        // Ulm pays more rent by an index clause; Hamburg's winter of 2024 was mild.
        new("1420", "6110", Month.Of(2026, 4), Month.Last, 1_038),
        new("1410", "6120", Month.Of(2024, 8), Month.Of(2024, 12), 890),

        // Diesel is dear in the second half of 2024; a licence audit in January costs extra seats.
        new("1310", "5400", Month.Of(2024, 6), Month.Of(2024, 12), 1_000, 1_090),
        new("1320", "5400", Month.Of(2024, 6), Month.Of(2024, 12), 1_000, 1_090),
        new("4320", "6220", Month.Of(2024, 10), Month.Of(2024, 10), 1_380),

        // The board postpones an advisory project from 2024 to 2025.
        new("4400", "6430", Month.Of(2024, 5), Month.Of(2024, 12), 640),
        new("4400", "6430", Month.Of(2025, 1), Month.Of(2025, 6), 1_380),
    ];

    public static IReadOnlyList<OneOff> OneOffs { get; } =
    [
        // One invoice, booked twice, found in October.
        new(new(2024, 8, 14), "1410", "6130", 3_846_000, "RE-88213", "Dock levellers, gates 4-9"),
        new(new(2024, 8, 29), "1410", "6130", 3_846_000, "RE-88213", "Dock levellers, gates 4-9"),
        new(new(2024, 10, 2), "1410", "6130", -3_846_000, "RE-88213", "Reversal, booked twice"),

        // A campaign that was never budgeted.
        new(new(2025, 7, 16), "2120", "6310", 1_850_000, "RE-20417", "\"Pack it green\", concept"),
        new(new(2025, 8, 5), "2120", "6310", 4_275_000, "RE-20466", "\"Pack it green\", film"),
        new(new(2025, 9, 3), "2120", "6310", 5_630_000, "RE-20531", "\"Pack it green\", media"),
        new(new(2025, 10, 7), "2120", "6310", 5_630_000, "RE-20598", "\"Pack it green\", media"),
        new(new(2025, 10, 24), "2120", "6310", 1_255_000, "RE-20640", "\"Pack it green\", print"),

        // The reorganisation of 1 October 2024, not budgeted either.
        new(new(2024, 9, 26), "1500", "6430", 1_480_000, "RE-31190", "Advice, new reporting line"),
        new(new(2024, 10, 15), "1500", "6430", 980_000, "RE-31244", "Workshops, \"One service\""),
        new(new(2024, 10, 21), "3130", "6220", 640_000, "RE-31260", "Seats, social media"),
    ];

    /// <summary>How busy the company is against its plan, in permille: all volumes rise and fall together.</summary>
    public static int BusinessPermille(int yearIndex) => yearIndex switch
    {
        0 => 1_004,
        1 => 1_019,
        _ => 994,
    };

    /// <summary>How far the vacancies on the phone are felt by customers, in permille.</summary>
    public static int PhonePressurePermille(Month month) =>
        month.Year switch
        {
            2024 => 0,
            2025 => Math.Max(0, month.Period - 9) * 200,
            _ => Math.Min(1_000, 600 + (month.Period * 100)),
        };
}
