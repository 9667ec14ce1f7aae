using System.Diagnostics;
using System.Globalization;

namespace CompareWithDuckDb;

/// <summary>Runs all programs on one book in turn, compares what they wrote, and prints the tables.</summary>
internal static class Comparison
{
    private const int Same = 0;
    private const int Different = 1;

    public static int Run(Options options, TextWriter output)
    {
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("compare-");
        try
        {
            string book = options.Book ?? Path.Combine(scratch.FullName, "book");
            Make(book, options);
            IReadOnlyList<Engine> engines = Engine.Of(options);
            foreach (string by in options.By)
            {
                var runs = engines.ToDictionary(engine => engine, _ => new List<Measurement>());
                for (int round = 0; round < options.Rounds; round++)
                {
                    foreach (Engine engine in engines)
                    {
                        string report = Path.Combine(scratch.FullName, engine.Name + ".csv");
                        File.Delete(report);
                        runs[engine].Add(Measurement.Of(engine.Command(book, by, report)));
                        string first = Path.Combine(scratch.FullName, engines[0].Name + ".csv");
                        if (DifferenceOf(first, report) is string difference)
                        {
                            output.WriteLine($"{engine.Name} differs from {engines[0].Name}, --by {by}: {difference}");
                            return Different;
                        }
                    }
                }

                PrintTable(book, by, runs, output);
            }

            return Same;
        }
        catch (InvalidOperationException error)
        {
            output.WriteLine(error.Message);
            return Different;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static void Make(string book, Options options)
    {
        if (File.Exists(Path.Combine(book, "book.json")))
        {
            return;
        }

        string[] arguments =
        [
            Engine.PathOf("LargeLedger"), "--generate-only", "--book", book,
            "--rows", Text(options.Rows), "--budget-rows", Text(options.BudgetRows),
        ];
        using var process = Process.Start("dotnet", arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("The book could not be made.");
        }

        static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    }

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

    private static void PrintTable(
        string book, string by, Dictionary<Engine, List<Measurement>> runs, TextWriter output)
    {
        double bytes = Directory.GetFiles(book).Sum(file => new FileInfo(file).Length);
        List<Measurement> ours = runs.First().Value;
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"--by {by}, {bytes / 1e6:N0} MB; all programs wrote the same bytes"));
        output.WriteLine();
        output.WriteLine("| | median | least to greatest | CPU | peak memory | median to ours | CPU to ours |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach ((Engine engine, List<Measurement> all) in runs)
        {
            double[] wall = [.. all.Select(run => run.WallSeconds).Order()];
            double toOurs = Median(wall) / Median(ours.Select(run => run.WallSeconds));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {engine.Name} | {Median(wall):F2} s | {wall[0]:F2} to {wall[^1]:F2} s | {Cpu(all):F2} s "
                    + $"| {all.Max(run => run.PeakBytes) / 1e6:F0} MB "
                    + $"| {toOurs:F1} x | {Cpu(all) / Cpu(ours):F1} x |"));
        }

        static double Cpu(List<Measurement> all) => Median(all.Select(run => run.CpuSeconds));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        int middle = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}
