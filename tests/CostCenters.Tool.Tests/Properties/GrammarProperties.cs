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
        TextWriter errors = Console.Error;
        var told = new StringWriter();
        Console.SetError(told);
        try
        {
            int exitCode = ToolProgram.CostCenters.Run([.. words, "--out", scratch["report"]]);

            Assert.Equal(exitCode is 0 or 3, File.Exists(scratch["report"]));
            Assert.All(["page.html", "sheet.xlsx"], name => Assert.Equal(
                exitCode is 0 or 3 && line.Words.Contains(name), File.Exists(scratch[name])));
            Assert.True(exitCode is 0 or 2, $"{exitCode}: {told}");
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
