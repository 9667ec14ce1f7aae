using System.Globalization;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Monetary;

public class MessageCultureTests
{
    [Fact]
    public void Messages_WithNumbers_AreTheSameInEveryCulture()
    {
        Action[] faults =
        [
            () => _ = new Money(1_000_000_000_000_000.5m, Currency.Eur),
            () => _ = new Money(0.1234567891m, Currency.Eur),
            () => _ = new ExchangeRate(Currency.Eur, Currency.Usd, -1.5m),
            () => _ = new ExchangeRate(Currency.Eur, Currency.Eur, 1.5m),
            () => _ = new DecimalScale(0).ToCount(1.5m),
        ];
        string[] expected = [.. faults.Select(fault => MessageIn("", fault))];

        Assert.All(expected, message => Assert.Contains('.', message.Split("was ")[1].Trim()[..^1]));
        Assert.Equal(expected, faults.Select(fault => MessageIn("de-DE", fault)));
    }

    private static string MessageIn(string culture, Action fault)
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return Assert.ThrowsAny<ArgumentOutOfRangeException>(fault).Message;
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
