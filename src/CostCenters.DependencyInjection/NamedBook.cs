using System.Collections.Immutable;
using CostCenters.Books;
using CostCenters.Csv.Imports;

namespace CostCenters.DependencyInjection;

/// <summary>A book of a host by its name: opened once when it is first asked for, and anew when that is requested.
/// </summary>
/// <remarks>Safe for use by several threads. Disposed of with the container, which closes a journal file.</remarks>
public sealed class NamedBook : IDisposable
{
    private readonly Lock gate = new();
    private readonly Func<OpenedBook> open;
    private volatile OpenedBook? opened;
    private bool isDisposed;

    internal NamedBook(string name, Func<OpenedBook> open)
    {
        Name = name;
        this.open = open;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The book; opened by the first who asks, while others wait. An opening that fails is tried again by the
    /// next.</summary>
    /// <exception cref="ImportException">Rows cannot be read, and the settings refuse that.</exception>
    /// <exception cref="Journals.JournalException">The journal is not whole.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="ObjectDisposedException">The container was disposed of.</exception>
    public Book Current => (opened ?? First()).Book;

    /// <summary>What was noticed when the book was opened: rows that were left out, and notes.</summary>
    /// <exception cref="ImportException">Rows cannot be read, and the settings refuse that.</exception>
    /// <exception cref="Journals.JournalException">The journal is not whole.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="ObjectDisposedException">The container was disposed of.</exception>
    public ImmutableArray<ImportIssue> Issues => (opened ?? First()).Issues;

    /// <summary>How many bytes of an entry that ends too early were cut off the journal file when it was opened, as
    /// after a crash: it was never accepted. 0 as a rule.</summary>
    /// <exception cref="ImportException">Rows cannot be read, and the settings refuse that.</exception>
    /// <exception cref="Journals.JournalException">The journal is not whole.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="ObjectDisposedException">The container was disposed of.</exception>
    public long DroppedBytes => (opened ?? First()).DroppedBytes;

    /// <summary>Opens the book anew, such as after its files have changed. Who has the one before keeps it; one over a
    /// journal file has every command that was accepted written, and throws
    /// <see cref="InvalidOperationException"/> on further ones.</summary>
    /// <returns>The new book. Where opening it fails, a book of a folder stays as it was, and one of a journal is
    /// opened when it is asked for next.</returns>
    /// <exception cref="ImportException">Rows cannot be read, and the settings refuse that.</exception>
    /// <exception cref="Journals.JournalException">The journal is not whole.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="ObjectDisposedException">The container was disposed of.</exception>
    public Book Reload()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            if (opened?.Journal is not null)
            {
                OpenedBook before = opened;
                opened = null;
                before.Close();
            }

            opened = open();
            return opened.Book;
        }
    }

    /// <summary>Closes the journal file, if there is one.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            opened?.Close();
            opened = null;
        }
    }

    private OpenedBook First()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return opened ??= open();
        }
    }
}
