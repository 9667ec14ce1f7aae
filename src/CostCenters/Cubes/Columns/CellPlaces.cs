using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static CostCenters.Cubes.Columns.ColumnThresholds;

namespace CostCenters.Cubes.Columns;

/// <summary>Hands out places for the sums of the periods of a cube, empty and side by side in large arrays.</summary>
/// <remarks>
/// The first touch of memory is most of what a large cube costs, and far less where the system maps much of it at once.
/// Safe for use by several threads.
/// </remarks>
/// <typeparam name="T">The type of a sum.</typeparam>
/// <param name="mapsAhead">Whether the places that may come next are mapped by another thread.</param>
/// <param name="leastToShare">The least bytes that stand beside others.</param>
/// <param name="leastShared">The least bytes of an array that several share.</param>
internal sealed class CellPlaces<T>(bool mapsAhead, int leastToShare = LeastToShare, int leastShared = 0)
    where T : unmanaged
{
    private readonly Lock gate = new();
    private ArraySegment<T> rest = [];
    private long shared;

    /// <summary>Places for so many cells.</summary>
    public ArraySegment<T> Take(int count)
    {
        long bytes = (long)count * Unsafe.SizeOf<T>();
        if (bytes < leastToShare)
        {
            return new T[count];
        }

        if (bytes >= VeryLargePeriod)
        {
            // Perhaps few of its pages are ever touched.
            return InLargePages(GC.AllocateArray<T>(count, pinned: true), count);
        }

        ArraySegment<T> places;
        lock (gate)
        {
            if (rest.Count < count)
            {
                rest = NewArray(count);
            }

            places = rest[..count];
            rest = rest[count..];
            shared += count;
            if (mapsAhead && rest.Count >= count)
            {
                MapAhead(rest[..count]);
            }
        }

        // Cleared here, since they are used at once and then still in the processor's cache.
        places.AsSpan().Clear();
        return places;
    }

    /// <summary>Has the next places mapped in the background, since whoever takes them holds others up.</summary>
    private static void MapAhead(ArraySegment<T> next) =>
        ThreadPool.UnsafeQueueUserWorkItem(
            static next =>
            {
                // Safe: the array is pinned and kept alive, and the system is told no byte beyond it.
                nint start = Marshal.UnsafeAddrOfPinnedArrayElement(next.Array!, next.Offset);
                HugePages.Map(start, (nint)next.Count * Unsafe.SizeOf<T>());
                GC.KeepAlive(next.Array);
            },
            next,
            preferLocal: false);

    /// <summary>Asks for large pages, and begins with the first of them where there is room enough.</summary>
    private static ArraySegment<T> InLargePages(T[] pinned, int count)
    {
        // Safe: the array is pinned and in use by the caller, and the system is told no byte beyond it.
        nint unused = HugePages.Ask(
            Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0), (nint)pinned.Length * Unsafe.SizeOf<T>());
        int first = (int)(unused / Unsafe.SizeOf<T>());
        return pinned.Length - first >= count ? new ArraySegment<T>(pinned)[first..] : pinned;
    }

    /// <summary>An array for as much as there has been so far; for the large, one that fills large pages.</summary>
    private ArraySegment<T> NewArray(int count)
    {
        int size = Unsafe.SizeOf<T>();
        long usual = count >= LargePeriod / size ? (long)count * PeriodsPerLargeArray : shared;
        long length = Math.Max(Math.Clamp(usual, leastShared / size, MostShared / size), count);

        // Pinned, so that it stays where large pages are asked for.
        // Safe: places are cleared when they are taken.
        return InLargePages(GC.AllocateUninitializedArray<T>((int)length, pinned: true), count);
    }
}
