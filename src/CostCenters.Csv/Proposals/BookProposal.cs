using System.Collections.Immutable;
using System.Text;
using CostCenters.Csv.Detection;
using CostCenters.Csv.Folders;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Json;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Csv.Proposals;

/// <summary>Master data that a file of postings suggests, to be looked at and written out as a book.</summary>
/// <remarks>
/// <para>Centers and elements are in the order of their codes. A code that lies in two places in the course of time, or
/// has two names, takes those of its last posting, which a finding tells. What cannot be a book is a problem, and a
/// proposal with problems is not written.</para>
/// <code>
/// BookProposal proposal = BookProposal.FromPostings("export.csv", profile, rules);
/// if (proposal.IsComplete) { proposal.Write("book"); }
/// </code>
/// Immutable.
/// </remarks>
public sealed partial class BookProposal
{
    private const string ProfileFile = "postings.profile.json";

    private static readonly RowSchema Schema = RowSchema.Parse(
        "date,center,element,amount,quantity?,document?,text?,"
            + "(center name)?,(element name)?,(center parent)?,(element parent)?");

    private readonly string path;
    private readonly long length;

    private BookProposal(
        string path,
        ImportProfile profile,
        MasterDataRules rules,
        CubeSpace? existing,
        CodeUse use,
        ImportResult<object> result,
        ControlTotal total)
    {
        Existing = existing;
        this.path = path;
        length = new FileInfo(path) is { Exists: true } file ? file.Length : 0;
        Profile = profile;
        Rules = rules;
        Counts = result.Counts;
        Issues = result.Issues;
        Amounts = total;
        var problems = result.Issues.Where(issue => issue.Severity == ImportSeverity.FileStopped)
            .Select(issue => issue.ToString()).ToList();
        var findings = new List<string>();
        Centers = CenterDrafts.Build(use.Centers, rules, existing?.Centers, findings, problems);
        ElementsWithoutNature = ElementDrafts.WithoutNature(use.Elements, rules, existing?.Elements);
        Elements = ElementDrafts.Build(use.Elements, rules, existing?.Elements, findings, problems);
        Findings = [.. findings];
        Problems = [.. problems];
    }

    /// <summary>How the postings are read.</summary>
    public ImportProfile Profile { get; }

    /// <summary>The rules that made the proposal.</summary>
    public MasterDataRules Rules { get; }

    /// <summary>The centers; null where they do not hold together.</summary>
    public CenterHierarchy? Centers { get; }

    /// <summary>The elements; null where they do not hold together or the nature of one is not told.</summary>
    public ElementChart? Elements { get; }

    /// <summary>The elements, groups among them, of which no rule says whether they are costs or revenues, in ordinal
    /// order; <see cref="MasterDataRules.WithNature"/> says it.</summary>
    public ImmutableArray<string> ElementsWithoutNature { get; }

    /// <summary>What was decided where the file says two things.</summary>
    public ImmutableArray<string> Findings { get; }

    /// <summary>Why this is no book yet.</summary>
    public ImmutableArray<string> Problems { get; }

    /// <summary>The rows of the file; those that are rejected propose nothing.</summary>
    public ImportCounts Counts { get; }

    /// <summary>Every issue of the file.</summary>
    public ImmutableArray<ImportIssue> Issues { get; }

    /// <summary>The control total of the amounts in the sign of the file.</summary>
    public ControlTotal Amounts { get; }

    /// <summary>Whether it can be written.</summary>
    public bool IsComplete => Problems.IsEmpty;

    /// <summary>Reads the postings of a file and proposes the book that takes them.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="profile">How it is read.</param>
    /// <param name="rules">How centers and elements are made from its codes.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static BookProposal FromPostings(
        string path, ImportProfile profile, MasterDataRules rules, CancellationToken cancellation = default) =>
        ReadPostings(path, profile, rules, null, cancellation);

    private static BookProposal ReadPostings(
        string path,
        ImportProfile profile,
        MasterDataRules rules,
        CubeSpace? existing,
        CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(rules);
        using TableReader table = TableReader.Open(
            CsvInput.FromFile(path),
            Schema,
            WithColumns(profile, rules),
            new TableContext(rules.Currency, rules.Calendar),
            cancellation);
        var use = new CodeUse();
        var total = new RunningTotal("amount", rules.Scale);
        while (table.Read())
        {
            CellReader cells = table.Cells!;
            bool isRead = cells.TryGetDate(0, out LocalDate date);
            isRead &= cells.TryGetCode(1, out ReadOnlySpan<byte> center);
            isRead &= cells.TryGetCode(2, out ReadOnlySpan<byte> element);
            isRead &= cells.TryGetAmount(3, rules.Scale.Digits, out long amount);
            isRead &= cells.TryGetOptionalQuantity(4, out _);
            bool isWhole = isRead && !cells.RejectsRow();
            if (table.Log.EndRow() && isWhole)
            {
                use.Center(Encoding.UTF8.GetString(center)).Use(date, cells.GetText(7), cells.GetOptionalCode(9));
                use.Element(Encoding.UTF8.GetString(element)).Use(date, cells.GetText(8), cells.GetOptionalCode(10));
                total.Add(amount);
            }
        }

        return new BookProposal(path, profile, rules, existing, use, table.Log.ToResult<object>(null), total.ToTotal());
    }

    /// <summary>Writes the book: <c>book.json</c> with the dialect of the postings, the profile beside it, centers,
    /// elements, a budget without rows, and the postings as they are.</summary>
    /// <remarks>All or nothing, as <see cref="BookFolder.Write(Books.Book, string, CancellationToken)"/> does it.
    /// </remarks>
    /// <param name="folder">The path of the folder, made if it is not there; files of the same names are replaced.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is null or empty.</exception>
    /// <exception cref="InvalidOperationException">The proposal has problems, which the message tells, or adds to a
    /// book that is there.</exception>
    /// <exception cref="IOException">A file cannot be written, the file of postings is another than was read, or the
    /// folder has a folder of postings.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or the folder must not be written.</exception>
    public void Write(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        RequireComplete();
        if (Existing is not null)
        {
            throw new InvalidOperationException("The proposal adds to a book that is there: call AddTo.");
        }

        if (Directory.Exists(Path.Combine(folder, BookFileNames.PostingsFolder)))
        {
            throw new IOException($"'{folder}' has a folder of postings; remove it, a book has one or the other.");
        }

        if (new FileInfo(path).Length != length)
        {
            throw new IOException($"'{path}' has changed since it was read. Make the proposal again.");
        }

        var space = new CubeSpace(Centers!, Elements!, Rules.Calendar, Rules.Currency, Rules.Scale);
        FolderWrite.Replace(folder,
        [
            (BookFileNames.DescriptionFile, stream =>
                BookDescription.Write(Rules.Name, space, stream, ProfileFile)),
            (ProfileFile, stream => stream.Write(Encoding.UTF8.GetBytes(ImportProfileJson.Write(Profile)))),
            (BookFileNames.CentersFile, stream => CentersCsv.Write(Centers!, stream)),
            (BookFileNames.ElementsFile, stream => ElementsCsv.Write(Elements!, stream)),
            (BookFileNames.BudgetFile, stream => BudgetsCsv.Write([], space, stream)),
            (BookFileNames.PostingsFile, Copy),
        ]);
    }

    private void RequireComplete()
    {
        if (!IsComplete)
        {
            throw new InvalidOperationException($"The proposal is no book yet. {string.Join(' ', Problems)}");
        }
    }

    private static ImportProfile WithColumns(ImportProfile profile, MasterDataRules rules)
    {
        (string Column, Shapes.ColumnSource? Source)[] others =
        [
            ("(center name)", rules.CenterNames),
            ("(element name)", rules.ElementNames),
            ("(center parent)", rules.CenterParents),
            ("(element parent)", rules.ElementParents),
        ];
        return others.Where(each => each.Source is not null)
            .Aggregate(profile, (with, each) => with.WithOtherColumn(each.Column, each.Source!));
    }

    private void Copy(Stream stream)
    {
        using FileStream file = File.OpenRead(path);
        file.CopyTo(stream);
    }
}
