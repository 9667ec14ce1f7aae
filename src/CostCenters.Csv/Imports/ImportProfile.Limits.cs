using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Imports;

public sealed partial class ImportProfile
{
    /// <summary>A longer row stops its file, which bounds the memory that an unclosed quote can take.</summary>
    /// <param name="bytes">The longest row in bytes of UTF-8; 64 MiB unless told.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not between 1 and 512 MiB.</exception>
    public ImportProfile WithMaximumRowLength(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, 512 * 1024 * 1024);
        return new(settings with { MaximumRowLength = bytes });
    }

    /// <summary>A row with a longer cell is rejected, and a header with one stops its file.</summary>
    /// <param name="bytes">The longest cell in bytes of UTF-8, without its quotes; bounded by the row unless told.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public ImportProfile WithMaximumFieldLength(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        return With(settings.Shape.Limits with { FieldLength = bytes });
    }

    /// <summary>A header with more columns stops its file.</summary>
    /// <param name="columns">The most columns; 16,384 unless told.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not between 1 and 16,384.</exception>
    public ImportProfile WithMaximumColumns(int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns, ColumnSource.MostColumns);
        return With(settings.Shape.Limits with { Columns = columns });
    }

    /// <summary>A file with more rows is stopped.</summary>
    /// <param name="rows">The most rows below the header, whatever becomes of them; empty ones do not count.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public ImportProfile WithMaximumRows(long rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        return With(settings.Shape.Limits with { Rows = rows });
    }

    /// <summary>A larger file is stopped.</summary>
    /// <param name="bytes">The most bytes of the file, in its own encoding; those of a text reader in UTF-8.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public ImportProfile WithMaximumFileSize(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        return With(settings.Shape.Limits with { FileSize = bytes });
    }

    private ImportProfile With(FileLimits limits) => With(settings.Shape with { Limits = limits });
}
