namespace CostCenters.Samples.SampleCompany.SupportDesk;

/// <summary>A channel of the desk: what is planned for a month, and what its people really do.</summary>
/// <remarks>
/// Shares are in permille, amounts in cents, minutes of a contact in tenths. Response is the middle of the first
/// answers in working seconds; one in ten takes about twice as long.
/// </remarks>
internal sealed record DeskChannel(
    string Center,
    string Name,
    int TicketShare,
    int PlannedContacts,
    int PlannedMinutesEach,
    int PlannedPaidMinutes,
    DeskPractice Before,
    DeskPractice Since);

/// <summary>How a channel works in some months.</summary>
internal sealed record DeskPractice(
    int MinutesEach, int PaidMinutes, int CentsAHundredMinutes, int Repeated, int Satisfied, int Response);

/// <summary>A cause of tickets: how many a month a thousand customers have, and what an improvement prevents.</summary>
internal sealed record DeskCause(string Name, int PerThousandCustomers, int Start, int Prevented);

/// <summary>The story of the desk in 2025; everything else is noise.</summary>
/// <remarks>
/// <list type="number">
/// <item>From April calls are cut short and a quarter of the paid minutes on the phone is saved. A call costs far less,
/// the same people call twice, wait longer and are less content: a saving that is none.</item>
/// <item>From April the chat has more people: dearer, and better.</item>
/// <item>From May invoices are laid out more clearly: a third of the tickets about them stays away, as expected.</item>
/// <item>From July passwords can be reset without help: half of these tickets was to stay away, a tenth does.</item>
/// <item>Customers grow from 2,000 to 2,550, so that plain counts of tickets say little about either.</item>
/// </list>
/// </remarks>
internal static class DeskTable
{
    public const int Year = 2025;
    public const int FirstMonthOfNewPractice = 4;
    public const int PlannedCentsAHundredMinutes = 6_800;
    public const int PlannedCustomers = 2_200;

    public static IReadOnlyList<DeskChannel> Channels { get; } =
    [
        new(
            "PHONE", "phone", 520, 250, 90, 2_650,
            new(89, 2_650, 6_800, 118, 790, 130),
            new(62, 2_010, 6_760, 262, 560, 310)),
        new(
            "EMAIL", "email", 330, 150, 70, 1_235,
            new(71, 1_240, 6_850, 110, 740, 12_600),
            new(74, 1_420, 7_000, 121, 735, 13_100)),
        new(
            "CHAT", "chat", 150, 60, 60, 424,
            new(61, 430, 6_800, 92, 750, 58),
            new(67, 690, 6_900, 70, 872, 31)),
    ];

    public static IReadOnlyList<DeskCause> Causes { get; } =
    [
        new("invoice", 50, 5, 340),
        new("password", 40, 7, 110),
        new("delivery", 55, 13, 0),
        new("defect", 35, 13, 0),
        new("other", 30, 13, 0),
    ];

    public static int Customers(int month) => PlannedCustomers - 200 + (50 * (month - 1));

    public static int Sessions(int month) => 900 + (35 * (month - 1));
}
