using CostCenters.Books;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Journals;

namespace CostCenters.DependencyInjection;

/// <summary>Opens a book as its settings say.</summary>
internal sealed class BookOpening(BookSettings settings, Func<CommandStamp> stamp)
{
    public OpenedBook Open() => settings.Format == BookFormat.Folder ? Folder() : Journal();

    private OpenedBook Folder()
    {
        ImportResult<Book> read = BookFolder.Read(settings.Path, stamp(), settings.Profiles);
        Book book = settings.RejectedRows == RejectedRows.LeaveOut && read.Value is Book whole
            ? whole
            : read.GetOrThrow();
        return new OpenedBook(book, read.Issues, null);
    }

    private OpenedBook Journal()
    {
        // Without a buffer of its own, so that a command whose entry is written has left the process.
        var file = new FileStream(
            settings.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        try
        {
            Book book = Book.Open(file, out long dropped);
            return new OpenedBook(book, [], file, dropped);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
