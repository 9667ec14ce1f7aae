using System.Globalization;

namespace CostCenters.Csv.Imports;

/// <summary>How far an import has come.</summary>
/// <remarks>Neither number falls from one report to the next. The last report tells the exact number of rows.</remarks>
public readonly record struct ImportProgress
{
    internal ImportProgress(long bytesRead, long totalBytes, long rowsRead)
    {
        BytesRead = bytesRead;
        TotalBytes = totalBytes;
        RowsRead = rowsRead;
    }

    /// <summary>Bytes read so far, of the files of budgets and postings.</summary>
    public long BytesRead { get; }

    /// <summary>Bytes of these files when the import began.</summary>
    public long TotalBytes { get; }

    /// <summary>Data rows read so far, accepted or rejected.</summary>
    public long RowsRead { get; }

    /// <summary>Text such as <c>1024 of 2048 bytes, 16 rows</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{BytesRead} of {TotalBytes} bytes, {RowsRead} rows");
}
