using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;

namespace CostCenters.Csv.Bulk;

/// <summary>What became of the rows of one file, told by all threads and kept in the order of the file.</summary>
/// <param name="file">The name of the file.</param>
/// <param name="schema">Its columns.</param>
/// <param name="mostTold">The rejected rows, the first of the file, whose faults are told.</param>
internal sealed class RowOutcomes(string file, RowSchema schema, int mostTold)
{
    private const int SomeIssues = 1_000;

    private readonly Lock gate = new();
    private readonly List<ImportIssue> ofFile = [];
    private readonly List<ImportIssue> ofRows = [];
    private readonly List<RowNote> notes = [];
    private readonly SortedDictionary<int, RoundingRest> rests = [];
    private long lastTold = long.MaxValue;
    private int trimAbove = mostTold < int.MaxValue / 2 ? (2 * mostTold) + SomeIssues : int.MaxValue;
    private long accepted;
    private long rejected;
    private readonly SortedDictionary<string, long> setAside = new(StringComparer.Ordinal);

    /// <summary>Whether the file was stopped.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Rows accepted, rejected and set aside.</summary>
    public long RowCount => accepted + rejected + setAside.Values.Sum();

    /// <summary>Takes what was told about the header.</summary>
    public void TakeHeader(ImportLog log)
    {
        lock (gate)
        {
            ofFile.AddRange(log.Issues);
            IsStopped |= log.IsStopped;
        }
    }

    /// <summary>Takes what the first rows say about columns that nothing reads.</summary>
    public void TakeDirections(TableRows rows, ImportLog log)
    {
        while (!rows.HasWatched && rows.Read())
        {
            log.EndRow();
        }

        ofFile.AddRange(log.Issues.Where(issue => issue.Code == ImportIssueCode.DirectionColumn));
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

    /// <summary>How many rejected rows from a line on may be told: none where there are enough before them.</summary>
    public int MostToldFrom(long line)
    {
        lock (gate)
        {
            return line <= lastTold ? mostTold : 0;
        }
    }

    /// <summary>Takes what the plain reader told about some rows.</summary>
    /// <param name="log">What it told.</param>
    /// <param name="lineOf">The line of the file for a line that it told.</param>
    /// <param name="isWhole">Whether it read the whole file.</param>
    public void TakeRows(ImportLog log, Func<long, long> lineOf, bool isWhole)
    {
        ImportedFile read = log.ToFile();
        lock (gate)
        {
            accepted += read.Counts.Accepted;
            rejected += read.Counts.Rejected;
            IsStopped |= log.IsStopped;
            foreach (SetAsideRows rows in read.SetAside)
            {
                setAside[rows.Reason] = setAside.GetValueOrDefault(rows.Reason) + rows.Count;
            }

            foreach (RoundingRest rest in read.RoundingRests)
            {
                int order = schema.IndexOf(rest.Column);
                rests[order] = rests.TryGetValue(order, out RoundingRest? known) ? known.Plus(rest) : rest;
            }

            foreach (RowNote note in log.RowNotes)
            {
                RowNote.Add(notes, note with { Line = lineOf(note.Line) });
            }

            // Other notes are about the header, which has been told.
            ofRows.AddRange(log.Issues
                .Where(issue => issue.Severity != ImportSeverity.Note || (isWhole && IsOfRows(issue.Code)))
                .Select(issue => new ImportIssue(
                    issue.Code,
                    issue.Severity,
                    issue.File,
                    issue.Line is long line ? lineOf(line) : null,
                    issue.Column,
                    issue.Value,
                    issue.Message)));
            if (ofRows.Count > trimAbove)
            {
                KeepFirst();
                trimAbove = (2 * ofRows.Count) + SomeIssues;
            }
        }
    }

    /// <summary>Lets go of the faults of rows after those that are told.</summary>
    /// <returns>How many rejected rows are told.</returns>
    private int KeepFirst()
    {
        long[] lines =
        [
            .. ofRows.Where(issue => issue.Severity == ImportSeverity.RowRejected)
                .Select(issue => issue.Line ?? 0).Distinct().Order(),
        ];
        if (lines.Length > mostTold)
        {
            lastTold = mostTold == 0 ? 0 : lines[mostTold - 1];
            ofRows.RemoveAll(issue => issue.Severity == ImportSeverity.RowRejected && issue.Line > lastTold);
        }

        return Math.Min(lines.Length, mostTold);
    }

    /// <summary>Whether a note comes of the rows and was not told with the header.</summary>
    private bool IsOfRows(string code) =>
        code == ImportIssueCode.MergedCodes
        || (code == ImportIssueCode.DirectionColumn && ofFile.TrueForAll(issue => issue.Code != code));

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
    public ImportResult<object> ToResult()
    {
        var counts = new ImportCounts(accepted, rejected, setAside.Values.Sum());
        long untold = mostTold == int.MaxValue ? 0 : rejected - KeepFirst();
        return new(
            null,
            ofFile
                .Concat(ExportLimits.Find(file, counts) is ImportIssue limit ? [limit] : [])
                .Concat(ofRows.OrderBy(issue => issue.Line ?? 0))
                .Concat(notes.Select(note => note.ToIssue(file)))
                .OrderBy(issue => issue.Line ?? 0),
            [
                new ImportedFile(
                    file,
                    counts,
                    [.. rests.Values],
                    [.. setAside.Select(each => new SetAsideRows(each.Key, each.Value))])
                {
                    Untold = untold,
                },
            ]);
    }
}
