using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;

namespace CostCenters.Csv.Bulk;

/// <summary>What became of the rows of one file, told by all threads and kept in the order of the file.</summary>
internal sealed class RowOutcomes(string file, RowSchema schema)
{
    private readonly Lock gate = new();
    private readonly List<ImportIssue> ofFile = [];
    private readonly List<ImportIssue> ofRows = [];
    private readonly List<RowNote> notes = [];
    private readonly SortedDictionary<int, RoundingRest> rests = [];
    private long accepted;
    private long rejected;

    /// <summary>Whether the file was stopped.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Rows accepted and rejected.</summary>
    public long RowCount => accepted + rejected;

    /// <summary>Takes what was told about the header.</summary>
    public void TakeHeader(ImportLog log)
    {
        lock (gate)
        {
            ofFile.AddRange(log.Issues);
            IsStopped |= log.IsStopped;
        }
    }

    /// <summary>Takes a note about the file as a whole.</summary>
    public void Note(ImportIssue? note)
    {
        lock (gate)
        {
            if (note is not null)
            {
                ofFile.Add(note);
            }
        }
    }

    /// <summary>Counts rows that were accepted.</summary>
    public void Accept(long rows)
    {
        lock (gate)
        {
            accepted += rows;
        }
    }

    /// <summary>Takes what the plain reader told about some rows.</summary>
    public void TakeRows(ImportLog log, Func<long, long> lineOf)
    {
        ImportedFile read = log.ToFile();
        lock (gate)
        {
            accepted += read.Counts.Accepted;
            rejected += read.Counts.Rejected;
            IsStopped |= log.IsStopped;

            foreach (RoundingRest rest in read.RoundingRests)
            {
                int order = schema.IndexOf(rest.Column);
                rests[order] = rests.TryGetValue(order, out RoundingRest? known) ? known.Plus(rest) : rest;
            }

            foreach (RowNote note in log.RowNotes)
            {
                RowNote.Add(notes, note with { Line = lineOf(note.Line) });
            }

            // Notes are about the header, which has been told.
            ofRows.AddRange(log.Issues
                .Where(issue => issue.Severity != ImportSeverity.Note)
                .Select(issue => new ImportIssue(
                    issue.Code,
                    issue.Severity,
                    issue.File,
                    issue.Line is long line ? lineOf(line) : null,
                    issue.Column,
                    issue.Value,
                    issue.Message)));
        }
    }

    /// <summary>Tells that the file cannot be read to its end.</summary>
    public void StopUnreadable(Exception error)
    {
        var log = new ImportLog(file, tellsValues: true);
        TableReader.TellUnreadable(log, error);
        lock (gate)
        {
            if (!IsStopped)
            {
                TakeHeader(log);
            }
        }
    }

    /// <summary>What came out of the file.</summary>
    public ImportResult<object> ToResult() =>
        new(
            null,
            ofFile
                .Concat(ofRows.OrderBy(issue => issue.Line ?? 0))
                .Concat(notes.Select(note => note.ToIssue(file)))
                .OrderBy(issue => issue.Line ?? 0),
            [new ImportedFile(file, new ImportCounts(accepted, rejected), [.. rests.Values])]);
}
