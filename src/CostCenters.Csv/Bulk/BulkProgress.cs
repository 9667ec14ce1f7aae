using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Bulk;

/// <summary>Adds up what the threads have done, and tells it now and then, always in order.</summary>
internal sealed class BulkProgress(IProgress<ImportProgress>? target, long totalBytes)
{
    private const int Reports = 200;

    private readonly Lock gate = new();
    private long bytes;
    private long rows;
    private long nextReport;

    /// <summary>Adds bytes and rows that are done with.</summary>
    public void Add(long moreBytes, long moreRows)
    {
        if (target is null)
        {
            return;
        }

        lock (gate)
        {
            bytes += moreBytes;
            rows += moreRows;
            if (bytes >= nextReport)
            {
                nextReport = bytes + (totalBytes / Reports);
                target.Report(new ImportProgress(Math.Min(bytes, totalBytes), totalBytes, rows));
            }
        }
    }

    /// <summary>Tells that everything is done.</summary>
    public void Finish(long allRows) => target?.Report(new ImportProgress(totalBytes, totalBytes, allRows));
}
