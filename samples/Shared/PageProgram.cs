using System.Text;
using System.Text.Json;

namespace CostCenters.Samples;

/// <summary>A program that reads a folder and prints a page: as a table, CSV or JSON.</summary>
internal static class PageProgram
{
    private const int Done = 0;
    private const int CouldNotRun = 1;
    private const int WrongUsage = 2;
    private const int SomeRowsRejected = 3;

    /// <summary>Runs the program; its exit code.</summary>
    /// <param name="args">The words of the command line.</param>
    /// <param name="usage">What <c>--help</c> and a wrong command line print.</param>
    /// <param name="options">The options with a value beside <c>--format</c>.</param>
    /// <param name="write">Reads the folder and fills the page: how many rows were rejected, or null where the folder
    /// cannot be used.</param>
    /// <param name="page">The page.</param>
    public static int Run(
        IReadOnlyList<string> args,
        string usage,
        IReadOnlyList<string> options,
        Func<string, CommandLine, Page, long?> write,
        Page page)
    {
        try
        {
            var line = CommandLine.Parse(args, "folder", [.. options, "--format"]);
            string format = line["--format"] ?? "table";
            if (format is not ("table" or "csv" or "json"))
            {
                throw new UsageException($"--format is table, csv or json, not '{format}'.");
            }

            if (line.WantsHelp)
            {
                Console.Write(usage);
                return Done;
            }

            string folder = line.Subject ?? Path.Combine(AppContext.BaseDirectory, "Company");
            if (write(folder, line, page) is not long rejected)
            {
                return CouldNotRun;
            }

            Print(page, format);
            return rejected == 0 ? Done : SomeRowsRejected;
        }
        catch (UsageException error)
        {
            Console.Error.WriteLine($"error: {error.Message}");
            Console.Error.Write(usage);
            return WrongUsage;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException
            or OverflowException)
        {
            Console.Error.WriteLine($"error: {error.Message}");
            return CouldNotRun;
        }
    }

    private static void Print(Page page, string format)
    {
        using Stream output = Console.OpenStandardOutput();
        switch (format)
        {
            case "csv":
                output.Write(Encoding.UTF8.GetBytes(page.ToCsv()));
                break;
            case "json":
                JsonRows.Write(Page.Columns, page.Rows, output);
                break;
            default:
                output.Write(Encoding.UTF8.GetBytes(page.ToText()));
                break;
        }
    }
}
