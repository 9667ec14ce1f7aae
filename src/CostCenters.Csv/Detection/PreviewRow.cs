using System.Collections.Immutable;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Detection;

/// <summary>A row as an import would read it.</summary>
/// <remarks>Immutable.</remarks>
public sealed class PreviewRow
{
    internal PreviewRow(long line, IEnumerable<string> cells, IEnumerable<ImportIssue> faults)
    {
        Line = line;
        Cells = [.. cells];
        Faults = [.. faults];
    }

    /// <summary>The line where it starts.</summary>
    public long Line { get; }

    /// <summary>Its cells by <see cref="CsvPreview.RowColumns"/>: as the contract writes them where the row is
    /// accepted, else as they stand; none where the row falls apart.</summary>
    public ImmutableArray<string> Cells { get; }

    /// <summary>Why it is rejected; none where it is accepted.</summary>
    public ImmutableArray<ImportIssue> Faults { get; }

    /// <summary>Whether it is accepted.</summary>
    public bool IsAccepted => Faults.IsEmpty;
}
