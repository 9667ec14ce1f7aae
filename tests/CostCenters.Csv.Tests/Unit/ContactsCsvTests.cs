using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.KeyFigures;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using NodaTime;

namespace CostCenters.Csv.Tests.Unit;

public class ContactsCsvTests
{
    private const string Header = "ticket,center,channel,cause,opened,first_answered,resolved,contacts,score\n";

    private static readonly FiscalCalendar Calendar = FiscalCalendar.Months(1, YearNaming.End);

    private static readonly CenterHierarchy Centers = new CenterHierarchy.Builder()
        .Add(new CenterCode("S1"), new CenterValidity("", CenterKind.Cost))
        .Add(new CenterCode("S2"), new CenterValidity("", CenterKind.Cost, from: new LocalDate(2026, 2, 1)))
        .Build();

    private static readonly ContactScheme Scheme = new(
        Centers,
        Calendar,
        WorkingHours.RoundTheClock(DateTimeZoneProviders.Tzdb["Europe/Berlin"]),
        [new ChannelCode("phone"), new ChannelCode("email")],
        new ScoreScale(1, 5));

    [Fact] // 23:30 of UTC on 31 January is the first of February in Berlin; 90.25 seconds to the answer.
    public void Read_Rows_CountsThem()
    {
        var result = Read(
            "A,S1,phone,login,2026-01-31T23:30:00Z,2026-02-01T00:31:30.25+01:00,,,4.5\n"
            + "A,S1,email,,2026-02-03T10:00+01:00,,2026-02-03T11:00+01:00,2,\n"
            + "B,S2,email,login,2026-02-01T00:00:00+01:00,,,,\n");

        var figures = result.GetOrThrow();
        Assert.Equal(3, result.Counts.Read);
        Assert.All(figures.Cells, cell => Assert.Equal(new FiscalPeriod(2026, 2), cell.Period));
        Assert.Equal(
            ["S1 phone login 1 1", "S1 email  0 2", "S2 email login 1 1"],
            figures.Cells.Select(cell => $"{cell.Center} {cell.Channel} {cell.Cause} "
                + $"{cell.Totals[ContactMeasure.Tickets]} {cell.Totals[ContactMeasure.Contacts]}"));
        Assert.Equal(90.25m, figures.Cells[0].Totals.ResponseTimes.Percentile(50));
    }

    [Theory]
    [InlineData("A,S1,phone,,2026-02-02T10:00Z,,2026-02-02T09:59Z,,", "resolved reversed-times")]
    [InlineData("A,S1,phone,,2026-02-02T10:00Z,2026-02-02T10:30+01:00,,,", "first_answered reversed-times")]
    [InlineData("A,S1,phone,,2026-02-02T10:00Z,,,,5.1", "score out-of-scale")]
    [InlineData("A,S1,phone,,2026-02-02T10:00Z,,,,x", "score bad-number")]
    [InlineData("A,S1,fax,,2026-02-02T10:00Z,,,,", "channel unknown-channel")]
    [InlineData("A,S9,phone,,2026-02-02T10:00Z,,,,", "center unknown-center")]
    [InlineData("A,S2,phone,,2026-01-02T10:00Z,,,,", "center center-not-valid")]
    [InlineData("A,S1,phone,,2026-02-02T10:00,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,2026-02-30T10:00Z,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,2026-02-02T24:00Z,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,1899-12-31T10:00Z,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,1900-01-01T00:00+18:00,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,2026-02-02T10:00:00.1234567Z,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,2026-02-02T10:00:Z,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,2026-02-02T10:00+19:00,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,2026-02-02T10:00+2:00,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,2026-02-02T10:00+02:60,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,2026-02-02T10:00-18:01,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,2026-02-02T10:00+0200,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,2026-02-02T1x:00Z,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,2026-02-02T10:60Z,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,2026-02-02T10:00:60Z,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,2026-02-02 10:00Z,,,,", "opened bad-time")]
    [InlineData("A,S1,phone,,2026-02-02T10:00Z,,2149-12-31T23:00Z,,", "resolved bad-time")]
    [InlineData("A,S1,phone,,2026-02-02T10:00Z,,,,0.99", "score out-of-scale")]
    [InlineData("A,S1,phone,,2026-02-02T10:00Z,,,,-1", "score out-of-scale")]
    [InlineData("A,S1,phone,,2026-02-02T10:00Z,,,-1,", "contacts out-of-range")]
    [InlineData("A,S1,phone,,2026-02-02T10:00Z,,,2147483648,", "contacts out-of-range")]
    [InlineData("A,S1,,,2026-02-02T10:00Z,,,,", "channel missing-value")]
    [InlineData("A,,phone,,2026-02-02T10:00Z,,,,", "center missing-value")]
    [InlineData("A,S1,phone,,2026-02-02T10:00Z,,,", " ragged-row")]
    [InlineData("A,S1,phone,,2026-02-02T10:00Z,,,,,x", " ragged-row")]
    [InlineData("A,S1,pho\"ne,,2026-02-02T10:00Z,,,,", " bad-quoting")]
    [InlineData("A,S1,phone,\0,2026-02-02T10:00Z,,,,", " bad-encoding")]
    [InlineData("A,S1,phone,,,,,,", "opened missing-value")]
    [InlineData(",S1,phone,,2026-02-02T10:00Z,,,,", "ticket missing-value")]
    [InlineData("A,S1,phone,,2026-02-02T10:00Z,,,0,", "contacts out-of-range")]
    [InlineData("A,S1,phone,,2026-02-02T10:00Z,,,1.5,", "contacts out-of-range")]
    [InlineData("A,S1,fax,,2026-02-02T10:00Z,x,2026-02-01T10:00Z,0,9",
        "channel unknown-channel; first_answered bad-time; resolved reversed-times; contacts out-of-range; "
        + "score out-of-scale")]
    public void Read_BadRow_IsRejectedWithEveryReason(string row, string faults)
    {
        string rows = "good,S1,phone,,2026-02-02T10:00Z,,,,\n" + row + "\n";

        Assert.All(new[] { Read(rows), ReadFile(rows) }, result =>
        {
            Assert.Equal(
                (2L, 1L, 1L), (result.Counts.Read, result.Counts.Accepted, result.Counts.Rejected));
            Assert.Equal(faults, string.Join("; ", result.Issues.Select(issue => $"{issue.Column} {issue.Code}")));
            Assert.All(result.Issues, issue => Assert.Equal(3, issue.Line));
            Assert.Equal(1, result.Value!.Total(_ => true)[ContactMeasure.Tickets]);
        });
    }

    [Fact]
    public void Write_Events_AreOneLineEach()
    {
        Instant opened = Instant.FromUtc(2026, 2, 1, 23, 30);

        Assert.Equal(
            Header
                + "A,S1,phone,login,2026-02-01T23:30:00Z,2026-02-01T23:30:00.25Z,2026-02-02T23:30:00Z,2,4.5\n"
                + "\"B,\"\"b\"\"\",S1,email,,2026-02-01T23:30:00Z,,,1,\n",
            Written(
                new ContactEvent(
                    "A", new CenterCode("S1"), new ChannelCode("phone"), new CauseCode("login"), opened,
                    opened + Duration.FromMilliseconds(250), opened + Duration.FromDays(1), 2, 4.50m),
                Event("B,\"b\"", opened, null)));
    }

    [Fact]
    public void Write_WhatNoReaderTakes_IsRefused()
    {
        Instant opened = Instant.FromUtc(2026, 2, 1, 23, 30);

        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Written(Event("A", opened + Duration.FromNanoseconds(100), null)));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Written(Event("A", opened + Duration.FromNanoseconds(1), null)));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Written(Event("A", Instant.FromUtc(1899, 12, 31, 0, 0), null)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(Event("A", Instant.FromUtc(2150, 1, 1, 0, 0), null)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(Event("A", opened, 1.0000001m)));
        Assert.Throws<ArgumentException>(() => Written(Event("A\0", opened, null)));
    }

    [Theory]
    [InlineData("2026-P01,S1,heads,3,persons", "unit mixed-unit")]
    [InlineData("2026-P01,S1,parcels,3,", "key_figure unknown-key-figure")]
    [InlineData("2026-P01,S1,rate,3,", "key_figure computed-key-figure")]
    [InlineData("2026-P02,S1,heads,3,heads", "key_figure duplicate-value")]
    public void Read_KeyFiguresOfACatalog_RejectsWhatDoesNotFit(string row, string fault)
    {
        var contacts = new KeyFigureCode("contacts");
        var heads = new KeyFigureCode("heads");
        var catalog = new KeyFigureCatalog(
        [
            KeyFigure.Flow(contacts, "contacts", KeyFigurePreference.Neutral),
            KeyFigure.Stock(heads, "heads", KeyFigurePreference.Neutral, StockRule.Average),
            KeyFigure.Ratio(new KeyFigureCode("rate"), "", KeyFigurePreference.Neutral, contacts, heads),
        ]);
        using var text = new StringReader("period,center,key_figure,value,unit\n2026-P02,S1,heads,3,\n" + row + "\n");

        var result = KeyFiguresCsv.Read(
            CsvInput.FromText(text, "key-figures.csv"), Centers, Calendar, catalog, ImportProfile.Contract);

        Assert.Equal((1L, 1L), (result.Counts.Accepted, result.Counts.Rejected));
        Assert.Equal(fault, string.Join("; ", result.Issues.Select(issue => $"{issue.Column} {issue.Code}")));
    }

    private static ContactEvent Event(string ticket, Instant opened, decimal? score) =>
        new(ticket, new CenterCode("S1"), new ChannelCode("email"), null, opened, null, null, 1, score);

    private static string Written(params ContactEvent[] events)
    {
        using var stream = new MemoryStream();
        ContactsCsv.Write(events, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static ImportResult<ContactFigures> ReadFile(string rows)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Header + rows);
            return ContactsCsv.Read(path, Scheme);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ImportResult<ContactFigures> Read(string rows)
    {
        using var text = new StringReader(Header + rows);
        return ContactsCsv.Read(CsvInput.FromText(text, "contacts.csv"), Scheme, ImportProfile.Contract);
    }
}
