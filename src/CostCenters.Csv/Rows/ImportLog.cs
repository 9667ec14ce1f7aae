using System.Numerics;
using CostCenters.Csv.Imports;
using CostCenters.Structure;

namespace CostCenters.Csv.Rows;

/// <summary>Gathers what is told about one file and counts its rows.</summary>
internal sealed class ImportLog(string file, bool tellsValues, IReadOnlyList<string>? columns = null)
{
    private readonly List<ImportIssue> issues = [];
    private readonly SortedDictionary<int, (string Column, long Cells, BigInteger Sum)> rests = [];
    private readonly List<(int Order, string Column, Int128 Change)> rowRests = [];
    private readonly List<RowNote> rowNotes = [];
    private readonly HashSet<long> rejectedLines = [];
    private readonly SortedDictionary<string, long> setAside = new(StringComparer.Ordinal);
    private RowNote? pendingNote;
    private long accepted;
    private long rejected;
    private long rowLine;
    private int rowStart;
    private bool rowIsFaulty;
    private (string Code, string? Value, string Message)? suspicion;

    public string File => file;

    /// <summary>How many rejected rows are told with their faults; later ones are counted alone.</summary>
    public int MostTold { get; set; } = int.MaxValue;

    /// <summary>Whether the faults of the current row are told.</summary>
    public bool TellsRows => rejected < MostTold;

    /// <summary>Every issue so far, in the order told.</summary>
    public IReadOnlyList<ImportIssue> Issues => issues;

    /// <summary>Whether the file was stopped; then nothing of it counts.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether the current row has a fault.</summary>
    public bool RowIsFaulty => rowIsFaulty;

    /// <summary>The line of the current row.</summary>
    public long RowLine => rowLine;

    public void Note(string code, long? line, string? column, string message) =>
        issues.Add(new ImportIssue(code, ImportSeverity.Note, file, line, column, null, message));

    /// <summary>Tells a code or version name that is not safe to show or to open elsewhere.</summary>
    public void NoteCode(string code, long? line, string column)
    {
        if (UnsafeCode.Find(code, file, line, column, tellsValues) is ImportIssue issue)
        {
            issues.Add(issue);
        }
    }

    public void Stop(string code, long? line, string? column, string? value, string message)
    {
        IsStopped = true;
        Add(code, ImportSeverity.FileStopped, line, column, value, message);
    }

    /// <summary>Stops a file of which everything has been read: no row of it is accepted.</summary>
    public void StopWhole(string code, string message)
    {
        Stop(code, line: null, column: null, value: null, message);
        rejected += accepted;
        accepted = 0;
        rests.Clear();
    }

    /// <summary>Begins a data row; each row that is begun must be ended.</summary>
    public void BeginRow(long line)
    {
        rowLine = line;
        rowStart = issues.Count;
        rowIsFaulty = false;
        suspicion = null;
        rowRests.Clear();
        pendingNote = null;
    }

    /// <summary>Tells a fault of the current row, which is thereby rejected.</summary>
    public void Fault(string code, string? column, string? value, string message)
    {
        rowIsFaulty = true;
        if (TellsRows)
        {
            Add(code, ImportSeverity.RowRejected, rowLine, column, value, message);
        }
    }

    /// <summary>Rejects the current row without a word; always false.</summary>
    public bool RejectUntold()
    {
        rowIsFaulty = true;
        return false;
    }

    /// <summary>Tells a fault of the current row that counts only if the row has no other.</summary>
    public void Suspect(string code, string? value, string message) => suspicion = (code, value, message);

    /// <summary>Whether the current row is rejected, by a suspicion if by nothing else.</summary>
    public bool RejectsRow()
    {
        if (!rowIsFaulty && suspicion is var (code, value, message))
        {
            Fault(code, null, value, message);
        }

        return rowIsFaulty;
    }

    /// <summary>Keeps what rounding changed in the current row, told only if the row is accepted.</summary>
    public void Rounded(int order, string column, Int128 change) => rowRests.Add((order, column, change));

    /// <summary>Something to be told of all rows like the current one, if it is accepted; one for a row.</summary>
    public void NoteOfRow(string code, string column, string fact, string advice) =>
        pendingNote = new RowNote(code, column, fact, advice, rowLine, 1);

    /// <summary>What is to be told of accepted rows.</summary>
    public IReadOnlyList<RowNote> RowNotes => rowNotes;

    /// <summary>Counts the current row; true when it is accepted.</summary>
    public bool EndRow()
    {
        if (RejectsRow())
        {
            SortFaultsOfRow();
            if (TellsRows)
            {
                rejectedLines.Add(rowLine);
            }

            rejected++;

            return false;
        }

        accepted++;
        if (pendingNote is not null)
        {
            RowNote.Add(rowNotes, pendingNote);
        }

        foreach ((int order, string column, Int128 change) in rowRests)
        {
            (_, long cells, BigInteger sum) = rests.GetValueOrDefault(order);
            rests[order] = (column, cells + 1, sum + change);
        }

        return true;
    }

    /// <summary>Counts the current row as set aside.</summary>
    public void SetAsideRow(string reason) => setAside[reason] = setAside.GetValueOrDefault(reason) + 1;

    /// <summary>Whether issues carry texts of the file.</summary>
    public bool TellsValues => tellsValues;

    /// <summary>Whether there was no row at all.</summary>
    public bool HasNoRows => accepted + rejected == 0;

    /// <summary>How many rows were rejected.</summary>
    public long RejectedRows => rejected;

    /// <summary>Rejects rows of master data that were accepted one by one but do not fit together.</summary>
    public void RejectRows(IEnumerable<StructureFault> faults, Func<int, long> lineOf)
    {
        foreach (StructureFault fault in faults)
        {
            (string code, string column) = fault.Kind switch
            {
                StructureFaultKind.DuplicateCode => (ImportIssueCode.DuplicateCode, "code"),
                StructureFaultKind.OverlappingValidity => (ImportIssueCode.OverlappingValidity, "valid_from"),
                StructureFaultKind.UnknownParent => (ImportIssueCode.UnknownParent, "parent"),
                _ => (ImportIssueCode.Cycle, "parent"),
            };
            RejectRow(lineOf(fault.Row), code, column, fault.Code, fault.Message);
        }
    }

    /// <summary>Rejects a row that was accepted by itself but does not fit to others.</summary>
    public void RejectRow(long line, string code, string column, string? value, string message)
    {
        if (rejectedLines.Add(line))
        {
            accepted--;
            rejected++;
        }

        Add(code, ImportSeverity.RowRejected, line, column, value, message);
    }

    /// <summary>What came out of this one file.</summary>
    public ImportResult<T> ToResult<T>(T? value)
        where T : class
    {
        ImportedFile read = ToFile();
        return new(
            value,
            issues
                .Concat(ExportLimits.Find(file, read.Counts) is ImportIssue limit ? [limit] : [])
                .Concat(rowNotes.Select(note => note.ToIssue(file)))
                .OrderBy(issue => issue.Line ?? 0),
            [read]);
    }

    public ImportedFile ToFile() => new(
        file,
        new ImportCounts(accepted, rejected, setAside.Values.Sum()),
        [.. rests.Values.Select(rest => new RoundingRest(rest.Column, rest.Cells, rest.Sum))],
        [.. setAside.Select(each => new SetAsideRows(each.Key, each.Value))]);

    /// <summary>Faults are told in the order of the columns, though some are found only by later ones.</summary>
    private void SortFaultsOfRow()
    {
        if (columns is not null && issues.Count > rowStart + 1)
        {
            List<string> order = [.. columns];
            ImportIssue[] sorted = [.. issues.Skip(rowStart).OrderBy(issue => order.IndexOf(issue.Column ?? ""))];
            issues.RemoveRange(rowStart, sorted.Length);
            issues.AddRange(sorted);
        }
    }

    private void Add(string code, ImportSeverity severity, long? line, string? column, string? value, string message) =>
        issues.Add(new ImportIssue(code, severity, file, line, column, tellsValues ? value : null, message));
}
