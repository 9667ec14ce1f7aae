using NodaTime;

namespace CostCenters.Reporting.Documents;

/// <summary>What a reader has to know before the first figure, and what the report itself cannot say; periods, dates,
/// currency and the names of what is compared come from its comparison.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ReportTitle
{
    /// <summary>Creates a title.</summary>
    /// <param name="book">The name of the book.</param>
    /// <param name="version">The budget version, or null where none is compared.</param>
    /// <param name="actualsThrough">The last day that has a posting, or null where there is none.</param>
    /// <param name="message">What the report says in one sentence, or null.</param>
    /// <exception cref="ArgumentException"><paramref name="book"/> is null or blank.</exception>
    public ReportTitle(string book, string? version, LocalDate? actualsThrough, string? message = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(book);
        Book = book;
        Version = version;
        ActualsThrough = actualsThrough;
        Message = message;
    }

    /// <summary>The name of the book.</summary>
    public string Book { get; }

    /// <summary>The budget version, or null.</summary>
    public string? Version { get; }

    /// <summary>The last day that has a posting, or null.</summary>
    public LocalDate? ActualsThrough { get; }

    /// <summary>What the report says in one sentence, or null.</summary>
    public string? Message { get; }
}
