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
        var file = new FileStream(settings.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            return new OpenedBook(Book.Open(file, out _), [], file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
