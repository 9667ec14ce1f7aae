using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Ledgers;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Views;

/// <summary>
/// Prints where the difference of a center comes from: by child center, by element, by period, down to the largest
/// postings. At each level the largest parts are shown and the rest in one line, so that every level adds up to the
/// one above.
/// </summary>
internal sealed class ExplanationTable
{
    private const int MostParts = 4;
    private const int MostPostings = 3;
    private const decimal WorthExplaining = 0.1m;

    private readonly Func<CellAddress, IReadOnlyList<Posting>?> postingsOf;
    private readonly FigureRows table;
    private readonly CenterTree tree;
    private decimal smallestExplained;

    private ExplanationTable(
        CenterTree tree, FigureRows table, Func<CellAddress, IReadOnlyList<Posting>?> postingsOf)
    {
        this.tree = tree;
        this.table = table;
        this.postingsOf = postingsOf;
    }

    /// <summary>Explains the difference of a center.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="tree">The tree of its centers.</param>
    /// <param name="center">The center.</param>
    /// <param name="book">The book, whose files hold the postings.</param>
    public static DisplayTable Of(Comparison comparison, CenterTree tree, CenterCode center, BookCubes book)
    {
        // The postings behind the cells that are shown are read from the files in one pass, so a first drawing finds
        // out which cells these are. Where a budget version stands for the actuals, no posting stands behind it.
        var cells = new List<CellAddress>();
        _ = Make(cell =>
        {
            cells.Add(cell);
            return [];
        });
        var postings = ReferenceEquals(comparison.Actual, book.Actual)
            ? Messages.WhileShowing("Looking for the postings", progress => book.FindPostings(cells, progress))
            : null;
        return Make(cell => postings?[cell]);

        DisplayTable Make(Func<CellAddress, IReadOnlyList<Posting>?> postingsOf)
        {
            var rows = new FigureRows([new DisplayColumn("part", DisplayKind.Name)], comparison);
            var explanation = new ExplanationTable(tree, rows, postingsOf);
            foreach (ElementNature nature in Enum.GetValues<ElementNature>())
            {
                VarianceSlice whole = VarianceSlice.Create(comparison, tree, center, nature);
                if (!whole.IsEmpty)
                {
                    explanation.smallestExplained = WorthExplaining * explanation.PartsOf(whole)
                        .Append(whole)
                        .Max(part => Math.Abs(part.Variance.Difference));
                    explanation.Add(whole, depth: 0);
                }
            }

            return rows.Table;
        }
    }

    private void Add(VarianceSlice slice, int depth)
    {
        string title = TitleOf(slice, depth);
        while (slice.Cell is null && PartsOf(slice) is [VarianceSlice only])
        {
            // One part alone has the same figures: it is told in the same line.
            title = only.IsOwn && only.Element is null ? title : $"{title} › {TitleOf(only, depth + 1)}";
            slice = only;
        }

        IReadOnlyList<Posting>? postings = slice.Cell is { } cell ? postingsOf(cell) : null;
        if (slice.Variance.Budget is null && postings is [Posting one])
        {
            AddRow(depth, $"{title} › {TitleOf(one)}", slice.Variance);
            return;
        }

        AddRow(depth, title, slice.Variance);
        if (depth > 0 && Math.Abs(slice.Variance.Difference) < smallestExplained)
        {
            return;
        }

        if (slice.Cell is not null)
        {
            if (postings is not null)
            {
                AddPostings(slice, postings, depth + 1);
            }

            return;
        }

        VarianceSlice[] parts = PartsOf(slice);
        if (parts.All(part => part.Variance.Difference == 0m))
        {
            return;
        }

        int shown = parts.Length == MostParts + 1 ? parts.Length : MostParts;
        foreach (VarianceSlice part in parts.Take(shown))
        {
            Add(part, depth + 1);
        }

        AddRest(parts.Skip(shown).ToList(), depth + 1, slice.Variance.Measure);
    }

    /// <summary>Parts may be large though they cancel out, so a difference of 0 is cut as well.</summary>
    private VarianceSlice[] PartsOf(VarianceSlice slice) =>
        [.. slice.By(NextDimension(slice)).OrderByDescending(part => Math.Abs(part.Variance.Difference))];

    private ReportDimensions NextDimension(VarianceSlice slice) =>
        !slice.IsOwn && tree.ChildrenOf(tree.PlaceOf(slice.Center.Center.Code)).Any() ? ReportDimensions.Center
        : slice.Element is null ? ReportDimensions.Element
        : ReportDimensions.Period;

    private void AddRest(List<VarianceSlice> rest, int depth, Measure measure)
    {
        if (rest.Count > 0)
        {
            decimal? budget = rest.Any(part => part.Variance.Budget is not null)
                ? rest.Sum(part => part.Variance.Budget ?? 0m)
                : null;
            AddRow(
                depth,
                $"{rest.Count} other {Plural(rest[0])}",
                new Variance(budget, rest.Sum(part => part.Variance.Actual), measure));
        }
    }

    /// <summary>Postings make the actual; what they do not make of the difference is the budget.</summary>
    private void AddPostings(VarianceSlice slice, IReadOnlyList<Posting> postings, int depth)
    {
        Measure measure = slice.Variance.Measure;
        if (slice.Variance.Budget is decimal budget)
        {
            AddRow(depth, "budget of the period", new Variance(budget, 0m, measure));
        }

        int shown = postings.Count == MostPostings + 1 ? postings.Count : MostPostings;
        Posting[] largest = [.. postings.OrderByDescending(posting => Math.Abs(posting.Amount)).Take(shown)];
        foreach (Posting posting in largest)
        {
            AddRow(depth, TitleOf(posting), new Variance(null, posting.Amount, measure));
        }

        if (postings.Count > largest.Length)
        {
            AddRow(
                depth,
                $"{postings.Count - largest.Length} other postings",
                new Variance(null, postings.Sum(p => p.Amount) - largest.Sum(p => p.Amount), measure));
        }
    }

    private static string TitleOf(Posting posting)
    {
        string?[] parts = [$"{posting.Date:uuuu-MM-dd}", posting.Reference, posting.Text];
        return Printable.Short(string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part))));
    }

    private static string Plural(VarianceSlice slice) =>
        slice.Period is not null ? "periods" : slice.Element is not null ? "elements" : "centers";

    private string TitleOf(VarianceSlice slice, int depth)
    {
        string center = $"{slice.Center.Center.Code} {slice.Center.Center.PlacedAt(tree.AsOf).Name}";
        return slice.Period is { } period ? period.ToString()
            : slice.Element is { } element ? Printable.Short($"{element.Code} {element.Name}")
            : Printable.Short(slice.IsOwn && depth > 0 ? $"{center}, own amounts" : center);
    }

    private void AddRow(int depth, string title, Variance variance) =>
        table.Add([new string(' ', 2 * depth) + Printable.OneLine(title)], variance);
}
