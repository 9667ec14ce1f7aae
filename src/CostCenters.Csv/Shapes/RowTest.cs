using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace CostCenters.Csv.Shapes;

/// <summary>A question about a row of a file that has the answer yes or no.</summary>
/// <remarks>
/// <code>
/// RowTest reversed = RowTest.Is(ColumnSource.Named("Reversed"), "X");
/// RowTest total = RowTest.StartsWith(ColumnSource.At(1), "Total");
/// RowTest cost = RowTest.Between(ColumnSource.Named("Konto"), "4000", "4999");
/// </code>
/// Texts are compared without letter case and surrounding spaces. Immutable.
/// </remarks>
public sealed class RowTest
{
    private RowTest(RowTestKind kind, ColumnSource? column, IEnumerable<string> texts, params RowTest[] tests)
    {
        Kind = kind;
        Column = column;
        Texts = [.. texts];
        Tests = [.. tests];
    }

    /// <summary>What is asked.</summary>
    public RowTestKind Kind { get; }

    /// <summary>The text that is looked at; null where other tests are combined.</summary>
    public ColumnSource? Column { get; }

    /// <summary>The texts to compare with.</summary>
    public ImmutableArray<string> Texts { get; }

    /// <summary>The tests that are combined.</summary>
    public ImmutableArray<RowTest> Tests { get; }

    /// <summary>Whether the text is one of some.</summary>
    /// <param name="column">The text.</param>
    /// <param name="texts">At least one.</param>
    /// <exception cref="ArgumentException">There is no text, or an empty one.</exception>
    public static RowTest Is(ColumnSource column, params IEnumerable<string> texts) =>
        Compare(RowTestKind.Is, column, texts);

    /// <summary>Whether the text starts with one of some.</summary>
    /// <param name="column">The text.</param>
    /// <param name="texts">At least one.</param>
    /// <exception cref="ArgumentException">There is no text, or an empty one.</exception>
    public static RowTest StartsWith(ColumnSource column, params IEnumerable<string> texts) =>
        Compare(RowTestKind.StartsWith, column, texts);

    /// <summary>Whether one of some stands in the text.</summary>
    /// <param name="column">The text.</param>
    /// <param name="texts">At least one.</param>
    /// <exception cref="ArgumentException">There is no text, or an empty one.</exception>
    public static RowTest Contains(ColumnSource column, params IEnumerable<string> texts) =>
        Compare(RowTestKind.Contains, column, texts);

    /// <summary>Whether the text is a number of digits alone between two others, such as an account of a
    /// range.</summary>
    /// <param name="column">The text; one with anything but digits is in no range.</param>
    /// <param name="from">The lowest number, digits alone; leading zeros do not count.</param>
    /// <param name="through">The highest number, inclusive.</param>
    /// <exception cref="ArgumentException">A bound has anything but digits, or they are reversed.</exception>
    public static RowTest Between(ColumnSource column, string from, string through)
    {
        ArgumentNullException.ThrowIfNull(column);
        return WholeNumber(from) is BigInteger lowest && WholeNumber(through) is BigInteger highest && lowest <= highest
            ? new(RowTestKind.Between, column, [from, through])
            : throw new ArgumentException(
                $"Two numbers of digits alone were expected, the lower one first, not {from} and {through}.",
                nameof(from));
    }

    /// <summary>Whether there is no text.</summary>
    /// <param name="column">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="column"/> is null.</exception>
    public static RowTest IsEmpty(ColumnSource column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new(RowTestKind.IsEmpty, column, []);
    }

    /// <summary>Whether both tests say yes.</summary>
    /// <param name="other">The other test.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public RowTest And(RowTest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(RowTestKind.And, null, [], this, other);
    }

    /// <summary>Whether one of the tests says yes.</summary>
    /// <param name="other">The other test.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public RowTest Or(RowTest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(RowTestKind.Or, null, [], this, other);
    }

    /// <summary>Whether this test says no.</summary>
    public RowTest Not() => new(RowTestKind.Not, null, [], this);

    /// <summary>The test in words, for reasons and messages.</summary>
    public override string ToString() => Kind switch
    {
        RowTestKind.And => $"{Tests[0]} and {Tests[1]}",
        RowTestKind.Or => $"({Tests[0]} or {Tests[1]})",
        RowTestKind.Not => $"not {Tests[0]}",
        RowTestKind.IsEmpty => $"{SourceNames.Of(Column!)} is empty",
        RowTestKind.Between => $"{SourceNames.Of(Column!)} is between {Texts[0]} and {Texts[1]}",
        _ => $"{SourceNames.Of(Column!)} {WordOf(Kind)} {string.Join(" or ", Texts)}",
    };

    /// <summary>The number of a text of digits, at most 40 of them; null for any other text.</summary>
    internal static BigInteger? WholeNumber(string? text) =>
        text is { Length: >= 1 and <= 40 } && text.All(char.IsAsciiDigit)
            ? BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    private static string WordOf(RowTestKind kind) => kind switch
    {
        RowTestKind.Is => "is",
        RowTestKind.StartsWith => "starts with",
        _ => "contains",
    };

    private static RowTest Compare(RowTestKind kind, ColumnSource column, IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(texts);
        string[] trimmed = [.. texts.Select(text => text?.Trim() ?? "")];
        return trimmed.Length == 0 || trimmed.Any(text => text.Length == 0)
            ? throw new ArgumentException("Name at least one text, none of them empty.", nameof(texts))
            : new(kind, column, trimmed);
    }
}
