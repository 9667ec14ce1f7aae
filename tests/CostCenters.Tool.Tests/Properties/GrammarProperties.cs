using CostCenters.Csv.Tests;
using CostCenters.Tool.Commands;
using CostCenters.Tool.Writing;
using FsCheck.Xunit;

namespace CostCenters.Tool.Tests.Properties;

[Laws(Arbitrary = [typeof(CommandLines)])]
public class GrammarProperties
{
    [Fact] // A property over nothing would hold as well.
    public void Cases_OfBothKinds_AreDrawn()
    {
        Assert.NotNull(Prepared(["report", "book", "--ytd", "--unit", "k"]));
        Assert.Null(Prepared(["report", "book", "--ytd", "--unit", "x"]));
    }

    [Property]
    public void Words_OfAnyKind_AreReadOrRefused(CommandLineCase line) => _ = Prepared(line.Words);

    [Property] // What is read runs with an exit code of the contract, whatever the book says to it.
    public void Words_ThatAreRead_RunWithAnExitCodeOfTheContract(GoodLineCase line)
    {
        if (Prepared(line.Words) is null)
        {
            return;
        }

        using var book = new TestBook();
        using var scratch = new ScratchFolder();
        string[] words =
        [
            .. line.Words.Select(word => word switch
            {
                "book" => book.Folder,
                "page.html" or "sheet.xlsx" => scratch[word],
                _ => word,
            }),
        ];
        (int exitCode, string told) = Run([.. words, "--out", scratch["report"]]);

        Assert.Equal(exitCode is 0 or 3, File.Exists(scratch["report"]));
        Assert.All(["page.html", "sheet.xlsx"], name => Assert.Equal(
            exitCode is 0 or 3 && line.Words.Contains(name), File.Exists(scratch[name])));
        Assert.True(exitCode is 0 or 2, $"{exitCode}: {told}");
    }

    [Property] // An import writes a book or none, and a book that it writes is one.
    public void ImportWords_ThatAreRead_RunWithAnExitCodeOfTheContract(GoodImportCase line)
    {
        if (Prepared(line.Words) is null)
        {
            return;
        }

        using var scratch = new ScratchFolder();
        File.WriteAllText(scratch["file"], "Date,Where,Name,Account,Amount\n2026-01-31,A1,North,6000,12.50\n"
            + "2026-02-28,A2,South,4000,-1000.00\n2026-03-31,,South,6000,7\n");
        string[] words = [.. line.Words.Select(word => word is "book" or "file" ? scratch[word] : word)];
        (int exitCode, string told) = Run([.. words, "--out", scratch["report"]]);

        Assert.True(exitCode is >= 0 and <= 3, $"{exitCode}: {told}");
        Assert.Equal(exitCode != 2 && !line.Words.Contains("dates=x"), File.Exists(scratch["report"]));
        Assert.True(exitCode is 0 or 3 || !Directory.Exists(scratch["book"]), told);
        if (Directory.Exists(scratch["book"]))
        {
            Assert.Equal(exitCode, Run(["report", scratch["book"], "--out", scratch["again"]]).ExitCode);
        }
    }

    private static (int ExitCode, string Told) Run(string[] words)
    {
        TextWriter errors = Console.Error;
        var told = new StringWriter();
        Console.SetError(told);
        try
        {
            return (ToolProgram.CostCenters.Run(words), told.ToString());
        }
        finally
        {
            Console.SetError(errors);
        }
    }

    private static Func<int>? Prepared(string[] words)
    {
        try
        {
            return ToolProgram.CostCenters.Prepare(words);
        }
        catch (UsageException error)
        {
            Assert.NotEmpty(error.Message);
            return null;
        }
    }
}
