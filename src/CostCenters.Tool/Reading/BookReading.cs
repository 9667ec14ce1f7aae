using CostCenters.Books;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Journals;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Reading;

/// <summary>Reads a book with progress on a terminal, and tells what was read.</summary>
internal static class BookReading
{
    /// <summary>Reads the cubes of a book.</summary>
    /// <param name="folder">The book.</param>
    /// <param name="comparableWeeks">Whether the postings are added up by comparable weeks, too.</param>
    /// <param name="tellsAll">Whether every fault is kept for a file, or the first ones for the screen.</param>
    /// <param name="quantities">Whether the cubes hold quantities, too.</param>
    public static ImportResult<BookCubes> Read(
        string folder, bool comparableWeeks, bool tellsAll, bool quantities = false)
    {
        ImportResult<BookCubes> import = Messages.WhileShowing(
            "Reading the book",
            progress => BookFolder.ReadCubes(
                folder, progress: progress, quantities: quantities, comparableWeeks: comparableWeeks,
                mostTold: tellsAll ? null : Messages.MostTold));
        Messages.Summary(import);
        return import;
    }

    /// <summary>Reads a book with all its postings.</summary>
    /// <param name="folder">The book.</param>
    /// <param name="stamp">Who reads it, and when.</param>
    public static ImportResult<Book> ReadWhole(string folder, CommandStamp stamp)
    {
        ImportResult<Book> import = Messages.WhileShowing("Reading the book", _ => BookFolder.Read(folder, stamp));
        Messages.Summary(import);
        return import;
    }
}
