using System.Globalization;
using System.Text;
using CostCenters.Books;
using CostCenters.Reports;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Properties;

[Laws(Arbitrary = [typeof(BookTextGenerators)], Cases = 100)]
public class BookProperties
{
    [Property]
    public void Write_ThenRead_GivesTheSameBook(BookText text)
    {
        using TestBook given = text.ToFolder();
        using var written = new TestBook();
        Book book = given.Read().GetOrThrow();

        BookFolder.Write(book, written.Folder);
        Book read = written.Read().GetOrThrow();

        Assert.Equal(
            book.Space.Centers.Centers.Select(center => (center.Code, center.Validities[0])),
            read.Space.Centers.Centers.Select(center => (center.Code, center.Validities[0])));
        Assert.Equal(book.Space.Elements.Elements.AsEnumerable(), read.Space.Elements.Elements.AsEnumerable());
        Assert.Equal(
            book.Snapshot().Budgets.Select(version => version.Name),
            read.Snapshot().Budgets.Select(version => version.Name));
        Assert.Equal(
            book.Snapshot().Budgets.SelectMany(version => version.Lines),
            read.Snapshot().Budgets.SelectMany(version => version.Lines));
        Assert.Equal(book.Ledger.Snapshot().Postings(), read.Ledger.Snapshot().Postings());
        Assert.Equal(book.Snapshot().KeyFigures.AsEnumerable(), read.Snapshot().KeyFigures.AsEnumerable());
    }

    [Property]
    public void Report_OfTheRowsInAnotherOrder_IsTheSame(BookText text, int seed)
    {
        using TestBook given = text.ToFolder();
        using TestBook shuffled = text.Shuffled(seed).ToFolder();

        Assert.Equal(Reports(given.Read().GetOrThrow()), Reports(shuffled.Read().GetOrThrow()));
    }

    [Property]
    public void Report_ByCenterElementOrPeriod_AddsUpToTheSameTotal(BookText text)
    {
        using TestBook given = text.ToFolder();
        Book book = given.Read().GetOrThrow();

        // The centers are rolled up, so the first row of each measure is the root's, which is the total.
        decimal[] byElement = Totals(book, ReportDimensions.Element, sum: true);
        decimal[] byPeriod = Totals(book, ReportDimensions.Period, sum: true);
        decimal[] byCenter = Totals(book, ReportDimensions.Center, sum: false);

        Assert.Equal(byElement, byPeriod);
        Assert.Equal(byElement, byCenter);
    }

    private static decimal[] Totals(Book book, ReportDimensions by, bool sum)
    {
        string[] lines = Report(book, "v", by).Split('\n');
        string[][] rows = [.. lines.Select(line => line.Split(',')).Where(row => row.Length > 5)];
        return
        [
            .. new[] { "cost", "revenue" }.Select(measure =>
            {
                decimal[] differences =
                [
                    .. rows.Where(row => row[^6] == measure)
                        .Select(row => decimal.Parse(row[^3], CultureInfo.InvariantCulture)),
                ];
                return sum ? differences.Sum() : differences.FirstOrDefault();
            }),
        ];
    }

    private static IEnumerable<string> Reports(Book book) =>
        from version in book.Snapshot().Budgets
        from dimensions in (ReportDimensions[])[ReportDimensions.Center, (ReportDimensions)7]
        orderby version.Name
        select Report(book, version.Name, dimensions);
}

/// <summary>The rows of a sound book with awkward texts: center 0 is the root of all others.</summary>
public sealed record BookText(
    IReadOnlyList<string> CenterNames,
    IReadOnlyList<string> ElementNames,
    IReadOnlyList<string> Budgets,
    IReadOnlyList<string> Postings,
    IReadOnlyList<string> KeyFigures)
{
    internal TestBook ToFolder() => new TestBook()
        .With("centers.csv", "code,name,kind,parent\n" + string.Concat(CenterNames.Select((name, i) =>
            FormattableString.Invariant($"c{i},{Quoted(name)},profit,{(i == 0 ? "" : $"c{(i - 1) / 2}")}\n"))))
        .With("elements.csv", "code,name,nature\n" + string.Concat(ElementNames.Select((name, i) =>
            FormattableString.Invariant($"e{i},{Quoted(name)},{(i % 3 == 1 ? "revenue" : "cost")}\n"))))
        .With("budget.csv", "version,center,element,period,amount,quantity\n" + string.Concat(Budgets))
        .With("postings.csv", "date,center,element,amount,quantity,document,text\n" + string.Concat(Postings))
        .With("key-figures.csv", "period,center,key_figure,value\n" + string.Concat(KeyFigures));

    /// <summary>A quoted cell, whether it needs the quotes or not; an empty text becomes one that is there.</summary>
    public static string Quoted(string text) =>
        "\"" + (text.Length == 0 ? "n" : text).Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public BookText Shuffled(int seed)
    {
        var random = new Random(seed);
        T[] Shuffle<T>(IEnumerable<T> rows)
        {
            T[] copy = [.. rows];
            random.Shuffle(copy);
            return copy;
        }

        return this with { Budgets = Shuffle(Budgets), Postings = Shuffle(Postings), KeyFigures = Shuffle(KeyFigures) };
    }

    public override string ToString() => new StringBuilder()
        .AppendJoin('|', CenterNames).AppendLine()
        .AppendJoin('|', ElementNames).AppendLine()
        .AppendJoin("", Budgets).AppendJoin("", Postings).AppendJoin("", KeyFigures).ToString();
}

public static class BookTextGenerators
{
    private static readonly Gen<string> Texts =
        from parts in Gen.Elements(
            "'", "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "\"", ",", " ", "a", "é", "\u2028", "\uFEFF", "😀", "=1")
            .ListOf()
        select string.Concat(parts);

    private static readonly Gen<string> Amounts =
        from whole in Gen.OneOf(Gen.Choose(-5, 5), Gen.Choose(-1_000_000, 1_000_000))
        from cents in Gen.Elements("", ".0", ".01", ".5", ".99")
        select FormattableString.Invariant($"{whole}{cents}");

    private static readonly Gen<string> Quantities = Gen.Elements("", "0", "1.5", "-0.000001", "1000000000");

    public static Arbitrary<BookText> Books() => Arb.From(
        from centers in Gen.Choose(1, 6)
        from elements in Gen.Choose(1, 4)
        from centerNames in Texts.ArrayOf(centers)
        from elementNames in Texts.ArrayOf(elements)
        from versionText in Texts
        let center = Gen.Choose(0, centers - 1).Select(i => FormattableString.Invariant($"c{i}"))
        let element = Gen.Choose(0, elements - 1).Select(i => FormattableString.Invariant($"e{i}"))
        let version = Gen.Elements("v", "v", "w" + versionText)
        let period = Gen.Elements("2026", "2026-P01", "2026-P12", "2027-P03")
        from budgets in (
            from v in version
            from c in center
            from e in element
            from p in period
            from a in Amounts
            from q in Quantities
            select $"{BookText.Quoted(v)},{c},{e},{p},{a},{q}\n").ListOf()
        from postings in (
            from d in Gen.Elements("2026-01-31", "2026-12-31", "2027-03-01", "2025-01-01")
            from c in center
            from e in element
            from a in Amounts
            from q in Quantities
            from r in Texts
            from t in Texts
            select $"{d},{c},{e},{a},{q},{BookText.Quoted(r)},{BookText.Quoted(t)}\n").ListOf()
        from keyFigures in (
            from c in center
            from k in Texts
            from q in Quantities
            select $"2026-P01,{c},{BookText.Quoted(k)},{(q.Length == 0 ? "7" : q)}\n").ListOf()
        select new BookText(
            centerNames, elementNames, [.. budgets, "v,c0,e0,2026,12,\n"], [.. postings], [.. keyFigures]));
}
