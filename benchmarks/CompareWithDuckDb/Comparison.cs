using System.Diagnostics;
using System.Globalization;

namespace CompareWithDuckDb;

/// <summary>Runs all programs on one book in turn, and compares what they wrote.</summary>
internal sealed class Comparison
{
    private readonly string book;
    private readonly string scratch;
    private readonly Options options;
    private readonly IReadOnlyList<Engine> engines;

    private Comparison(string scratch, Options options)
    {
        this.scratch = scratch;
        this.options = options;
        book = options.Book ?? Path.Combine(scratch, "book");
        engines = Engine.Of(options);
    }

    /// <summary>Measures one book by each of the dimensions that are asked for.</summary>
    /// <exception cref="InvalidOperationException">A program failed, or wrote something else.</exception>
    public static IEnumerable<ComparedRuns> Run(Options options)
    {
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("compare-");
        try
        {
            var comparison = new Comparison(scratch.FullName, options);
            comparison.MakeBook();
            foreach (string by in options.By)
            {
                yield return comparison.Measure(by);
            }
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private ComparedRuns Measure(string by)
    {
        var runs = engines.ToDictionary(engine => engine.Name, _ => new List<Measurement>());
        for (int round = 0; round < options.Rounds; round++)
        {
            foreach (Engine engine in engines)
            {
                string report = ReportOf(engine);
                File.Delete(report);
                runs[engine.Name].Add(Measurement.Of(engine.Command(book, by, report)));
                if (DifferenceOf(ReportOf(engines[0]), report) is string difference)
                {
                    throw new InvalidOperationException(
                        $"{engine.Name} differs from {engines[0].Name}, --by {by}: {difference}");
                }
            }
        }

        long bytes = Directory.GetFiles(book, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        return new ComparedRuns(options.Shape, by, bytes, runs);
    }

    private void MakeBook()
    {
        if (File.Exists(Path.Combine(book, "book.json")))
        {
            return;
        }

        string[] arguments =
        [
            Engine.PathOf("LargeLedger"), "--generate-only", "--book", book,
            "--rows", Text(options.Rows), "--budget-rows", Text(options.BudgetRows),
            .. options.Shape is string shape ? ["--shape", shape] : Array.Empty<string>(),
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("The book could not be made.");
        }

        static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private string ReportOf(Engine engine) => Path.Combine(scratch, engine.Name + ".csv");

    /// <summary>The first line in which two reports differ, or null when they are the same bytes.</summary>
    private static string? DifferenceOf(string expected, string actual)
    {
        using var left = new StreamReader(expected);
        using var right = new StreamReader(actual);
        long number = 0;
        while (true)
        {
            number++;
            (string? leftLine, string? rightLine) = (left.ReadLine(), right.ReadLine());
            if (leftLine != rightLine)
            {
                return $"line {number} is '{rightLine}' instead of '{leftLine}'.";
            }

            if (leftLine is null)
            {
                return number <= 2 ? "there are no rows."
                    : new FileInfo(expected).Length != new FileInfo(actual).Length ? "line ends."
                    : null;
            }
        }
    }
}
