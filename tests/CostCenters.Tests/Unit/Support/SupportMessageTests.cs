using System.Globalization;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using NodaTime;

namespace CostCenters.Tests.Unit.Support;

/// <summary>Messages are the same in every culture.</summary>
public class SupportMessageTests
{
    private static readonly Instant Late = Instant.FromUtc(2026, 3, 1, 9, 30);

    public static TheoryData<string, string> Messages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string culture in new[] { "", "de-DE", "tr-TR", "sv-SE" })
            {
                data.Add(culture, "The highest score 1.5 is below the lowest, 2.5.");
                data.Add(culture, "Work from 17:00:00 cannot end at 09:30:00 of the same day.");
                data.Add(culture, "Two spans of Monday overlap at 10:00:00.");
                data.Add(culture, "2026-03-01T09:30:00Z is before 2026-03-01T09:30:01Z.");
                data.Add(culture, "2026-03-01T09:30:00Z is before the opening, 2026-03-01T09:30:01Z.");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_InAnyCulture_IsTheSame(string culture, string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var error = Assert.Throws<ArgumentException>(() => Fail(expected));
            Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static object Fail(string message)
    {
        var (nine, ten, five) = (new LocalTime(9, 30), new LocalTime(10, 0), new LocalTime(17, 0));
        return message[..6] switch
        {
            "The hi" => new ScoreScale(2.5m, 1.5m),
            "Work f" => new WorkingSpan(IsoDayOfWeek.Monday, five, nine),
            "Two sp" => WorkingHours.Of(
                DateTimeZone.Utc,
                [new WorkingSpan(IsoDayOfWeek.Monday, nine, five), new WorkingSpan(IsoDayOfWeek.Monday, ten, five)],
                []),
            _ when message.Contains("opening", StringComparison.Ordinal) => new ContactEvent(
                "t", new CenterCode("S"), new ChannelCode("phone"), null, Late + Duration.FromSeconds(1), Late, null, 1,
                null),
            _ => WorkingHours.RoundTheClock(DateTimeZone.Utc).Between(Late + Duration.FromSeconds(1), Late),
        };
    }
}
