using CostCenters.Books;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using NodaTime;
using static CostCenters.Samples.Cookbook.Desk;

namespace CostCenters.Samples.Cookbook;

internal static class JournalPage
{
    public static void Show()
    {
        Console.WriteLine("-- a journal that proves what was posted");
        var stamp = new CommandStamp("anna", Instant.FromUtc(2026, 4, 1, 8, 30));
        var book = new Book("Acme", Space);
        using var file = new MemoryStream();
        book.Journal.AppendTo(file);
        var payroll = new DocumentId("PAY-03");
        var posting = new Posting(new LocalDate(2026, 3, 31), Helpdesk, Wages, 105_000m);
        book.Ledger.Post(new Document(payroll, Currency.Eur, [posting]), stamp).GetOrThrow();
        book.Ledger.Reverse(payroll, new DocumentId("PAY-03-R"), date: null, stamp).GetOrThrow();
        book.Ledger.Close(Month(3), [Helpdesk], stamp).GetOrThrow();
        var late = new Document(new DocumentId("LATE"), Currency.Eur, [posting]);
        Console.WriteLine(book.Ledger.Post(late, stamp).Faults[0].Message);

        byte[] bytes = file.ToArray();
        Console.WriteLine($"intact: {Journal.Verify(new MemoryStream(bytes)).IsIntact}");
        bytes[bytes.AsSpan().IndexOf("105000"u8)] = (byte)'9';
        Console.WriteLine($"a digit changed, first broken: {Journal.Verify(new MemoryStream(bytes)).FirstBroken}");
    }
}
