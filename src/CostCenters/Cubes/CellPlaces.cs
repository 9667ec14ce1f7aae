using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CostCenters.Cubes;

/// <summary>Hands out places for the sums of the periods of a cube, empty and side by side in large arrays.</summary>
/// <remarks>
/// The first touch of memory is most of what a large cube costs, and far less where the system maps much of it at once.
/// Safe for use by several threads.
/// </remarks>
/// <typeparam name="T">The type of a sum.</typeparam>
/// <param name="mapsAhead">Whether the places that come next are mapped by another thread.</param>
/// <param name="leastBytes">The least bytes of an array that several share.</param>
internal sealed class CellPlaces<T>(bool mapsAhead, int leastBytes = 0)
    where T : unmanaged
{
    private const int BytesToShare = 32 * 1024;
    private const int PeriodsPerArray = 16;
    private const int MostBytes = 16 * 1024 * 1024;

    private readonly Lock gate = new();
    private ArraySegment<T> rest = [];

    /// <summary>Places for so many cells.</summary>
    public ArraySegment<T> Take(int count)
    {
        if (count < BytesToShare / Unsafe.SizeOf<T>())
        {
            return new T[count];
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
                nint start = Marshal.UnsafeAddrOfPinnedArrayElement(next.Array!, next.Offset);
                HugePages.Map(start, (nint)next.Count * Unsafe.SizeOf<T>());
                GC.KeepAlive(next.Array);
            },
            next,
            preferLocal: false);

    /// <summary>An array of many places, of which what is never taken is never touched.</summary>
    private ArraySegment<T> NewArray(int count)
    {
        long usual = Math.Clamp(
            (long)count * PeriodsPerArray, leastBytes / Unsafe.SizeOf<T>(), MostBytes / Unsafe.SizeOf<T>());

        // Pinned, so that it stays where large pages are asked for.
        T[] array = GC.AllocateUninitializedArray<T>((int)Math.Max(usual, count), pinned: true);
        nint unused = HugePages.Ask(
            Marshal.UnsafeAddrOfPinnedArrayElement(array, 0), (nint)array.Length * Unsafe.SizeOf<T>());
        int first = (int)(unused / Unsafe.SizeOf<T>());
        return array.Length - first >= count ? new ArraySegment<T>(array)[first..] : array;
    }
}
