namespace CostCenters.Csv.Tests.Samples;

/// <summary>Which periods a report covers, and what is told of the others; derived by hand.</summary>
public class VarianceReportRangeTests
{
    private const string Header = "period,measure,budget,actual,difference,percent,outcome\n";

    private const string ThroughFebruary = Header
        + "2026-P01,cost,100.00,101.00,1.00,1.00,unfavorable\n"
        + "2026-P01,revenue,500.00,480.25,-19.75,-3.95,unfavorable\n"
        + "2026-P01,margin,400.00,379.25,-20.75,-5.19,unfavorable\n"
        + "2026-P02,cost,100.00,7.77,-92.23,-92.23,favorable\n";

    private static readonly string[] ByPeriod = ["--by", "period", "--format", "csv"];

    [Fact]
    public void Range_LeftOut_EndsWithTheLastPostingAndSaysWhatIsLeftOut()
    {
        VarianceReportProgram run = Run();

        Assert.Equal((0, ThroughFebruary), (run.ExitCode, run.Output));
        Assert.Contains(
            "note: the report ends with 2026-P02; the budget of 2026-P03 through 2026-P12 is left out: "
                + "cost 1,000.00 (--full-year).\n",
            run.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FullYear_GoesThroughTheLastBudget()
    {
        VarianceReportProgram run = Run("--full-year");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(ThroughFebruary, run.Output, StringComparison.Ordinal);
        Assert.EndsWith("2026-P12,cost,100.00,0.00,-100.00,-100.00,favorable\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("is left out", run.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "note: the last posting is in 2026-P02, the report goes through 2026-P12.\n",
            run.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Through_Named_StandsAndNothingIsLeftOut()
    {
        VarianceReportProgram run = Run("--through", "2026-P01", "--full-year");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith(
            "2026-P01,margin,400.00,379.25,-20.75,-5.19,unfavorable\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("is left out", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void From_AfterTheLastPosting_LetsTheBudgetDecide()
    {
        VarianceReportProgram run = Run("--from", "2026-P11");

        Assert.Equal(
            Header
                + "2026-P11,cost,100.00,0.00,-100.00,-100.00,favorable\n"
                + "2026-P12,cost,100.00,0.00,-100.00,-100.00,favorable\n",
            run.Output);
    }

    [Fact]
    public void YearToDate_EndsWithTheLastPosting() => Assert.Equal(ThroughFebruary, Run("--ytd").Output);

    [Theory]
    [InlineData("--from 2027-P01 is after the last period to report, 2026-P12", "--from", "2027-P01")]
    [InlineData("--through 2025-P12 is before the first period to report, 2026-P01", "--through", "2025-P12")]
    public void End_BeyondWhatThereIs_IsWrongUsage(string message, params string[] options)
    {
        VarianceReportProgram run = Run(options);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Budget_None_LetsThePostingsDecide()
    {
        using TestBook book = new TestBook().With("budget.csv", "version,center,element,period,amount\n");

        Assert.Equal(
            Header
                + "2026-P01,cost,,101.00,101.00,,unfavorable\n"
                + "2026-P01,revenue,,480.25,480.25,,favorable\n"
                + "2026-P01,margin,,379.25,379.25,,favorable\n"
                + "2026-P02,cost,,7.77,7.77,,unfavorable\n",
            VarianceReportProgram.Run([book.Folder, .. ByPeriod]).Output);
    }

    [Fact] // Where postings end does not matter to a comparison of two plans.
    public void Against_Version_GoesThroughTheLastBudget()
    {
        using TestBook book = new TestBook().With("budget.csv", TestBook.Budget + "old,A,rent,2026,2400,\n");

        VarianceReportProgram run = VarianceReportProgram.Run(
            [book.Folder, .. ByPeriod, "--version", "plan", "--against", "old"]);

        Assert.EndsWith("2026-P12,cost,200.00,100.00,-100.00,-50.00,favorable\n", run.Output, StringComparison.Ordinal);
    }

    private static VarianceReportProgram Run(params string[] options)
    {
        using var book = new TestBook();
        return VarianceReportProgram.Run([book.Folder, .. ByPeriod, .. options]);
    }
}
