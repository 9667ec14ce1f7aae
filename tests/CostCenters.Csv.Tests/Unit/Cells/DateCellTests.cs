using System.Globalization;
using System.Text;
using CostCenters.Csv.Cells;
using NodaTime;

namespace CostCenters.Csv.Tests.Unit.Cells;

public class DateCellTests
{
    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("1900-01-01", true)]
    [InlineData("2149-12-31", true)]
    [InlineData("1899-12-31", false)]
    [InlineData("2150-01-01", false)]
    [InlineData("2023-02-29", false)]
    [InlineData("2024-13-01", false)]
    [InlineData("2024-00-01", false)]
    [InlineData("2024-01-00", false)]
    [InlineData("2024-1-1", false)]
    [InlineData("2024-01-01 ", false)]
    [InlineData("2024/01/01", false)]
    [InlineData("20240101", false)]
    [InlineData("2024-03-31T23:30:00-05:00", false)]
    [InlineData("٢٠٢٤-٠١-٠١", false)]
    [InlineData("45382", false)]
    public void TryRead_Iso_TakesDaysOfTheCalendarWithinTheBounds(string text, bool expected) =>
        Assert.Equal(expected, Read(text, DateCell.LastYear, "yyyy-MM-dd") is not null);

    [Fact]
    public void TryRead_ValidityDate_GoesTo9999() =>
        Assert.Equal(new LocalDate(9999, 12, 31), Read("9999-12-31", DateCell.LastValidityYear, "yyyy-MM-dd"));

    [Theory]
    [InlineData("31/03/2024", "dd/MM/yyyy")]
    [InlineData("03/31/2024", "MM/dd/yyyy")]
    [InlineData("31-Mar-24", "dd-MMM-yy")]
    [InlineData("2024-03-31 23:59:59", "yyyy-MM-dd HH:mm:ss")]
    [InlineData("31.03.2024", "dd.MM.yyyy")]
    public void TryRead_ByItsPattern_IsTheDateInAnyCulture(string text, string pattern)
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        foreach (string culture in (string[])["", "de-DE", "tr-TR", "th-TH"])
        {
            try
            {
                Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(new LocalDate(2024, 3, 31), Read(text, DateCell.LastYear, pattern));
            }
            finally
            {
                Thread.CurrentThread.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public void TryRead_PatternsThatDisagree_RefuseTheDate()
    {
        Assert.Null(Read("03/04/2024", DateCell.LastYear, "dd/MM/yyyy", "MM/dd/yyyy"));
        Assert.Equal(new LocalDate(2024, 3, 31), Read("03/31/2024", DateCell.LastYear, "dd/MM/yyyy", "MM/dd/yyyy"));
        Assert.Equal(new LocalDate(2024, 4, 4), Read("04/04/2024", DateCell.LastYear, "dd/MM/yyyy", "MM/dd/yyyy"));
    }

    [Fact]
    public void FormatIso_AnyDay_ReadsBack()
    {
        Span<byte> text = stackalloc byte[DateCell.IsoLength];
        for (LocalDate day = new(1900, 1, 1); day.Year < 2150; day = day.PlusDays(13))
        {
            DateCell.FormatIso(day, text);
            Assert.True(DateCell.TryReadIso(text, out LocalDate read));
            Assert.Equal(day, read);
        }
    }

    [Theory]
    [InlineData("2026-P03", 2026, 3)]
    [InlineData("2026", 2026, null)]
    [InlineData("1900-P01", 1900, 1)]
    public void Period_InItsForm_IsRead(string text, int expectedYear, int? expectedNumber)
    {
        Assert.True(PeriodCell.TryRead(Encoding.UTF8.GetBytes(text), out int year, out int? number));
        Assert.Equal((expectedYear, expectedNumber), (year, number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-P3")]
    [InlineData("2026-p03")]
    [InlineData("2026-P00")]
    [InlineData("2026P03")]
    [InlineData("26-P03")]
    [InlineData("1899")]
    [InlineData("2150-P01")]
    [InlineData("2026-Pxx")]
    public void Period_InAnyOtherForm_IsRefused(string text) =>
        Assert.False(PeriodCell.TryRead(Encoding.UTF8.GetBytes(text), out _, out _));

    private static LocalDate? Read(string text, int lastYear, params string[] patterns) =>
        new DateCell([.. patterns.Select(DatePattern.Create)])
            .TryRead(Encoding.UTF8.GetBytes(text), lastYear, out LocalDate date) ? date : null;
}
