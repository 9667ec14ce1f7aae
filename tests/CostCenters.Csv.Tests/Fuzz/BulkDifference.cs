using CostCenters.Csv.Bulk;

namespace CostCenters.Csv.Tests.Fuzz;

/// <summary>Holds what a bulk reader says against the plain one: in chunks of any size, on any number of threads.
/// </summary>
internal static class BulkDifference
{
    // Below it every size is tried, above it some in the short run.
    private const int Smallest = 30;

    private static readonly int[] Threads = [1, 2, 7];

    /// <summary>No difference wherever the borders of the chunks are.</summary>
    /// <param name="plain">What the plain reader says.</param>
    /// <param name="length">The length of what is read, in bytes.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="bulk">What the bulk reader says.</param>
    public static void NoneInChunks(string plain, int length, int threads, Func<BulkSettings, string> bulk)
    {
        for (int size = 1; size <= length + 2; size += Step(size))
        {
            Require(plain, bulk, new BulkSettings
            {
                Threads = threads,
                ChunkSize = size,
                LongestCarry = size % 5 == 0 ? size : 4 * 1024 * 1024,
                Width = (ScanWidth)(size % 4),
            });
        }
    }

    /// <summary>No difference whatever the longest row is that is carried from chunk to chunk.</summary>
    public static void NoneWithCarry(string plain, Func<BulkSettings, string> bulk)
    {
        for (int carry = 0; carry <= 120; carry += Step(carry))
        {
            Require(plain, bulk, new BulkSettings
            {
                Threads = 1 + (carry % 3), ChunkSize = 1 + (carry % 7), LongestCarry = carry,
            });
        }
    }

    /// <summary>The first difference with settings that are drawn, or nothing.</summary>
    public static string First(Random random, string plain, Func<BulkSettings, string> bulk) =>
        Threads.Select(threads => Difference(plain, bulk, new BulkSettings
        {
            Threads = threads,
            ChunkSize = random.Next(3) == 0 ? 256 * 1024 : random.Next(1, 300),
            LongestCarry = random.Next(4) == 0 ? random.Next(1, 300) : 4 * 1024 * 1024,
            Width = (ScanWidth)random.Next(4),
        })).FirstOrDefault(difference => difference.Length > 0) ?? "";

    private static int Step(int size) => size < Smallest ? 1 : TestRounds.Step;

    private static void Require(string plain, Func<BulkSettings, string> bulk, BulkSettings settings)
    {
        string difference = Difference(plain, bulk, settings);
        Assert.True(difference.Length == 0, difference);
    }

    private static string Difference(string plain, Func<BulkSettings, string> bulk, BulkSettings settings)
    {
        string told = bulk(settings);
        if (told == plain)
        {
            return "";
        }

        (string? plain, string? bulk) line = plain.Split('\n').Cast<string?>().Append(null)
            .Zip(told.Split('\n').Cast<string?>().Append(null))
            .FirstOrDefault(pair => pair.First != pair.Second);
        return $"{settings}\nplain: {line.plain}\nbulk:  {line.bulk}";
    }
}
