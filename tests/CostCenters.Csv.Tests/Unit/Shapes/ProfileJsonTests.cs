using System.Text.Json;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Json;
using CostCenters.Csv.Shapes;
using Json.Schema;
using NodaTime;

namespace CostCenters.Csv.Tests.Unit.Shapes;

/// <summary>Profiles as JSON, both ways.</summary>
public class ProfileJsonTests
{
    public static TheoryData<string, ImportProfile> Profiles => new()
    {
        { "contract", ImportProfile.Contract },
        { "german", ImportProfile.ForCulture("de-DE") },
        {
            "file", ImportProfile.Contract.WithDelimiter('|').WithFramedRows().WithByteOrderMark().WithSeparatorLine()
                .WithCarriageReturns().WithLiteralQuotes().WithTrimmedCells().WithShortRows().WithSurplusCells()
                .WithoutOffendingValues().WithMaximumRowLength(4096)
                .WithMaximumFieldLength(64).WithMaximumColumns(9).WithMaximumRows(3_000_000_000)
                .WithMaximumFileSize(1L << 40).WithHeader(HeaderPlace.FoundWithin(7))
                .WithMetadata(FileMetadata.At("from", 1, 15))
                .WithMetadata(FileMetadata.Matching("For the period {from} to {through}"))
        },
        { "preamble", ImportProfile.Contract.WithPreamble(3).WithEncoding("windows-1252") },
        {
            "no header", ImportProfile.Contract.WithHeader(HeaderPlace.None)
                .WithColumn("center", ColumnSource.At(3)).WithLastRow(LastRow.Total)
        },
        {
            "cells", ImportProfile.Contract.WithNumbers(',', ".\u00A0")
                .WithNegativeStyles(NegativeStyles.TrailingMinus | NegativeStyles.Parentheses).WithExponents()
                .WithSignSuffixes("DR", "CR").WithDatePatterns("dd.MM.yyyy", "dd-MMM-yy").WithAbsentTokens("NULL")
                .WithAmountSigns(AmountSigns.DebitPositive).WithRounding(MidpointRounding.ToEven)
                .WithRounding("amount", MidpointRounding.AwayFromZero)
        },
    };

    public static TheoryData<string, ImportProfile> ColumnProfiles => new()
    {
        {
            "sources", ImportProfile.Contract
                .WithColumn("center", ColumnSource.Named("Cost Center", "Kostenstelle").Part("-", 2)
                    .Normalized(CodeNormalizations.Trim | CodeNormalizations.UpperCase).Padded(10)
                    .Or(ColumnSource.Constant("NONE")).Translated(new Dictionary<string, string> { ["A"] = "B" }))
                .WithColumn("element", ColumnSource.Section(1))
                .WithColumn("date", ColumnSource.MonthDate(
                    ColumnSource.Metadata("year"), ColumnSource.Named("Month"), DayOfMonth.Last))
                .WithColumn("period", ColumnSource.Period(ColumnSource.Named("Year"), ColumnSource.Named("Per")))
                .WithColumn("valid_from", ColumnSource.DayAndMonth(
                    ColumnSource.Named("Tag"), ColumnSource.Metadata("from"), ColumnSource.Metadata("to")))
                .WithColumn("version", ColumnSource.Heading("plan"))
                .WithColumn("text", ColumnSource.Joined(" ", ColumnSource.Named("a"), ColumnSource.At(2)))
                .WithConstant("document", "x")
        },
        {
            "times", ImportProfile.Contract
                .WithColumn("opened", ColumnSource.Time(
                    ColumnSource.Named("Created"), DateTimeZoneProviders.Tzdb["Europe/Berlin"], "dd/MMM/yy h:mm tt"))
                .WithColumn("first_answered", ColumnSource.TimeWithin(
                    ColumnSource.Named("Start"), NodaTime.Duration.FromHours(30), ColumnSource.Named("Left")))
                .WithColumn("resolved", ColumnSource.TimeAfter(ColumnSource.Named("Start"), ColumnSource.At(4)))
                .WithColumn("date", ColumnSource.LastDayBefore(ColumnSource.NamedIfPresent("End", "Ende")))
        },
        {
            "choices", ImportProfile.Contract
                .WithColumn("element", ColumnSource.When(
                    RowTest.Between(ColumnSource.Named("Konto"), "4000", "4999"),
                    ColumnSource.Named("Konto"),
                    ColumnSource.NamedIfPresent("Gegenkonto")))
                .WithFilter(RowFilter.Refuse(RowTest.IsEmpty(ColumnSource.Named("Key")).Not(), "No key was expected."))
        },
        {
            "amounts", ImportProfile.Contract
                .WithAmount(AmountSource.FromDebitAndCredit(ColumnSource.Named("D"), ColumnSource.Named("C"))
                    .Netting().WithMinus().InPowersOfTen(3))
                .WithCurrency(CurrencyRule.FromColumn(ColumnSource.Named("Cur")).WithSign("$", "USD")
                    .WithRate("USD", 0.92m))
                .WithPeriodColumns(new PeriodColumns(DayOfMonth.First, "Budget ({month})")
                    .WithYear(ColumnSource.Constant("2026")))
        },
        {
            "signs", ImportProfile.Contract.WithAmount(AmountSource.FromColumn(ColumnSource.Named("U"))
                .SignedBy(ColumnSource.Named("S/H"), ["S"], ["H"]))
        },
    };

    public static TheoryData<string, ImportProfile> RowProfiles => new()
    {
        {
            "rows", ImportProfile.Contract
                .WithSections(new SectionRules(ColumnSource.At(1)).WithTotals("Total for {section}")
                    .WithGrandTotals("TOTAL").WithOpenings("Beginning Balance"))
                .WithTotals(new TotalRows(RowTest.StartsWith(ColumnSource.At(1), "Sum"), TotalScope.SincePrevious))
                .WithFilter(RowFilter.Drop(
                    RowTest.Is(ColumnSource.Named("R"), "X", "Y").Or(RowTest.IsEmpty(ColumnSource.Named("R"))).Not()
                        .And(RowTest.Contains(ColumnSource.Named("T"), "z")),
                    "reversed"))
                .WithFilter(RowFilter.Keep(RowTest.Is(ColumnSource.Named("L"), "0L"), "other ledgers"))
                .WithCheck(ColumnCheck.RunningTotal(ColumnSource.Named("Balance")))
                .WithCheck(ColumnCheck.Difference(
                    ColumnSource.Named("Var"), ColumnSource.Named("Budget"), ColumnSource.Named("Actual")))
        },
    };

    [Theory]
    [MemberData(nameof(Profiles))]
    [MemberData(nameof(ColumnProfiles))]
    [MemberData(nameof(RowProfiles))]
    public void Write_AnyProfile_ComesBackAsItWas(string name, ImportProfile profile)
    {
        string json = ImportProfileJson.Write(profile);

        Assert.Equal((name, json), (name, ImportProfileJson.Write(ImportProfileJson.Read(json))));
        Assert.NotEqual(name == "contract", json != ImportProfileJson.Write(ImportProfile.Contract));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    [MemberData(nameof(ColumnProfiles))]
    [MemberData(nameof(RowProfiles))]
    public void Write_AnyProfile_FollowsTheSchema(string name, ImportProfile profile)
    {
        using JsonDocument document = JsonDocument.Parse(ImportProfileJson.Write(profile));

        EvaluationResults results = JsonSchema.FromText(ImportProfileJson.Schema()).Evaluate(document.RootElement);

        Assert.True(results.IsValid, name);
    }

    [Fact]
    public void Read_ShortForm_MeansWhatItSays()
    {
        ImportProfile profile = ImportProfileJson.Read(
            """
            {
              // a comment
              "delimiter": ";",
              "numbers": { "decimal": ",", "groups": "." },
              "dates": "dd.MM.yyyy",
              "columns": { "center": ["Kostenstelle", "Cost Center"], "element": { "constant": "4711" } },
              "amount": { "debit": "Soll", "credit": "Haben" },
            }
            """);

        Assert.Equal(
            "2026-01-31 A 4711 -1234.50",
            ShapedPostings.Read(profile, "date;Kostenstelle;Soll;Haben\n31.01.2026;A;0,00;1.234,50\n").Rows);
    }

    [Theory]
    [InlineData("""{ "delimeter": ";" }""", "delimeter", "no such key")]
    [InlineData("""{ "delimiter": ";;" }""", "delimiter", "one character")]
    [InlineData("""{ "delimiter": "a" }""", "delimiter", "A delimiter is")]
    [InlineData("""{ "delimiter": ";", "delimiter": "," }""", "delimiter", "stands twice")]
    [InlineData("""{ "columns": { "centre": "A" } }""", "columns.centre", "No table has a column 'centre'")]
    [InlineData("""{ "columns": { "center": "A", "center": "B" } }""", "columns.center", "stands twice")]
    [InlineData("""{ "columns": { "center": { "at": 0 } } }""", "columns.center", "at")]
    [InlineData("""{ "columns": { "center": { "of": "A", "part": 1 } } }""", "columns.center", "separator")]
    [InlineData("""{ "columns": { "center": { "colum": "A" } } }""", "columns.center", "one of at, ifPresent")]
    [InlineData("""{ "columns": { "center": 7 } }""", "columns.center", "a text was expected, 7 came")]
    [InlineData("""{ "dates": ["yyyy-qq"] }""", "dates", "is no pattern of a date")]
    [InlineData("""{ "numbers": { "decimal": ",", "groups": "," } }""", "numbers.decimal", "cannot be both")]
    [InlineData("""{ "rounding": "up" }""", "rounding", "one of toEven")]
    [InlineData("""{ "rounding": { "amuont": "toEven" } }""", "rounding.amuont", "No table has")]
    [InlineData("""{ "header": "second" }""", "header", "first, none or")]
    [InlineData("""{ "amount": { "debit": "S" } }""", "amount.credit", "the key is missing")]
    [InlineData("""{ "amount": { "column": "U", "netting": true } }""", "amount", "nothing is netted")]
    [InlineData(
        """{ "filters": [ { "drop": { "column": "R", "iss": "x" }, "reason": "r" } ] }""",
        "filters[0].drop",
        "one of is")]
    [InlineData("""{ "totals": [ { "where": { "column": "R", "is": "x" } } ] }""", "totals[0]", "of was expected")]
    [InlineData("""{ "currency": { "rates": { "USD": "a" } } }""", "currency", "a rate such as")]
    [InlineData("""{ "periods": { "headings": "{year}", "day": "last" } }""", "periods", "either {month} or {period}")]
    [InlineData(
        """{ "columns": { "date": { "time": "A", "zone": "Berlin", "patterns": "yyyy-MM-dd" } } }""",
        "columns.date", "a time zone such as")]
    [InlineData(
        """{ "columns": { "date": { "after": "A", "goal": "4h", "left": "L" } } }""", "columns.date", "hours such as")]
    [InlineData("""{ "columns": { "date": { "after": "A" } } }""", "columns.date.passed", "the key is missing")]
    [InlineData("""{ "columns": { "date": { "when": { "column": "A", "empty": true }, "then": "B" } } }""",
        "columns.date.else", "the key is missing")]
    [InlineData("""{ "filters": [ { "refuse": { "column": "R", "between": ["1"] }, "reason": "r" } ] }""",
        "filters[0].refuse", "the lowest and the highest number")]
    [InlineData("""[]""", "", "an object")]
    public void Read_Mistake_IsToldWithItsPlace(string json, string place, string message)
    {
        var error = Assert.Throws<ProfileFormatException>(() => ImportProfileJson.Read(json));

        Assert.Contains(error.Faults, fault =>
            fault.Place.StartsWith(place, StringComparison.Ordinal)
            && fault.Message.Contains(message, StringComparison.Ordinal));
        Assert.DoesNotContain("(Parameter", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoJson_TellsTheLine() => Assert.StartsWith(
        "line 2",
        Assert.Throws<ProfileFormatException>(() => ImportProfileJson.Read("{\n \"delimiter\": }")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Read_SeveralMistakes_AreAllTold() => Assert.Equal(
        ["delimiter", "header", "columns.x"],
        Assert.Throws<ProfileFormatException>(() => ImportProfileJson.Read(
            """{ "delimiter": "", "columns": { "x": "a" }, "header": 3 }""")).Faults.Select(fault => fault.Place));
}
