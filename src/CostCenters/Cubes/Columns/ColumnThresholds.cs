namespace CostCenters.Cubes.Columns;

/// <summary>All sizes at which columns change the way in which they keep sums, each with what set it.</summary>
/// <remarks>
/// None of them changes a figure. Measured means: with the benchmarks named in benchmarks/README.md on its machine (two
/// cores, 1 MiB L2 a core, 32 MiB L3). Where nothing was measured for a size alone, it says what it trades.
/// </remarks>
internal static class ColumnThresholds
{
    /// <summary>Cells of a period up to which its sums have an array from the start.</summary>
    /// <remarks>Trades: 16 KiB a period (32 KiB of quantities) against sorting lists over and over.</remarks>
    public const int AlwaysArray = 4_096;

    /// <summary>Cells of a period up to which <see cref="CellsPerListPlaceOfSmall"/> holds.</summary>
    /// <remarks>Measured with CubeBenchmarks in random order: an array of 2 MB is filled several times as fast as a
    /// long list.</remarks>
    public const int SmallArray = 512 * 1024;

    /// <summary>Cells for each place of the longest list of a period; a longer one becomes an array.</summary>
    /// <remarks>Trades: a list place takes 16 bytes and an array cell 4 or 8, so from one cell in eight on an array of
    /// narrow sums takes at most twice the memory of the list.</remarks>
    public const int CellsPerListPlace = 8;

    /// <summary>The same where an array is small.</summary>
    /// <remarks>Measured with CubeBenchmarks, see <see cref="SmallArray"/>.</remarks>
    public const int CellsPerListPlaceOfSmall = 64;

    /// <summary>Places of a list when it is first taken.</summary>
    /// <remarks>Trades: 1 KiB for a period of few postings.</remarks>
    public const int FirstListPlaces = 64;

    /// <summary>Numbers at once from which they go to an array directly.</summary>
    /// <remarks>Measured with CubeBenchmarks: fewer would come to a place of memory that is not in the cache.</remarks>
    public const int Many = 256;

    /// <summary>Numbers that wait before they are added to an array together.</summary>
    /// <remarks>Measured with CubeBenchmarks in random order; 16 KiB, half of the first cache.</remarks>
    public const int WaitingBeforeArray = 1_024;

    /// <summary>Numbers between the prefetch of a cell and the addition to it.</summary>
    /// <remarks>Measured with CubeBenchmarks: 10 million postings in random order took 200 ms on one thread in place
    /// of 370.</remarks>
    public const int Ahead = 64;

    /// <summary>Bytes from which the places of a period stand beside those of others in one array.</summary>
    /// <remarks>Measured with CubeBenchmarks: shared from 32 KiB on, small cubes kept several times their memory.
    /// </remarks>
    public const int LeastToShare = 128 * 1024;

    /// <summary>The same for lists that wait, of which a large space has one for each period.</summary>
    /// <remarks>Trades: lists grow by factors, and what they leave behind is not shared again.</remarks>
    public const int LeastListToShare = 32 * 1024;

    /// <summary>Bytes of an array that lists share, at least.</summary>
    /// <remarks>Two large pages: less could not begin with one and have room.</remarks>
    public const int LeastSharedByLists = 4 * 1024 * 1024;

    /// <summary>Bytes of a period from which <see cref="PeriodsPerLargeArray"/> are shared at once.</summary>
    /// <remarks>Trades: below, an array is as long as what was taken so far, so a small cube wastes half at most.
    /// </remarks>
    public const int LargePeriod = 1024 * 1024;

    /// <summary>Bytes of a period from which it has an array alone.</summary>
    /// <remarks>Trades: perhaps few of its pages are ever touched, and those of a shared one are cleared.</remarks>
    public const int VeryLargePeriod = 8 * 1024 * 1024;

    /// <summary>Bytes of a shared array, at most.</summary>
    /// <remarks>Trades: half of the third cache; what is not used of it is the most that a cube wastes.</remarks>
    public const int MostShared = 16 * 1024 * 1024;

    /// <summary>Periods that share an array where they are large.</summary>
    /// <remarks>Measured: with 64, one period of 50,000 cells took 13 MB.</remarks>
    public const int PeriodsPerLargeArray = 16;
}
