using System.Globalization;

namespace CostCenters.Samples.LargeLedger;

/// <summary>
/// What a book looks like besides its numbers of rows: a reader that is fast on one shape may be slow on another.
/// </summary>
internal sealed record BookShape
{
    public const string Words = """
          random              postings in random order of date
          by-center           postings center by center, each in random order of date
          files=N             a folder of N files of postings
          centers=N           so many centers, from 2 through 65000
          long-codes          codes of centers and elements of 40 bytes
          no-texts            postings without documents and texts
          long-texts          quoted texts of 200 bytes with line ends
          no-quantities       no posting has a quantity
          all-quantities      every posting has one
          yearly              the budget by whole years
          findings=P          P percent of all pairs of center and element have no budget, but postings
          faulty=P            P percent of the postings have an unknown code, a bad date or a bad number
          crlf                a byte order mark, and rows that end with CR LF
          columns             postings with other columns between, in other order
        """;

    private const int MostCenters = 65_000;
    private const int MostFiles = 10_000;

    public RowOrder Order { get; private init; }

    /// <summary>Files of postings, or 0 for <c>postings.csv</c> alone.</summary>
    public int Files { get; private init; }

    public int Centers { get; private init; } = 1_000;

    public bool HasLongCodes { get; private init; }

    public TextLength Texts { get; private init; } = TextLength.Usual;

    /// <summary>Out of a hundred postings.</summary>
    public int WithQuantity { get; private init; } = 40;

    public bool IsYearly { get; private init; }

    /// <summary>Pairs of center and element without a budget, out of a hundred.</summary>
    public int WithoutBudget { get; private init; }

    /// <summary>Postings that cannot be read, out of a hundred.</summary>
    public int Faulty { get; private init; }

    public bool HasCrLf { get; private init; }

    public bool HasOtherColumns { get; private init; }

    /// <summary>Periods of a budget row: a month or a year.</summary>
    public int BudgetPeriods => IsYearly ? Company.Periods / Company.MonthsPerYear : Company.Periods;

    /// <summary>The cells that a budget may have, at least.</summary>
    public long Cells => (long)Centers * Company.Elements * BudgetPeriods * (100 - WithoutBudget) / 100;

    /// <summary>Reads a list of words with commas between.</summary>
    public static BookShape Parse(string text) => text.Split(',').Aggregate(new BookShape(), With);

    private static BookShape With(BookShape shape, string word)
    {
        string[] parts = word.Split('=', 2);
        return (parts[0], parts.Length == 2) switch
        {
            ("random", false) => shape with { Order = RowOrder.Random },
            ("by-center", false) => shape with { Order = RowOrder.Center },
            ("files", true) => shape with { Files = Number(1, MostFiles) },
            ("centers", true) => shape with { Centers = Number(2, MostCenters) },
            ("long-codes", false) => shape with { HasLongCodes = true },
            ("no-texts", false) => shape with { Texts = TextLength.None },
            ("long-texts", false) => shape with { Texts = TextLength.Long },
            ("no-quantities", false) => shape with { WithQuantity = 0 },
            ("all-quantities", false) => shape with { WithQuantity = 100 },
            ("yearly", false) => shape with { IsYearly = true },
            ("findings", true) => shape with { WithoutBudget = Number(0, 99) },
            ("faulty", true) => shape with { Faulty = Number(0, 100) },
            ("crlf", false) => shape with { HasCrLf = true },
            ("columns", false) => shape with { HasOtherColumns = true },
            _ => throw new UsageException($"--shape takes no word '{word}'; --help tells them all."),
        };

        int Number(int from, int through) =>
            int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number >= from && number <= through
                ? number
                : throw new UsageException($"{parts[0]} of --shape is a number from {from} through {through}.");
    }
}
