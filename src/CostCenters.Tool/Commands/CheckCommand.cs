using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Tool.Reading;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Commands;

/// <summary>Tells whether a book can be read, and what is wrong with it.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private const int CouldNotRun = 1;

    public override string Name => "check";

    public override string Summary => "Reads a book whole and tells every fault: file, line, column and what to do.";

    public override IReadOnlyList<string> Subjects => ["book"];

    public override IReadOnlyList<ToolOption> Options => [ReportWords.Rejected];

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("book", "what the book holds, and the first faults"),
        ("book --rejected rejected.csv", "all faults in a file; exit code 3 when there are any"),
    ];

    public override Func<int> Prepare(Words words) => () => Run(words.Subjects[0], words[ReportWords.Rejected]);

    private static int Run(string folder, string? rejected)
    {
        ImportResult<BookCubes> import = BookReading.Read(
            folder, comparableWeeks: false, tellsAll: rejected is not null, quantities: true);
        using var outputs = new Outputs(null);
        outputs.WriteBeside(rejected, stream => RejectedRowsCsv.Write(import.Issues, stream));
        if (import.Value is not BookCubes book)
        {
            return CouldNotRun;
        }

        string text = TextOf(book, import.Counts);
        outputs.WriteReport(output => output.Write(text));
        return outputs.ExitCode(import.Counts.Rejected);
    }

    private static string TextOf(BookCubes book, ImportCounts counts)
    {
        string budgets = book.Budgets.IsEmpty
            ? "no budget"
            : string.Join(", ", book.Budgets.Select(budget => $"budget '{budget.Name}' {RangeOf(budget.Cube)}"));
        string[] lines =
        [
            $"{book.Name}: {book.Space.Centers.Centers.Length} centers, "
                + $"{book.Space.Elements.Elements.Length} elements, {book.Space.Currency.Code}",
            $"  {budgets}",
            $"  actuals {RangeOf(book.Actual)}",
            counts.Rejected == 0
                ? $"  sound: all {counts.Read} rows used"
                : $"  {counts.Rejected} of {counts.Read} rows rejected",
            .. PartialQuantities.LinesOf(book, counts.Accepted),
        ];
        return string.Concat(lines.Select(line => Printable.OneLine(line) + "\n"));
    }

    private static string RangeOf(Cubes.Cube cube) =>
        cube.Periods is { } range ? $"{range.From} through {range.Through}" : "none";
}
