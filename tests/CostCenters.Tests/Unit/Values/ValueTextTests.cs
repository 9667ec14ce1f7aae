using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Values;

/// <summary>Every value goes through JSON, text and configuration, and comes back as it was.</summary>
public class ValueTextTests
{
    /// <summary>Value types without a text of their own, which JSON writes by their properties.</summary>
    private static readonly string[] Composed =
    [
        "AllocationCharge", "AllocationDriver", "CellAddress", "CellChange", "CenterCost", "CostObservation",
        "CostStep", "CountedPosting",
        "GrossVariance", "PeriodValidity", "PoolPart", "PricedQuantity", "RelevantRange", "RuleSender", "ScoreScale",
        "ServiceUser", "UnitCost", "Variance", "WeightedRatio",
    ];

    /// <summary>Value types that are results, each with the reason why it is not read from JSON.</summary>
    private static readonly Dictionary<string, string> WrittenOnly = new()
    {
        ["OutlineLine"] = "It holds a row of its report.",
        ["OutlookRow"] = "It holds rows of its reports.",
        ["CenterTreeNode"] = "It holds a center of its hierarchy.",
        ["ElementTreeNode"] = "It holds an element of its chart.",
        ["RankedVariance"] = "It holds a row of its report.",
        ["CommittedRow"] = "It holds a row of its report.",
        ["RuleSpan"] = "It is one of the spans that have names, or a number of rolling periods.",
        ["VarianceRow"] = "It holds a node of its tree; ReportRow is read.",
        ["CubeCell"] = "It is a cell of its cube.",
        ["PeriodPair"] = "Its calendar tells its days.",
        ["ReportCell"] = "Its column tells what it means.",
        ["EvenSplit"] = "It is a way to share an amount, without data that are seen.",
    };

    public static TheoryData<int> Values => [.. Enumerable.Range(0, ValueTexts.All.Count)];

    [Fact]
    public void ValueTypes_All_HaveATextOrPropertiesThatAreRead()
    {
        string[] types =
        [
            .. typeof(Money).Assembly.GetExportedTypes()
                .Where(type => type.IsValueType && !type.IsEnum && !type.IsNested)
                .Select(type => type.Name).Order(StringComparer.Ordinal),
        ];
        string[] known =
        [
            .. ValueTexts.All.Select(value => value.Value.GetType()).Where(type => type.IsValueType)
                .Select(type => type.Name).Distinct().Concat(Composed).Concat(WrittenOnly.Keys)
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(known, types);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Text_OfAnyCulture_IsExactAndReadBack(int index)
    {
        (object value, string text) = ValueTexts.All[index];
        InEveryCulture(() =>
        {
            Assert.Equal(text, ((IFormattable)value).ToString("R", null));
            Assert.Equal(text, string.Create(CultureInfo.GetCultureInfo("de-DE"), $"{value:R}"));
            Assert.Equal(value, Parsed(value.GetType(), text));
        });
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Json_OfAValueAKeyAndAnOptionalOne_IsReadBack(int index)
    {
        (object value, string text) = ValueTexts.All[index];
        InEveryCulture(() =>
        {
            string json = JsonSerializer.Serialize(value, value.GetType());
            Assert.Equal(text, JsonSerializer.Deserialize<string>(json));
            Assert.Equal(value, JsonSerializer.Deserialize(json, value.GetType()));
            Call(nameof(RequireInContainers), value.GetType(), value);
        });
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Configuration_OfAnyCulture_IsReadBack(int index)
    {
        (object value, string text) = ValueTexts.All[index];
        InEveryCulture(() =>
        {
            TypeConverter converter = TypeDescriptor.GetConverter(value.GetType());
            Assert.Equal(value, converter.ConvertFromString(text));
            Assert.Equal(text, converter.ConvertToString(value));
        });
    }

    [Fact]
    public void Text_ThatIsNoValue_IsRefusedWithWhatWasExpected()
    {
        Assert.All(ValueTexts.Bad, bad => Assert.All(bad.Texts, text =>
        {
            var inner = Assert.IsType<FormatException>(
                Assert.Throws<TargetInvocationException>(() => Parsed(bad.Type, text)).InnerException);
            Assert.StartsWith($"'{text}' is not ", inner.Message, StringComparison.Ordinal);
            Assert.Throws<JsonException>(() =>
                JsonSerializer.Deserialize(JsonSerializer.Serialize(text), bad.Type));
        }));
    }

    [Fact]
    public void Json_OfADefaultThatIsNoValue_IsNullAndNoKey()
    {
        Assert.Equal("null", JsonSerializer.Serialize(default(Money)));
        Assert.Equal("null", JsonSerializer.Serialize(default(CenterCode)));
        Assert.Equal("null", JsonSerializer.Serialize(default(FiscalPeriod)));
        Assert.Equal("null", JsonSerializer.Serialize(default(FiscalPeriodRange)));
        Assert.Equal(default, JsonSerializer.Deserialize<CenterCode>("null"));
        Assert.Null(JsonSerializer.Deserialize<Currency>("null"));
        Assert.Throws<JsonException>(() =>
            JsonSerializer.Serialize(new Dictionary<CenterCode, int> { [default] = 1 }));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>("12.5"));
    }

    [Fact]
    public void Money_FormatsOfNumbers_AreUsedInTheCultureThatIsNamed()
    {
        var money = new Money(-1_234.5m, Currency.Eur);
        InEveryCulture(() =>
        {
            Assert.Equal("-1,234.50 EUR", $"{money:N2}");
            Assert.Equal("-1234.5 EUR", money.ToString());
            Assert.Equal("-1.234,50 EUR", money.ToString("N2", CultureInfo.GetCultureInfo("de-DE")));
            Assert.Equal("-1234,5 EUR", money.ToString(null, CultureInfo.GetCultureInfo("de-DE")));
            Assert.Equal(money, Money.Parse("-1234,5 EUR", CultureInfo.GetCultureInfo("de-DE")));
            Assert.Throws<FormatException>(() => $"{money:C}");
            Assert.Throws<FormatException>(() => $"{money:p1}");
            Assert.Throws<FormatException>(() => Money.Parse("-1.234,5 EUR", CultureInfo.GetCultureInfo("de-DE")));
        });
    }

    [Fact]
    public void Format_ThatIsNone_Throws() =>
        Assert.Throws<FormatException>(() => $"{new CenterCode("a"):N2}");

    [Fact]
    public void TryFormat_TooLittleRoom_WritesNothing()
    {
        Span<char> target = stackalloc char[8];

        Assert.False(target[..7].TryWrite($"{new FiscalPeriod(2026, 3)}", out int written));
        Assert.Equal(0, written);
        Assert.True(target.TryWrite($"{new FiscalPeriod(2026, 3)}", out written));
        Assert.Equal("2026-P03", target[..written].ToString());
    }

    private static void RequireInContainers<T>(T value)
        where T : notnull
    {
        var keys = new Dictionary<T, T> { [value] = value };
        T?[] list = [value, default];

        Assert.Equal(keys, JsonSerializer.Deserialize<Dictionary<T, T>>(JsonSerializer.Serialize(keys)));
        Assert.Equal(list, JsonSerializer.Deserialize<T?[]>(JsonSerializer.Serialize(list)));
    }

    private static object? Parsed(Type type, string text) => Call(nameof(Parse), type, text);

    private static object? Parse<T>(string text)
        where T : ISpanParsable<T>
    {
        T parsed = T.Parse(text, null);
        Assert.True(T.TryParse(text.AsSpan(), null, out T? again));
        Assert.Equal(parsed, again);
        return parsed;
    }

    private static object? Call(string name, Type type, object argument) =>
        typeof(ValueTextTests).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [argument]);

    private static void InEveryCulture(Action check)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in new[] { "", "de-DE", "tr-TR", "ar-SA", "fr-CH" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                check();
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
