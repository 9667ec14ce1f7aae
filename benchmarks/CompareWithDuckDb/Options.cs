using System.Globalization;

namespace CompareWithDuckDb;

/// <summary>What the command line asks for.</summary>
internal sealed class Options
{
    public const string Usage = """
        Usage: CompareWithDuckDb [options]

        Runs the report of one book with this library, with DuckDB and with LINQ, each time as a process of its own and
        in turn, checks that all of them write the same bytes, and prints what each took.

          --rows N           rows of postings; default 1000000
          --budget-rows N    rows of the budget; default 2000000, or 840000 for a shape and the matrix
          --shape LIST       what the book looks like, as LargeLedger --help tells
          --matrix           one book of each shape after the other, by center, in one table, the worst shape first
          --book DIR         keep the book there, or take the one that is there
          --rounds N         how often each program runs; default 5
          --by LIST          center, or center,element,period; default both, one after the other
          --without NAME     leave duckdb or linq out; may stand twice; LINQ reads no book of a shape
          --native PROGRAM   a published VarianceReport, measured beside the build that comes with this program

        Exit codes: 0 all wrote the same, 1 they did not or one failed, 2 wrong usage.

        """;

    private long? budgetRows;

    public long Rows { get; private set; } = 1_000_000;

    public long BudgetRows => budgetRows ?? (Shape is null && !IsMatrix ? 2_000_000 : 840_000);

    public string? Book { get; private set; }

    public int Rounds { get; private set; } = 5;

    public IReadOnlyList<string> By { get; private set; } = [Engine.Plain, Engine.Detailed];

    public HashSet<string> Without { get; private init; } = [];

    public string? Native { get; private set; }

    /// <summary>What the book looks like, or null for one as LargeLedger makes it by itself.</summary>
    public string? Shape { get; private set; }

    public bool IsMatrix { get; private set; }

    /// <summary>The same for a book of a shape.</summary>
    public Options With(string? shape) => new()
    {
        Rows = Rows, budgetRows = BudgetRows, Rounds = Rounds, By = [Engine.Plain], Native = Native, Shape = shape,
        Without = [.. Without, Engine.LinqMode],
    };

    public static Options Parse(string[] args)
    {
        var options = new Options();
        for (int i = 0; i < args.Length; i += 2)
        {
            if (args[i] == "--matrix")
            {
                options.IsMatrix = true;
                i--;
                continue;
            }

            string value = i + 1 < args.Length
                ? args[i + 1]
                : throw new ArgumentException($"The option {args[i]} is unknown or needs a value.");
            options.Take(args[i], value);
        }

        return options.IsMatrix && options.Without.Contains(Engine.DuckDbMode)
            ? throw new ArgumentException("--matrix compares with DuckDB; leave --without duckdb out.")
            : options;
    }

    private void Take(string name, string value)
    {
        switch (name)
        {
            case "--rows":
                Rows = NumberOf(name, value);
                break;
            case "--budget-rows":
                budgetRows = NumberOf(name, value);
                break;
            case "--book":
                Book = value;
                break;
            case "--rounds":
                Rounds = (int)NumberOf(name, value);
                break;
            case "--by" when value is Engine.Plain or Engine.Detailed:
                By = [value];
                break;
            case "--without" when value is Engine.DuckDbMode or Engine.LinqMode:
                Without.Add(value);
                break;
            case "--native":
                Native = value;
                break;
            case "--shape":
                Shape = value;
                break;
            default:
                throw new ArgumentException($"There is no option '{name} {value}'.");
        }
    }

    private static long NumberOf(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw new ArgumentException($"{name} is a number above 0, not '{text}'.");
}
