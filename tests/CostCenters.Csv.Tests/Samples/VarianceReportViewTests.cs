using System.Text;

namespace CostCenters.Csv.Tests.Samples;

/// <summary>The ways to look at a large report, over the sound book; every figure is derived by hand from it.</summary>
public class VarianceReportViewTests
{
    private const string Header = "center,measure,budget,actual,difference,percent,outcome\n";

    private static readonly string[] January = ["--from", "2026-P01", "--through", "2026-P01"];

    [Fact]
    public void Top_IsTheLargestOwnDifferencesFirst() =>
        AssertPrints(
            Header
            + "ROOT,revenue,500.00,480.25,-19.75,-3.95,unfavorable\n"
            + "A,cost,100.00,101.00,1.00,1.00,unfavorable\n",
            [.. January, "--top", "5"]);

    [Fact] // 60 of 100 requested are ordered in A; 7 more in B, which has no budget; a request alone is no order.
    public void WithCommitments_ShowsWhatIsOrderedAndWhatIsAvailable()
    {
        using TestBook book = new TestBook().With(
            "commitments.csv",
            "id,stage,date,center,element,amount,takes_over,taken\n"
            + "q,request,2026-01-05,A,rent,100.00,,\n"
            + "o,order,2026-01-06,A,rent,60.00,q,70.00\n"
            + "p,order,2026-02-06,B,rent,7.00,,\n"
            + "later,order,2026-03-06,A,rent,9.00,,\n");

        AssertPrints(
            book,
            Header.Replace("\n", ",committed,available\n", StringComparison.Ordinal)
            + "ROOT,cost,200.00,108.77,-91.23,-45.62,favorable,67.00,24.23\n"
            + "ROOT,revenue,500.00,480.25,-19.75,-3.95,unfavorable,,\n"
            + "ROOT,margin,300.00,371.48,71.48,23.83,favorable,,\n"
            + "A,cost,200.00,101.00,-99.00,-49.50,favorable,60.00,39.00\n"
            + "B,cost,,7.77,7.77,,unfavorable,7.00,\n",
            ["--ytd", "--through", "2026-P02", "--with-commitments"]);
    }

    [Fact]
    public void WithCommitments_OfOrdersThatDoNotFit_RejectsThemAndSaysWhy()
    {
        using TestBook book = new TestBook().With(
            "commitments.csv",
            "id,stage,date,center,element,amount,takes_over,taken\n"
            + "o,order,2026-01-06,A,rent,60.00,none,60.00\n"
            + "p,order,2026-01-06,A,rent,x,,\n");

        VarianceReportProgram run = VarianceReportProgram.Run([book.Folder, "--with-commitments"]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("'o': Line 0: there is no line 0 of a request or an order 'none'.", run.Errors,
            StringComparison.Ordinal);
        Assert.Contains("bad-number", run.Errors, StringComparison.Ordinal);
        using var without = new TestBook();
        Assert.Equal(1, VarianceReportProgram.Run([without.Folder, "--with-commitments"]).ExitCode);
        Assert.Equal(2, VarianceReportProgram.Run(["--with-commitments", "--top", "1"]).ExitCode);
    }

    [Fact]
    public void Top_One_LeavesTheRestOut() =>
        AssertPrints(
            Header + "ROOT,revenue,500.00,480.25,-19.75,-3.95,unfavorable\n", [.. January, "--top", "1"]);

    [Fact]
    public void Bridge_OfBothNatures_LeadsFromBudgetedToActualMargin() =>
        AssertPrints(
            "step,amount,running\n"
            + "budget,400.00,400.00\n"
            + "ROOT,-19.75,380.25\n"
            + "A,-1.00,379.25\n"
            + "actual,379.25,379.25\n",
            [.. January, "--bridge", "center"]);

    [Fact]
    public void Bridge_ByElement_HasAStepForEach() =>
        AssertPrints(
            "step,amount,running\n"
            + "budget,400.00,400.00\n"
            + "rent,-1.00,399.00\n"
            + "sales,-19.75,379.25\n"
            + "actual,379.25,379.25\n",
            [.. January, "--bridge", "element"]);

    [Fact]
    public void Material_ShowsWhatIsLargeAndTheRestAsOther() =>
        AssertPrints(
            Header
            + "A,cost,200.00,101.00,-99.00,-49.50,favorable\n"
            + "other,cost,,7.77,7.77,,unfavorable\n"
            + "other,revenue,500.00,480.25,-19.75,-3.95,unfavorable\n",
            ["--ytd", "--through", "2026-P02", "--material", "95"]);

    [Fact]
    public void Material_RowAboveIsShown_HoldsItsChildren() =>
        AssertPrints(
            Header
            + "ROOT,cost,200.00,108.77,-91.23,-45.62,favorable\n"
            + "ROOT,revenue,500.00,480.25,-19.75,-3.95,unfavorable\n"
            + "ROOT,margin,300.00,371.48,71.48,23.83,favorable\n"
            + "A,cost,200.00,101.00,-99.00,-49.50,favorable\n",
            ["--ytd", "--through", "2026-P02", "--material", "10"]);

    [Fact]
    public void Material_Percent_CountsAnAbsentBudgetAndReachesTheBound() =>
        AssertPrints(
            Header
            + "ROOT,cost,200.00,108.77,-91.23,-45.62,favorable\n"
            + "A,cost,200.00,101.00,-99.00,-49.50,favorable\n"
            + "B,cost,,7.77,7.77,,unfavorable\n"
            + "other,revenue,500.00,480.25,-19.75,-3.95,unfavorable\n",
            ["--ytd", "--through", "2026-P02", "--material", "0,45.615"]);

    [Fact]
    public void Against_LastYear_ComparesWithTheActualsOfTheYearBefore() =>
        AssertPrints(
            Header
            + "ROOT,cost,,101.00,101.00,,unfavorable\n"
            + "ROOT,revenue,,480.25,480.25,,favorable\n"
            + "ROOT,margin,,379.25,379.25,,favorable\n"
            + "A,cost,,101.00,101.00,,unfavorable\n",
            [.. January, "--against", "last-year"]);

    [Fact]
    public void Against_Version_ComparesAnotherVersionWithTheNamedOne()
    {
        using TestBook book = new TestBook().With("budget.csv", TestBook.Budget + "old,A,rent,2026-P01,90,\n");

        AssertPrints(
            book,
            Header
            + "ROOT,cost,90.00,100.00,10.00,11.11,unfavorable\n"
            + "ROOT,revenue,,500.00,500.00,,favorable\n"
            + "ROOT,margin,-90.00,400.00,490.00,544.44,favorable\n"
            + "A,cost,90.00,100.00,10.00,11.11,unfavorable\n",
            [.. January, "--version", "plan", "--against", "old"]);
    }

    [Fact] // What is compared is called by its name above its figures; the columns for programs keep theirs.
    public void Against_PrintsTheNamesOfWhatIsCompared()
    {
        using TestBook book = new TestBook().With("budget.csv", TestBook.Budget + "old,A,rent,2026-P01,90,\n");

        Assert.Equal(["last year", "actual", "difference"], HeadingOf("--against", "last-year")[^5..^2]);
        Assert.Equal(["old", "plan", "difference"], HeadingOf("--version", "plan", "--against", "old")[^5..^2]);
        Assert.Equal(["budget", "actual", "difference"], HeadingOf("--version", "plan")[^5..^2]);
        Assert.Equal(
            ["old", "-90.00"], LineOf("old ", "--version", "plan", "--against", "old", "--bridge", "element")[..2]);

        string[] HeadingOf(params string[] options) => LineOf("difference", options);

        string[] LineOf(string word, params string[] options) =>
        [
            .. VarianceReportProgram.Run([book.Folder, .. options]).Output.Split('\n')
                .First(line => line.Contains(word, StringComparison.Ordinal)
                    && !line.Contains(':', StringComparison.Ordinal))
                .Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];
    }

    [Fact]
    public void Against_LastYear_FindingsAreThoseOfTheBudget()
    {
        using var book = new TestBook();

        VarianceReportProgram run = VarianceReportProgram.Run(
            [book.Folder, "--against", "last-year", "--from", "2026-P01", "--through", "2026-P12"]);

        Assert.Contains(
            "postings without any budget in the range (1), sum 7.77:\n", run.Errors, StringComparison.Ordinal);
        Assert.Contains("  center B, element rent Rent: 7.77\n", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("center A", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Against_LastYear_AFebruaryWithALeapDay_IsNoted()
    {
        using TestBook book = new TestBook().With(
            "postings.csv", "date,center,element,amount\n2024-02-29,A,rent,9\n");

        VarianceReportProgram run = VarianceReportProgram.Run(
            [book.Folder, "--against", "last-year", "--from", "2024-P01", "--through", "2024-P03"]);

        Assert.Contains(
            "note: other days are compared: 2024-P02 (29 days, 2024-02-01..2024-02-29) with "
                + "2023-P02 (28 days, 2023-02-01..2023-02-28).\n",
            run.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Against_LastYearOf53Weeks_SaysSoAndOffersComparableWeeks()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Golden", "comparable-weeks");

        VarianceReportProgram byPeriod = VarianceReportProgram.Run(
            folder, "--format", "csv", "--against", "last-year");
        VarianceReportProgram byWeek = VarianceReportProgram.Run(
            folder, "--format", "csv", "--against", "last-year-weeks");

        Assert.Equal((0, Golden("last-year")), (byPeriod.ExitCode, byPeriod.Output));
        Assert.Equal((0, Golden("last-year-weeks")), (byWeek.ExitCode, byWeek.Output));
        Assert.Contains(
            "note: other days are compared: 2024-P01 (28 days, 2024-02-04..2024-03-02) with "
                + "2023-P01 (28 days, 2023-01-29..2023-02-25). --against last-year-weeks compares the same weeks.\n",
            byPeriod.Errors,
            StringComparison.Ordinal);
        Assert.DoesNotContain("other days", byWeek.Errors, StringComparison.Ordinal);

        string Golden(string name) => File.ReadAllText(Path.Combine(folder, $"{name}.csv"));
    }

    [Fact]
    public void Against_LastYearWeeksOfMonths_IsWrongUsage()
    {
        using var book = new TestBook();

        VarianceReportProgram run = VarianceReportProgram.Run([book.Folder, "--against", "last-year-weeks"]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(
            "error: --against last-year-weeks needs a calendar of weeks; this book's years are made of months. "
                + "Use --against last-year.\n",
            run.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_PartsThatCancelOut_AreShown()
    {
        using TestBook book = new TestBook()
            .With("budget.csv", """
                version,center,element,period,amount
                plan,A,rent,2026-P02,100
                plan,B,rent,2026-P02,100

                """)
            .With("postings.csv", "date,center,element,amount\n2026-02-10,A,rent,150\n2026-02-11,B,rent,50\n");

        VarianceReportProgram run = VarianceReportProgram.Run([book.Folder, "--explain", "ROOT"]);

        Assert.Contains("+50.00", run.Output, StringComparison.Ordinal);
        Assert.Contains("-50.00", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Out_ReplacingAPrivateFile_KeepsItPrivate()
    {
        using var book = new TestBook();
        string file = Path.Combine(book.Folder, "report.txt");
        File.WriteAllText(file, "old");
        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, Private);
        }

        VarianceReportProgram run = VarianceReportProgram.Run([book.Folder, "--out", file]);

        Assert.Equal(0, run.ExitCode);
        Assert.NotEqual("old", File.ReadAllText(file));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == Private);
    }

    [Fact]
    public void Out_NamingAFileOfTheBook_IsRefusedAndLeavesIt()
    {
        using var book = new TestBook();
        string postings = Path.Combine(book.Folder, "postings.csv");

        VarianceReportProgram run = VarianceReportProgram.Run([book.Folder, "--out", postings]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(TestBook.Postings, File.ReadAllText(postings));
    }

    [Fact]
    public void Book_EmptyName_IsWrongUsage() => Assert.Equal(2, VarianceReportProgram.Run("").ExitCode);

    [Fact]
    public void Culture_German_HasItsSeparators()
    {
        using var book = new TestBook();
        string file = book.PathOf("german.csv");
        Assert.Equal(0, VarianceReportProgram.Run("--format", "csv", "--culture", "de-DE", "--out", file).ExitCode);
        string german = Encoding.UTF8.GetString(File.ReadAllBytes(file));

        Assert.StartsWith(
            "\uFEFFcenter;measure;budget;actual;difference;percent;outcome\n", german, StringComparison.Ordinal);
        Assert.Equal(
            VarianceReportProgram.Run("--format", "csv").Output,
            german.TrimStart('\uFEFF').Replace(',', '.').Replace(';', ','));
    }

    [Theory]
    [InlineData("--culture goes with --format csv.", "--culture", "de-DE")]
    [InlineData("--culture is the name of a culture such as de-DE, not 'xx-nowhere'.", "--format", "csv", "--culture",
        "xx-nowhere")]
    public void Culture_ThatCannotBeUsed_IsWrongUsage(string message, params string[] options)
    {
        VarianceReportProgram run = VarianceReportProgram.Run(options);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    private static void AssertPrints(string expected, string[] options)
    {
        using var book = new TestBook();
        AssertPrints(book, expected, options);
    }

    private static void AssertPrints(TestBook book, string expected, string[] options)
    {
        VarianceReportProgram run = VarianceReportProgram.Run([book.Folder, "--format", "csv", .. options]);

        Assert.Equal(expected, run.Output);
        Assert.Equal(0, run.ExitCode);
    }
}
