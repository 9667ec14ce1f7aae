using System.Globalization;

namespace CostCenters.Csv.Imports;

/// <summary>The numbers of rows at which programs cut their exports without a word.</summary>
internal static class ExportLimits
{
    private static readonly long[] Limits = [5_000, 10_000, 65_535, 65_536, 1_048_575, 1_048_576];

    /// <summary>What is to be told of a file with exactly so many rows; null for any other number.</summary>
    public static ImportIssue? Find(string file, ImportCounts counts) =>
        Limits.Contains(counts.Read)
            ? new ImportIssue(
                ImportIssueCode.RowLimit,
                ImportSeverity.Note,
                file,
                null,
                null,
                null,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The file has exactly {counts.Read} rows, where some exports are cut off. Check that none lacks."))
            : null;
}
