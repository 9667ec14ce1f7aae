using CostCenters.Control.Checks;
using CostCenters.Control.Rules;

namespace CostCenters.Samples.BudgetControl;

/// <summary>Tells a year of a budget, or whether a purchase may still be made.</summary>
internal static class Program
{
    private const int Pass = 0;
    private const int CouldNotRun = 1;
    private const int WrongUsage = 2;
    private const int Warn = 4;
    private const int Block = 5;

    private const string Usage = """
        Usage: BudgetControl [--check FILE [--format text|json]]

        Tells a year of a budget: planned, approved, ordered from, moved, overrun, carried forward.

          --check FILE      asks whether a purchase may still be made in summer; FILE is JSON
                            like those in the folder Purchases; nothing is recorded
          --format FORMAT   text (default) or json
          --help            this text

        Exit codes of --check: 0 it passes, 4 it passes with a warning, 5 it is blocked; 1 could not
        run, 2 wrong usage.

        """;

    public static int Main(string[] args)
    {
        try
        {
            return Run(CommandLine.Parse(args, subject: null, ["--check", "--format"]));
        }
        catch (UsageException)
        {
            Console.Error.Write(Usage);
            return WrongUsage;
        }
    }

    private static int Run(CommandLine line)
    {
        if (line.WantsHelp)
        {
            Console.Out.Write(Usage);
            return Pass;
        }

        switch ((line["--check"], line["--format"]))
        {
            case (null, null):
                new YearStory(Console.Out).Tell();
                return Pass;
            case (string file, null or "text" or "json"):
                return Check(file, line["--format"] == "json");
            default:
                throw new UsageException("--format is text or json, and goes with --check.");
        }
    }

    private static int Check(string file, bool isJson)
    {
        AvailabilityCheck check;
        try
        {
            check = YearStory.UntilSummer().Control.Check(Purchase.Read(file));
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            Console.Error.Write($"{error.Message}\n");
            return CouldNotRun;
        }

        if (isJson)
        {
            using Stream output = Console.OpenStandardOutput();
            Answer.WriteJson(check, output);
        }
        else
        {
            Answer.WriteText(check, Console.Out);
        }

        return check.Verdict switch
        {
            AvailabilityVerdict.Pass => Pass,
            AvailabilityVerdict.Warn => Warn,
            _ => Block,
        };
    }
}
