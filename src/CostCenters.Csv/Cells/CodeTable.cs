using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CostCenters.Csv.Cells;

/// <summary>Finds values by code straight from the bytes of a cell, without a string for each cell.</summary>
internal sealed class CodeTable<TValue>
{
    private readonly Dictionary<string, TValue> values = new(Utf8TextComparer.Ordinal);

    public int Count => values.Count;

    public bool TryGet(ReadOnlySpan<byte> code, [MaybeNullWhen(false)] out TValue value) =>
        values.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(code, out value);

    public bool TryAdd(string code, TValue value) => values.TryAdd(code, value);
}

/// <summary>Compares strings exactly, also with their UTF-8.</summary>
internal sealed class Utf8TextComparer
    : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
{
    public static Utf8TextComparer Ordinal { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode(string obj) => GetHashCode(Encoding.UTF8.GetBytes(obj));

    public bool Equals(ReadOnlySpan<byte> alternate, string other) =>
        Ascii.Equals(alternate, other)
        || (!Ascii.IsValid(alternate)
            && string.Equals(Encoding.UTF8.GetString(alternate), other, StringComparison.Ordinal));

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        HashCode hash = default;
        hash.AddBytes(alternate);
        return hash.ToHashCode();
    }

    public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);
}
