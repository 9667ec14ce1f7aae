using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Support.Contacts;
using NodaTime;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

/// <summary>One dialect through every table that has numbers.</summary>
public class DialectTests
{
    private static readonly ImportProfile German =
        ImportProfile.Contract.WithDelimiter(';').WithNumbers(decimalSeparator: ',', groupSeparators: ".");

    [Theory]
    [InlineData("0.125")]
    [InlineData("-0.500")]
    [InlineData("00.125")]
    [InlineData("1.25")]
    public void Read_WrongGrouping_IsABadNumberInEveryTable(string cell)
    {
        Assert.Equal(
            "2 amount bad-number; 2 quantity bad-number",
            Faults(Postings($"2026-03-01;A;rent;{cell};{cell}").Issues));
        Assert.Equal(
            "2 amount bad-number; 2 quantity bad-number",
            Faults(Budgets($"plan;A;rent;2026-P01;{cell};{cell}").Issues));
        Assert.Equal("2 value bad-number", Faults(KeyFigures($"2026-P01;A;heads;{cell}").Issues));
        Assert.Equal(
            "2 contacts bad-number; 2 score bad-number",
            Faults(Contacts($"T1;A;phone;2026-03-01T10:00Z;{cell};{cell}").Issues));
    }

    [Theory]
    [InlineData("1.250", 1250)]
    [InlineData("0,50", 0.50)]
    [InlineData("012,5", 12.5)]
    public void Read_RightGrouping_IsTheNumber(string cell, double expected)
    {
        decimal number = (decimal)expected;
        Assert.Equal(number, Postings($"2026-03-01;A;rent;{cell};{cell}").GetOrThrow().Single().Amount);
        BudgetVersion version = Budgets($"plan;A;rent;2026-P01;{cell};{cell}").GetOrThrow().Single();
        Assert.Equal(number, version.Cube.Cells().Single().Amount);
        Assert.Equal(number, KeyFigures($"2026-P01;A;heads;{cell}").GetOrThrow().Single().Value);
    }

    private static ImportResult<IReadOnlyList<Ledgers.Posting>> Postings(string row) =>
        PostingsCsv.Read(Input($"date;center;element;amount;quantity\n{row}\n"), Space(), German);

    private static ImportResult<IReadOnlyList<BudgetVersion>> Budgets(string row) => BudgetsCsv.Read(
        Input($"version;center;element;period;amount;quantity\n{row}\n"),
        Space(),
        Phasing.Even(RemainderRule.LargestRemainder),
        German);

    private static ImportResult<IReadOnlyList<KeyFigureValue>> KeyFigures(string row) => KeyFiguresCsv.Read(
        Input($"period;center;key_figure;value\n{row}\n"), Space().Centers, Space().Calendar, German);

    private static ImportResult<ContactFigures> Contacts(string row) => ContactsCsv.Read(
        Input($"ticket;center;channel;opened;contacts;score\n{row}\n"),
        new ContactScheme(
            Space().Centers,
            FiscalCalendar.Months(1, YearNaming.Start),
            WorkingHours.RoundTheClock(DateTimeZone.Utc),
            [new ChannelCode("phone")],
            new ScoreScale(1, 5)),
        German);
}
