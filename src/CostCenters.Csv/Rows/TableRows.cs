using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes.Reading;

namespace CostCenters.Csv.Rows;

/// <summary>The rows of a table, whatever file they come from: cells by the columns of the contract.</summary>
/// <remarks>Every row that <see cref="Read"/> returns is begun in the log and must be ended there.</remarks>
internal abstract class TableRows : IDisposable
{
    /// <summary>Opens an input; null when it is missing or its header stops it.</summary>
    public static TableRows? Open(
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

    /// <summary>The line where the header starts: behind a line <c>sep=</c> and the preamble.</summary>
    public abstract long HeaderLine { get; }

    /// <summary>What stands between cells.</summary>
    public abstract byte Delimiter { get; }

    /// <summary>Whether the columns that nothing reads were looked at as far as needed.</summary>
    public abstract bool HasWatched { get; }

    /// <summary>Goes on to the next row; false at the end or when the file is stopped.</summary>
    public abstract bool Read();

    /// <summary>A cell of the current row by its column in the schema; empty where the file has none.</summary>
    public abstract ReadOnlySpan<byte> Cell(int column);

    /// <summary>Whether a cell is written as the contract writes it, whatever the dialect of the file.</summary>
    public virtual bool IsContractForm(int column) => false;

    /// <summary>Whether a fault of the cell was told already; then it is empty.</summary>
    public virtual bool IsTold(int column) => false;

    public abstract void Dispose();
}
