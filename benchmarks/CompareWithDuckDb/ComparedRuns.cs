namespace CompareWithDuckDb;

/// <summary>What all programs took for one report of one book.</summary>
/// <param name="Shape">What the book looks like, or null for the usual one.</param>
/// <param name="By">The dimensions of the report.</param>
/// <param name="Bytes">The size of the book.</param>
/// <param name="Runs">The runs of each program by its name, this library's first.</param>
internal sealed record ComparedRuns(
    string? Shape, string By, long Bytes, IReadOnlyDictionary<string, List<Measurement>> Runs)
{
    /// <summary>The median time of a program.</summary>
    public double SecondsOf(string engine) => Median(Runs[engine].Select(run => run.WallSeconds));

    /// <summary>The median time of a program on all processors together.</summary>
    public double CpuSecondsOf(string engine) => Median(Runs[engine].Select(run => run.CpuSeconds));

    /// <summary>The most memory of all runs of a program, in MB.</summary>
    public double PeakOf(string engine) => Runs[engine].Max(run => run.PeakBytes) / 1e6;

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        int middle = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}
