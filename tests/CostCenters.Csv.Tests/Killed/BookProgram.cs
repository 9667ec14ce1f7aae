using CostCenters.Books;
using CostCenters.Csv.Imports;
using CostCenters.Ledgers;
using System.Globalization;

namespace CostCenters.Csv.Tests.Killed;

/// <summary>
/// The tests as a program of their own, which other tests start and kill: it writes one of two books over the other, or
/// tells which of the two a folder holds.
/// </summary>
internal static class BookProgram
{
    private const string Usage = "Usage: write FOLDER ROWS ROUNDS | check FOLDER ROWS";

    public static int Main(string[] args)
    {
        try
        {
            switch (args)
            {
                case ["write", string folder, string rows, string rounds]:
                    Write(folder, Number(rows), Number(rounds));
                    return 0;
                case ["check", string folder, string rows]:
                    Console.WriteLine(Check(folder, Number(rows)));
                    return 0;
                default:
                    Console.Error.WriteLine(Usage);
                    return 2;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    /// <summary>The number of the book that a folder holds, whole.</summary>
    /// <exception cref="IOException">It holds neither of the two.</exception>
    public static int Check(string folder, int rows)
    {
        ImportResult<Book> read = BookFolder.Read(folder, TestBook.Stamp);
        if (read.Value is not Book book)
        {
            throw new IOException(string.Join('\n', read.Issues));
        }

        int number = Number(book.Name);
        LedgerSnapshot snapshot = book.Ledger.Snapshot();
        bool isWhole = read.Counts.Rejected == 0
            && snapshot.PostingCount == rows * number
            && snapshot.Postings().All(posting => posting.Amount == number)
            && book.Snapshot().Budgets.Single().Lines.Single().Amount == number
            && book.Snapshot().KeyFigures.Single().Value == number;
        return isWhole ? number : throw new IOException($"Book {number} is not whole.");
    }

    private static void Write(string folder, int rows, int rounds)
    {
        Book[] books = [BookOf(1, rows), BookOf(2, rows)];
        for (int round = 0; round < rounds; round++)
        {
            BookFolder.Write(books[round % 2], folder);
        }
    }

    /// <summary>A book in which every amount is its number, with so many times as many rows.</summary>
    private static Book BookOf(int number, int rows)
    {
        using TestBook folder = new TestBook()
            .With("book.json", TestBook.Description.Replace("Test", $"{number}", StringComparison.Ordinal))
            .With("budget.csv", $"version,center,element,period,amount\nplan,A,rent,2026-P01,{number}\n")
            .With("key-figures.csv", $"period,center,key_figure,value\n2026-P01,A,heads,{number}\n")
            .With(
                "postings.csv",
                "date,center,element,amount\n"
                    + string.Concat(Enumerable.Repeat($"2026-01-31,A,rent,{number}\n", rows * number)));
        return folder.Read().GetOrThrow();
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
