using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace CostCenters.Data.Results;

/// <summary>What came of reading a table: the value, and which rows were not used.</summary>
/// <remarks>Law: rows read = accepted + rejected. Immutable.</remarks>
/// <typeparam name="T">What was read.</typeparam>
public sealed class SqlResult<T>
    where T : class
{
    internal SqlResult(T? value, long rowsRead, long rowsRejected, IEnumerable<SqlRejection> rejections)
    {
        Value = value;
        RowsRead = rowsRead;
        RowsRejected = rowsRejected;
        Rejections = [.. rejections];
    }

    /// <summary>What was read; null for master data with a fault, which stand or fall as a whole.</summary>
    public T? Value { get; }

    /// <summary>How many rows the table has.</summary>
    public long RowsRead { get; }

    /// <summary>How many of them are in the value.</summary>
    public long RowsAccepted => RowsRead - RowsRejected;

    /// <summary>How many are not.</summary>
    public long RowsRejected { get; }

    /// <summary>The rejected rows by reason and column, in order of both.</summary>
    public ImmutableArray<SqlRejection> Rejections { get; }

    /// <summary>The value of a table all of whose rows are used.</summary>
    /// <exception cref="InvalidOperationException">Rows were rejected; the message tells which.</exception>
    [SuppressMessage("Design", "CA1024", Justification = "It throws.")]
    public T GetOrThrow() => RowsRejected == 0 && Value is T value
        ? value
        : throw new InvalidOperationException(
            FormattableString.Invariant($"{RowsRejected} of {RowsRead} rows were rejected. ")
                + string.Join("; ", Rejections));
}
