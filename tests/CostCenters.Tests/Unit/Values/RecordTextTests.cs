using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using CostCenters.Monetary;
using NodaTime;

namespace CostCenters.Tests.Unit.Values;

/// <summary>Records are the same text in every culture.</summary>
public class RecordTextTests
{
    private static readonly Type[] Sensitive =
        [typeof(decimal), typeof(int), typeof(long), typeof(LocalDate), typeof(Instant)];

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    public void ToString_OfEveryComposedValue_IsTheSameInEveryCulture(string culture) =>
        Assert.All(ComposedValueJsonTests.Values, value => Assert.Equal(In("", value), In(culture, value)));

    [Fact] // The text that the compiler makes follows the culture of the thread.
    public void Records_WithNumbersOrDays_MakeTheirOwnText() => Assert.Empty(
        typeof(Money).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract
                && IsGenerated(type.GetMethod(nameof(ToString), [])!)
                && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(property => Sensitive.Contains(
                    Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)))
            .Select(type => type.FullName));

    private static bool IsGenerated(MethodInfo method) =>
        method.GetCustomAttribute<CompilerGeneratedAttribute>(inherit: false) is not null;

    private static string? In(string culture, object value)
    {
        string? text = null;
        var thread = new Thread(() => text = value.ToString()) { CurrentCulture = new CultureInfo(culture) };
        thread.Start();
        thread.Join();
        return text;
    }
}
