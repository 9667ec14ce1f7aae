namespace CostCenters.KeyFigures.Contacts;

/// <summary>A list that grows without moving what it holds, so that millions of rows are never copied.</summary>
internal sealed class Column<T>
    where T : struct
{
    private const int Bits = 16;
    private readonly List<T[]> chunks = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref chunks[index >> Bits][index & ((1 << Bits) - 1)];

    public void Add(in T item)
    {
        if (Count == chunks.Count << Bits)
        {
            chunks.Add(new T[1 << Bits]);
        }

        this[Count++] = item;
    }
}
