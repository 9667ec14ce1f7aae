namespace CostCenters.Cubes.Columns;

/// <summary>All sizes at which columns change the way in which they keep sums, each with what set it.</summary>
/// <remarks>
/// None of them changes a figure. Measured means on the machine of benchmarks/README.md (two cores, 1 MiB L2 a core,
/// 32 MiB L3): times with the benchmarks named there, memory with cubes of 20 x 20 x 24 to 20,000 x 300 x 24 centers,
/// elements and periods and of 3,000 to 1,000,000 postings in random order, each built with a quarter and with four
/// times the size. Where memory is given for one of these cubes, the others kept and allocated the same.
/// </remarks>
internal static class ColumnThresholds
{
    /// <summary>Cells of a period up to which its sums have an array from the start.</summary>
    /// <remarks>Measured: from 1,024 to 16,384 cells no cube kept or allocated more. An array of 16 KiB a period
    /// (32 KiB of quantities) spares sorting lists over and over.</remarks>
    public const int AlwaysArray = 4_096;

    /// <summary>Cells of a period up to which <see cref="CellsPerListPlaceOfSmall"/> holds.</summary>
    /// <remarks>Measured with CubeBenchmarks in random order: an array of 2 MB is filled several times as fast as a
    /// long list.</remarks>
    public const int SmallArray = 512 * 1024;

    /// <summary>Cells of a period for each number that waits; if more wait, they go to an array.</summary>
    /// <remarks>A number that waits takes 8 bytes and an array cell 4 or 8, so from one cell in eight on an array of
    /// narrow sums takes at most four times the memory. Measured: no cube kept more with 4 or 16.</remarks>
    public const int CellsPerListPlace = 8;

    /// <summary>The same where an array is small.</summary>
    /// <remarks>Measured with CubeBenchmarks, see <see cref="SmallArray"/>.</remarks>
    public const int CellsPerListPlaceOfSmall = 64;

    /// <summary>Places of the longest list, and numbers that wait together in a chunk when it is full.</summary>
    /// <remarks>A chunk takes 32 KiB in place of 64, so it is shared, and lists that are full stay within the second
    /// cache.</remarks>
    public const int ChunkLength = 4_096;

    /// <summary>Places of a list when it is first taken.</summary>
    /// <remarks>Measured: 20,000 x 300 x 24 cells with 600,000 postings allocated 1.4 times as much with 16 places
    /// (lists grow more often), and 2.3 times with 256.</remarks>
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
    /// <remarks>Measured: shared from 32 KiB on, 300 x 100 x 240 cells kept 1.6 times their memory; with 512 KiB none
    /// kept less.</remarks>
    public const int LeastToShare = 128 * 1024;

    /// <summary>The same for lists that wait, of which a large space has one for each period.</summary>
    /// <remarks>Measured: shared from 8 KiB on, 100 x 40 x 12 cells allocated 8.9 times as much; with 128 KiB none
    /// allocated less. Lists grow by factors, and what they leave behind is not shared again.</remarks>
    public const int LeastListToShare = 32 * 1024;

    /// <summary>Bytes of an array that lists share, at least.</summary>
    /// <remarks>Two large pages: less could not begin with one and have room. Measured: with 1 MiB and 16 MiB no cube
    /// kept more.</remarks>
    public const int LeastSharedByLists = 4 * 1024 * 1024;

    /// <summary>Bytes of a period from which <see cref="PeriodsPerLargeArray"/> are shared at once.</summary>
    /// <remarks>Measured: with 256 KiB and 4 MiB no cube kept more. Below, an array is as long as what was taken so
    /// far, so a small cube wastes half at most.</remarks>
    public const int LargePeriod = 1024 * 1024;

    /// <summary>Bytes of a period from which it has an array alone.</summary>
    /// <remarks>Measured: a single period of 6 MB kept 17.5 MB with 8 MiB and 7.0 MB with 2 MiB; where there are
    /// several periods of that size, perhaps few pages of each are ever touched, and those of a shared array are
    /// cleared.</remarks>
    public const int VeryLargePeriod = 8 * 1024 * 1024;

    /// <summary>Bytes of a shared array, at most.</summary>
    /// <remarks>Measured: a single period of 6 MB kept 7.0 MB with 4 MiB, 17.5 MB with 16 MiB and 67 MB with 64 MiB;
    /// half of the third cache is what a cube may waste.</remarks>
    public const int MostShared = 16 * 1024 * 1024;

    /// <summary>Periods that share an array where they are large.</summary>
    /// <remarks>Measured: with 64, one period of 50,000 cells took 13 MB.</remarks>
    public const int PeriodsPerLargeArray = 16;
}
