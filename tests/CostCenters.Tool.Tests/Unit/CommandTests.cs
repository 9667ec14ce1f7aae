using System.Text.Json;
using CostCenters.Csv.Tests;

namespace CostCenters.Tool.Tests.Unit;

public class CommandTests
{
    [Fact]
    public void New_WritesABookThatReportsWellAndIsNeverOverwritten()
    {
        using var scratch = new ScratchFolder();
        string book = scratch["book"];

        ToolRun made = ToolRun.Of("new", book);
        ToolRun check = ToolRun.Of("check", book);
        File.WriteAllText(Path.Combine(book, "centers.csv"), "mine");
        ToolRun again = ToolRun.Of("new", book);

        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("sound: all 219 rows used", check.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("README", check.Errors, StringComparison.Ordinal);
        Assert.Equal((1, ""), (again.ExitCode, again.Output));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(book, "centers.csv")));
        Assert.Equal(1, ToolRun.Of("new", Path.Combine(book, "centers.csv")).ExitCode);
    }

    [Fact]
    public void New_TheBook_ShowsItsStories()
    {
        using var scratch = new ScratchFolder();
        string book = scratch["book"];
        Assert.Equal(0, ToolRun.Of("new", book).ExitCode);

        string top = ToolRun.Of("top", book, "--count", "2", "--format", "csv").Output;
        string own = ToolRun.Of("report", book, "--center", "300").Output;

        // Agency staff from March on: 7,200 and 1,300 more each month, 6 x 7,200 + 1,300 x (0 + 1 + 2 + 3 + 4 + 5).
        string explained = ToolRun.Of("explain", book, "320").Output;
        Assert.Contains("62,700.00   +62,700.00", explained, StringComparison.Ordinal);
        Assert.StartsWith("320,cost,", top.Split('\n')[1], StringComparison.Ordinal);
        Assert.StartsWith("220,revenue,", top.Split('\n')[2], StringComparison.Ordinal);
        Assert.Contains("\n    (own) ", own, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfFaultyRows_TellsThemWithExitCode3()
    {
        using TestBook book = new TestBook().With("postings.csv", TestBook.Postings + "2026-01-31,X,rent,1,,,\n");

        ToolRun run = ToolRun.Of("check", book.Folder);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("1 of 12 rows rejected", run.Output, StringComparison.Ordinal);
        Assert.Contains("rejected: postings.csv:5 center unknown-center \"X\"", run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, ToolRun.Of("check", book.PathOf("gone")).ExitCode);
    }

    [Fact] // 2 for 480.25, and 19.75 more for nobody knows how many: 250.00 apiece, where 240.13 were paid.
    public void Check_OfACellWithHalfAQuantity_TellsBothAmounts()
    {
        using TestBook book = new TestBook().With(
            "postings.csv", TestBook.Postings + "2026-01-06,ROOT,sales,19.75,,D3,\n");
        using var whole = new TestBook();

        ToolRun run = ToolRun.Of("check", book.Folder);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith(
            "\n  quantities: 1 cell has postings without one beside others, so that prices and unit costs there are "
                + "wrong\n    ROOT sales 2026-P01: 480.25 with a quantity, 19.75 without\n",
            run.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "quantities", ToolRun.Of("check", whole.Folder).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfAMissingFile_CountsNoRowsOfIt()
    {
        using var book = new TestBook();
        File.Delete(book.PathOf("postings.csv"));

        ToolRun run = ToolRun.Of("check", book.Folder);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error: postings.csv missing-file: The file does not exist.", run.Errors,
            StringComparison.Ordinal);
        Assert.DoesNotContain("postings.csv: 0 read", run.Errors, StringComparison.Ordinal);
        Assert.Contains("budget.csv: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_ToCsv_IsTheSameBook()
    {
        using var book = new TestBook();
        using var scratch = new ScratchFolder();

        ToolRun run = ToolRun.Of("convert", book.Folder, scratch["plain"]);

        Assert.Equal((0, $"Wrote 11 rows into '{scratch["plain"]}'.\n"), (run.ExitCode, run.Output));
        Assert.Equal(
            ToolRun.Of("report", book.Folder, "--format", "csv").Output,
            ToolRun.Of("report", scratch["plain"], "--format", "csv").Output);
        Assert.Equal(1, ToolRun.Of("convert", book.Folder, scratch["plain"]).ExitCode);
    }

    [Fact]
    public void Convert_ToACulture_HasItsSeparatorsAndAByteOrderMark()
    {
        using TestBook book = new TestBook().With(
            "postings.csv",
            "date,center,element,amount,quantity,document,text\n2026-01-31,A,rent,101.5,,D1,\"a;b=\"\n");
        using var scratch = new ScratchFolder();

        Assert.Equal(0, ToolRun.Of("convert", book.Folder, scratch["de"], "--culture", "de-DE").ExitCode);

        Assert.Equal(
            "\uFEFFdate;center;element;amount;quantity;document;text\n2026-01-31;A;rent;101,50;;D1;\"a;b=\"\n",
            System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(scratch["de"], "postings.csv"))));
        Assert.Equal(
            ToolRun.Of("report", book.Folder, "--format", "csv").Output,
            ToolRun.Of("report", scratch["de"], "--format", "csv").Output);
    }

    [Fact]
    public void Convert_ToJson_HasEachTableAsAnArray()
    {
        using var book = new TestBook();
        using var scratch = new ScratchFolder();

        Assert.Equal(0, ToolRun.Of("convert", book.Folder, scratch["json"], "--to", "json").ExitCode);

        using JsonDocument postings = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(scratch["json"], "postings.json")));
        Assert.Equal(3, postings.RootElement.GetArrayLength());
        Assert.Equal("101.00", postings.RootElement[0].GetProperty("amount").GetString());
        Assert.Equal(JsonValueKind.Null, postings.RootElement[0].GetProperty("quantity").ValueKind);
        Assert.Empty(Directory.GetFiles(scratch["json"], "*.csv"));
    }

    [Fact]
    public void Report_AsAPage_IsAFileAndOneLine()
    {
        using var book = new TestBook();
        using var scratch = new ScratchFolder();

        ToolRun run = ToolRun.Of("report", book.Folder, "--html", scratch["out.html"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.EndsWith($"Wrote {scratch["out.html"]}.\n", run.Errors, StringComparison.Ordinal);
        Assert.Contains("<html", File.ReadAllText(scratch["out.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--out", "book.json")]
    [InlineData("--html", "centers.csv")]
    [InlineData("--xlsx", "book.json")]
    [InlineData("--findings", "postings.csv")]
    public void Report_OntoAFileOfTheBook_IsRefused(string option, string file)
    {
        using var book = new TestBook();
        string before = File.ReadAllText(book.PathOf(file));

        ToolRun run = ToolRun.Of("report", book.Folder, option, book.PathOf(file));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("is a file of the book; name another for the output.", run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(book.PathOf(file)));
    }

    [Fact]
    public void Report_OnAPipeThatIsClosed_EndsQuietly()
    {
        using var scratch = new ScratchFolder();

        ToolRun run = ToolRun.Shell(
            $"$costcenters new {scratch["book"]} >/dev/null; "
                + $"$costcenters report {scratch["book"]} --by center,element,period 2>/dev/null | head -n 1; "
                + "$costcenters --help | true; echo ${PIPESTATUS[0]}");

        Assert.EndsWith("\n0\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Errors);
    }
}
