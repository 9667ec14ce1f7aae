using System.Globalization;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;

namespace CostCenters.Reporting.Tests.Unit;

public class ReportDocumentTests
{
    [Fact]
    public void With_EachPart_LeavesTheOriginalAsItWas()
    {
        ReportDocument document = SmallBook.Document();

        ReportDocument changed = document.WithNote("Note").WithParameter("--from", "2026-P01").WithRows([]);

        Assert.Equal((0, 0, false), (document.Notes.Length, document.Parameters.Length, document.Rows.HasValue));
        Assert.Equal((1, 1, true), (changed.Notes.Length, changed.Parameters.Length, changed.Rows.HasValue));
        Assert.Same(document.Periods, changed.Periods);
    }

    [Theory]
    [InlineData(ReportDimensions.Center)]
    [InlineData(ReportDimensions.Element | ReportDimensions.Period)]
    public void WithPeriods_OfOtherDimensions_Throws(ReportDimensions dimensions) =>
        Assert.Throws<ArgumentException>(() => SmallBook.Document().WithPeriods(SmallBook.Report(dimensions)));

    [Fact]
    public void WithPeriods_OfOtherCenters_Throws() => Assert.Throws<ArgumentException>(() =>
        SmallBook.Document().WithPeriods(SmallBook.Report(ReportDimensions.Period, SmallBook.Space(code: "X"))));

    [Fact]
    public void WithRows_OfOtherDimensions_Throws() => Assert.Throws<ArgumentException>(
        () => SmallBook.Document().WithRows(SmallBook.Report(ReportDimensions.Period).Rows));

    [Fact]
    public void Constructor_UnknownScenario_Throws() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new ReportDocument(SmallBook.Title(), SmallBook.Report(), (Scenario)9));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(FigureFormat.MaxAmountDigits + 1, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 7)]
    public void FigureFormat_DigitsOutOfBounds_Throws(int digits, int percentDigits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FigureFormat(
            CultureInfo.InvariantCulture, ShownUnit.One, digits, percentDigits, MidpointRounding.ToEven));

    [Fact]
    public void FigureFormat_UnknownUnitOrRounding_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FigureFormat(
            CultureInfo.InvariantCulture, (ShownUnit)10, 0, 0, MidpointRounding.ToEven));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FigureFormat(
            CultureInfo.InvariantCulture, ShownUnit.One, 0, 0, (MidpointRounding)9));
    }

    [Theory]
    [InlineData("", 1L, "code", "message")]
    [InlineData("file", 0L, "code", "message")]
    [InlineData("file", 1L, "", "message")]
    [InlineData("file", 1L, "code", "")]
    public void RejectedRow_WithoutWhatItNeeds_Throws(string file, long line, string code, string message) =>
        Assert.ThrowsAny<ArgumentException>(() => new RejectedRow(file, line, null, code, null, message));

    [Fact]
    public void ReportTitle_BlankBook_Throws() =>
        Assert.Throws<ArgumentException>(() => new ReportTitle(" ", null, null));
}
