using System.Diagnostics;
using static CostCenters.Cubes.Columns.ColumnThresholds;

namespace CostCenters.Cubes.Columns;

/// <summary>Numbers with their cells that wait to be added up, in half the memory wherever they fit 32 bits.</summary>
/// <param name="memory">Where to take the places from.</param>
internal sealed class WaitingCells(ColumnMemory memory)
{
    private readonly List<Chunk> chunks = [];

    public int Count { get; private set; }

    /// <summary>Has more numbers wait.</summary>
    public void Add(ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers)
    {
        Count += cells.Length;
        for (int first = 0; first < cells.Length; first += ChunkLength)
        {
            int count = Math.Min(ChunkLength, cells.Length - first);
            chunks.Add(NewChunk(cells.Slice(first, count), numbers.Slice(first, count)));
        }
    }

    /// <summary>Adds all of them in order of arrival to a list that has room for them; then none waits.</summary>
    public void MoveTo(CellList list)
    {
        foreach (Chunk chunk in chunks)
        {
            if (chunk.Places.Array is not null)
            {
                list.Add(chunk.Places[..chunk.Count], chunk.Places.Slice(ChunkLength, chunk.Count));
                memory.ReturnChunk(chunk.Places);
            }
            else
            {
                list.AddFirst(chunk.WideCells, chunk.WideNumbers);
            }
        }

        chunks.Clear();
        Count = 0;
    }

    private Chunk NewChunk(ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers)
    {
        Debug.Assert(cells.Length <= ChunkLength && cells.Length == numbers.Length);
        if (cells.Length < ChunkLength / 4)
        {
            // Few sums of a small space: a chunk would take many times their memory.
            return new Chunk(cells.Length, default, cells.ToArray(), numbers.ToArray());
        }

        ArraySegment<int> places = memory.RentChunk();
        if (Narrowing.TryNarrow(cells, places) && Narrowing.TryNarrow(numbers, places[ChunkLength..]))
        {
            return new Chunk(cells.Length, places, [], []);
        }

        memory.ReturnChunk(places);
        return new Chunk(cells.Length, default, cells.ToArray(), numbers.ToArray());
    }

    /// <param name="Count">How many numbers it has.</param>
    /// <param name="Places">The cells, and from the middle on the numbers; without an array where they do not fit,
    /// or are few.</param>
    /// <param name="WideCells">The cells where they do not fit, or are few.</param>
    /// <param name="WideNumbers">The numbers where they do not fit, or are few.</param>
    private readonly record struct Chunk(
        int Count, ArraySegment<int> Places, long[] WideCells, long[] WideNumbers);
}
