using NodaTime;

namespace CostCenters.Data.Loading;

/// <summary>Takes the rows of one table, cell by cell in order of its columns: what the bulk copy of a provider is put
/// behind.</summary>
/// <remarks>The library brings one that works with any provider, by INSERT. The appender of DuckDB and the binary COPY
/// of PostgreSQL, which are much faster, are some twenty lines each: docs/databases.md has them.</remarks>
public interface ISqlRowWriter : IAsyncDisposable
{
    /// <summary>Writes a text.</summary>
    /// <param name="value">The text, or null.</param>
    void WriteText(string? value);

    /// <summary>Writes a day.</summary>
    /// <param name="value">The day, or null.</param>
    void WriteDay(LocalDate? value);

    /// <summary>Writes an integer.</summary>
    /// <param name="value">The integer, or null.</param>
    void WriteCount(long? value);

    /// <summary>Writes a decimal.</summary>
    /// <param name="value">The decimal, or null.</param>
    void WriteNumber(decimal? value);

    /// <summary>Ends a row.</summary>
    void EndRow();

    /// <summary>Ends the table; without this call nothing counts.</summary>
    /// <param name="cancellation">Ends the work.</param>
    Task CompleteAsync(CancellationToken cancellation);
}
