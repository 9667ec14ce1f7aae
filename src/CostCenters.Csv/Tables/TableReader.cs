using CostCenters.Csv.Imports;
using CostCenters.Csv.Reading;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv.Tables;

/// <summary>Reads one table row by row into a log: the loop that every adapter shares.</summary>
internal sealed class TableReader : IDisposable
{
    private readonly TableRows? rows;
    private readonly CancellationToken cancellation;

    private TableReader(TableRows? rows, CellReader? cells, ImportLog log, CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        this.rows = rows;
        Cells = cells;
        Log = log;
    }

    public ImportLog Log { get; }

    /// <summary>The cells of the current row; null when the file was stopped.</summary>
    public CellReader? Cells { get; }

    public static TableReader Open(
        CsvInput input,
        RowSchema schema,
        ImportProfile profile,
        TableContext context,
        CancellationToken cancellation = default)
    {
        var log = new ImportLog(input.Name, profile.TellsValues, schema.Columns);
        TableRows? rows = null;
        try
        {
            rows = OpenRows(input, schema, profile, context, log, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            TellUnreadable(log, error);
        }

        CellReader? cells = rows is null ? null : new CellReader(rows, schema, profile, log);
        return new TableReader(rows, cells, log, cancellation);
    }

    /// <summary>Opens the rows of an input; null when it is missing or its header stops it.</summary>
    public static TableRows? OpenRows(
        CsvInput input,
        RowSchema schema,
        ImportProfile profile,
        TableContext context,
        ImportLog log,
        CancellationToken cancellation)
    {
        FileRows? file = FileRows.Open(input, profile, log, cancellation);
        return file is null ? null
            : profile.IsPlain ? RowReader.Create(file, schema, profile, log)
            : ShapedRows.Create(file, schema, profile, context, log);
    }

    /// <summary>The rows, and what the header told of them; null when the file was stopped.</summary>
    public TableRows? Rows => rows;

    /// <summary>Goes on to the next row, which the caller ends with <see cref="ImportLog.EndRow"/>.</summary>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public bool Read()
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return rows is not null && rows.Read();
        }
        catch (IOException error)
        {
            TellUnreadable(Log, error);
            return false;
        }
    }

    /// <summary>Reads every row into a value of its own.</summary>
    /// <param name="read">What a row says; null where it is faulty, which the log is told.</param>
    public ImportResult<IReadOnlyList<T>> ReadAll<T>(Func<CellReader, T?> read)
        where T : class
    {
        var values = new List<T>();
        while (Read())
        {
            T? value = read(Cells!);
            if (Log.EndRow())
            {
                values.Add(value!);
            }
        }

        return Log.ToResult<IReadOnlyList<T>>(Log.IsStopped ? null : values);
    }

    /// <summary>Tells that a file cannot be read to its end, which stops it.</summary>
    public static void TellUnreadable(ImportLog log, Exception error)
    {
        if (error is FileTooLargeException)
        {
            log.Stop(ImportIssueCode.FileTooLarge, null, null, null, error.Message);
            return;
        }

        log.Stop(
            ImportIssueCode.UnreadableFile, null, null, null, $"The file cannot be read to its end: {error.Message}");
    }

    public void Dispose() => rows?.Dispose();
}
