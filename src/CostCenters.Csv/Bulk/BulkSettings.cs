namespace CostCenters.Csv.Bulk;

/// <summary>How a bulk import works. Nothing but what it keeps or adds up changes what comes out.</summary>
internal sealed record BulkSettings
{
    /// <summary>The threads at work.</summary>
    public required int Threads { get; init; }

    /// <summary>The bytes that are read at once; a thread keeps them in its second cache.</summary>
    public int ChunkSize { get; init; } = 256 * 1024;

    /// <summary>The most bytes of an unfinished row that go over to the next chunk.</summary>
    public int LongestCarry { get; init; } = 4 * 1024 * 1024;

    /// <summary>Whether quantities are added up, too.</summary>
    public bool KeepsQuantities { get; init; } = true;

    /// <summary>Whether the postings are added up by comparable weeks, too, where the calendar has weeks.</summary>
    public bool AddsComparableWeeks { get; init; }

    /// <summary>How many rejected rows of a file are told with their faults; the others are counted.</summary>
    public int MostTold { get; init; } = int.MaxValue;

    /// <summary>How wide separators are sought.</summary>
    public ScanWidth Width { get; init; }
}
