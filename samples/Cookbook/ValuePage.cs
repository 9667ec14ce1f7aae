using System.Globalization;
using System.Text.Json;
using CostCenters.Calendars;
using CostCenters.Monetary;

namespace CostCenters.Samples.Cookbook;

internal static class ValuePage
{
    public static void Show()
    {
        Console.WriteLine("-- values as text and JSON");
        var amounts = new Dictionary<FiscalPeriod, Money>
        {
            [new FiscalPeriod(2026, 3)] = new Money(1234.5m, Currency.Eur),
        };
        string json = JsonSerializer.Serialize(amounts);
        Console.WriteLine(json);
        Money read = JsonSerializer.Deserialize<Dictionary<FiscalPeriod, Money>>(json)!.Values.Single();
        var german = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        Console.WriteLine(string.Create(german, $"{read:N2}, {Money.Parse("1234,50 EUR", german) == read}"));
    }
}
