using System.Collections.Immutable;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Folders;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Structure;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Proposals;

public sealed partial class BookProposal
{
    /// <summary>The book that the proposal adds to; null where it is a book of its own.</summary>
    public CubeSpace? Existing { get; }

    /// <summary>The centers that the book does not have yet, groups among them, in the order of their codes.</summary>
    public ImmutableArray<Center> NewCenters =>
        [.. (Centers?.Centers ?? []).Skip(Existing?.Centers.Centers.Length ?? 0)];

    /// <summary>The elements that the book does not have yet, groups among them, in the order of their codes.</summary>
    public ImmutableArray<CostElement> NewElements =>
        [.. (Elements?.Elements ?? []).Skip(Existing?.Elements.Elements.Length ?? 0)];

    /// <summary>Reads the postings of a file and proposes what a book lacks to take them: new centers and elements.
    /// </summary>
    /// <remarks>What the book has stays as it is; where the file says otherwise, a finding tells it. New centers may
    /// lie in old ones.</remarks>
    /// <param name="path">The path of the file.</param>
    /// <param name="profile">How it is read.</param>
    /// <param name="rules">How centers and elements are made from its codes; the book's currency and calendar.</param>
    /// <param name="existing">The book.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty, or the rules have another currency
    /// or calendar than the book.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static BookProposal FromPostings(
        string path,
        ImportProfile profile,
        MasterDataRules rules,
        CubeSpace existing,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(existing);
        return rules.Currency == existing.Currency && rules.Calendar.Equals(existing.Calendar)
            ? ReadPostings(path, profile, rules.WithScale(existing.Scale), existing, cancellation)
            : throw new ArgumentException(
                $"The book has {existing.Currency.Code} and a calendar of its own; name both in the rules.",
                nameof(rules));
    }

    /// <summary>Adds the new centers and elements to the files of the book, below what stands there.</summary>
    /// <remarks>The rows are written in the columns, the dialect and the encoding of each file, and read back before
    /// they count. No other file is touched, and both files are changed or none.</remarks>
    /// <param name="folder">The folder of the book.</param>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is null or empty.</exception>
    /// <exception cref="InvalidOperationException">The proposal has problems, which the message tells, or is a book of
    /// its own.</exception>
    /// <exception cref="IOException">A file cannot be read or written, has changed since the book was read, or has no
    /// place for a new row: it lacks a column, or its dialect cannot say it.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or the folder must not be written.</exception>
    public void AddTo(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        RequireComplete();
        CubeSpace existing = Existing
            ?? throw new InvalidOperationException("The proposal is a book of its own: call Write.");
        var files = new MasterFiles(folder);
        List<(string Name, Action<Stream> Write)> written = [];
        if (!NewCenters.IsEmpty)
        {
            byte[] bytes = files.Append(
                BookFileNames.CentersFile,
                CentersCsv.Schema,
                NewCenters.Select(RowOf),
                (input, profile) => CentersCsv.Read(input, profile).Value,
                (one, other) => one.Centers.SelectMany(center => center.Validities.Select(each => (center.Code, each)))
                    .SequenceEqual(other.Centers.SelectMany(center =>
                        center.Validities.Select(each => (center.Code, each)))),
                existing.Centers,
                Centers!);
            written.Add((BookFileNames.CentersFile, stream => stream.Write(bytes)));
        }

        if (!NewElements.IsEmpty)
        {
            byte[] bytes = files.Append(
                BookFileNames.ElementsFile,
                ElementsCsv.Schema,
                NewElements.Select(RowOf),
                (input, profile) => ElementsCsv.Read(input, profile).Value,
                (one, other) => one.Elements.SequenceEqual(other.Elements),
                existing.Elements,
                Elements!);
            written.Add((BookFileNames.ElementsFile, stream => stream.Write(bytes)));
        }

        if (written.Count > 0)
        {
            FolderWrite.Replace(folder, written);
        }
    }

    private static string[] RowOf(Center center)
    {
        CenterValidity validity = center.Validities[0];
        return
        [
            center.Code.Value,
            TextCell.Neutralize(validity.Name),
            validity.Kind.ToString().ToLowerInvariant(),
            validity.Parent?.Value ?? "",
            validity.From == CenterValidity.Beginning ? "" : DayOf(validity.From),
            validity.Through == CenterValidity.End ? "" : DayOf(validity.Through),
        ];
    }

    private static string[] RowOf(CostElement element) =>
    [
        element.Code.Value,
        TextCell.Neutralize(element.Name),
        element.Nature.ToString().ToLowerInvariant(),
        "",
        element.Parent?.Value ?? "",
        "",
    ];

    private static string DayOf(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
