using CostCenters.Books;
using CostCenters.Csv;
using CostCenters.Csv.Detection;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Json;
using CostCenters.Csv.Proposals;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Samples.ImportWizard;

/// <summary>Goes with a file from its first bytes to a book: detect, decide, preview, write.</summary>
internal sealed class Wizard(Options options, Outputs outputs)
{
    private const int CouldNotRun = 1;

    private static readonly CommandStamp Reader = new("import wizard", Instant.FromUnixTimeSeconds(0));

    private readonly string file =
        options.File ?? Path.Combine(AppContext.BaseDirectory, "Export", "line-items.csv");

    public int Run()
    {
        CubeSpace? known = options.Known is string folder ? Open(folder) : null;
        ProfileProposal proposal = CsvProfileDetector.Detect(CsvInput.FromFile(file), known, options.Bytes);
        if (proposal.Profile is null)
        {
            throw new RunException($"{proposal.File}: {proposal.Refusal}");
        }

        proposal = Answers.Apply(proposal, options);
        proposal = !proposal.IsDecided && !options.AsksNothing && Questions.CanAsk ? Questions.Ask(proposal) : proposal;
        ImportProfile profile = proposal.Profile!;
        CsvPreview preview = known is null
            ? CsvPreview.Create(
                CsvInput.FromFile(file), profile, new DecimalScale(options.Currency.MinorDigits), options.Rows)
            : CsvPreview.Create(CsvInput.FromFile(file), profile, known, options.Rows);
        BookProposal? book = options.Book is null || !proposal.IsDecided || preview.IsStopped
            ? null
            : BookProposal.FromPostings(file, profile, Rules());
        outputs.WriteReport(output => Terminal.Draw(output, WizardView.Draw(proposal, preview, book)));
        return Finish(proposal, preview, book);
    }

    private int Finish(ProfileProposal proposal, CsvPreview preview, BookProposal? book)
    {
        if (!proposal.IsDecided || preview.IsStopped)
        {
            foreach (ProfileDoubt doubt in proposal.Doubts.Where(doubt => doubt.IsOpen))
            {
                Messages.Error($"open: {doubt}{SwitchOf(doubt)}");
            }

            foreach (ImportIssue issue in preview.Issues.Where(each => each.Severity == ImportSeverity.FileStopped))
            {
                Messages.Error(issue.ToString());
            }

            return CouldNotRun;
        }

        outputs.WriteBeside(options.Profile, stream =>
            stream.Write(System.Text.Encoding.UTF8.GetBytes(ImportProfileJson.Write(proposal.Profile!))));
        if (book is not null)
        {
            Write(book);
        }

        return outputs.ExitCode(preview.Counts.Rejected);
    }

    /// <summary>Writes the book, reads it back and compares the control totals.</summary>
    private void Write(BookProposal book)
    {
        if (!book.IsComplete)
        {
            throw new RunException(string.Join(' ', book.Problems));
        }

        book.Write(options.Book!);
        ImportResult<Book> read = BookFolder.Read(options.Book!, Reader);
        long postings = read.Value?.Ledger.Snapshot().Postings().Count() ?? 0;
        Messages.Line(postings == book.Amounts.Rows
            ? $"The book '{options.Book}' is written; read back it has {postings} postings."
            : throw new RunException($"The book has {postings} postings, {book.Amounts.Rows} were expected."));
    }

    private static string SwitchOf(ProfileDoubt doubt) => doubt.Choices.IsEmpty
        ? CsvPreview.Columns.Contains(doubt.Key) ? $" Switch: --map {doubt.Key}=... or --constant {doubt.Key}=..." : ""
        : $" Switch: --choose \"{doubt.Key}=...\" with {string.Join(", ", doubt.Choices.Select(each => each.Key))}";

    private MasterDataRules Rules()
    {
        try
        {
            var rules = new MasterDataRules(
                options.Name ?? Path.GetFileNameWithoutExtension(file),
                options.Currency,
                options.Calendar,
                options.Kind);
            rules = rules.WithValidity(options.Validity);
            rules = options.Costs.Count == 0 ? rules : rules.WithNature(ElementNature.Cost, options.Costs);
            rules = options.Revenues.Count == 0 ? rules : rules.WithNature(ElementNature.Revenue, options.Revenues);
            rules = options.CenterNames is string names ? rules.WithCenterNames(Answers.SourceOf(names)) : rules;
            rules = options.ElementNames is string texts ? rules.WithElementNames(Answers.SourceOf(texts)) : rules;
            rules = options.CenterParents is string above ? rules.WithCenterParents(Answers.SourceOf(above)) : rules;
            rules = options.CenterPrefixes.Count == 0 ? rules : rules.WithCenterPrefixes(options.CenterPrefixes);
            return options.ElementPrefixes.Count == 0 ? rules : rules.WithElementPrefixes(options.ElementPrefixes);
        }
        catch (ArgumentException error)
        {
            throw new UsageException(error.Message.Split(" (Parameter")[0]);
        }
    }

    private static CubeSpace Open(string folder)
    {
        ImportResult<Book> read = BookFolder.Read(folder, Reader);
        return read.Value?.Space ?? throw new RunException(string.Join(
            '\n',
            read.Issues.Where(issue => issue.Severity == ImportSeverity.FileStopped)
                .Select(issue => issue.ToString())));
    }
}
