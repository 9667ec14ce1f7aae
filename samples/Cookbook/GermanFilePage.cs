using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using NodaTime;
using static CostCenters.Samples.Cookbook.Desk;

namespace CostCenters.Samples.Cookbook;

internal static class GermanFilePage
{
    public static void Show()
    {
        Console.WriteLine("-- a German file");
        const string file = """
            Buchungsdatum;Kostenstelle;Kostenart;Betrag;Menge;Buchungstext
            31.01.2026;SUPPORT;6000;12.500,00;;Gehälter
            31.01.2026;DIST;6100;1.320,50;1.200;Spedition
            31.01.2026;DIST;6100;10.5;10;Nachtrag
            """;
        ImportProfile german = ImportProfile.Contract
            .WithDelimiter(';')
            .WithNumbers(decimalSeparator: ',', groupSeparators: ".")
            .WithDatePatterns("dd.MM.yyyy")
            .WithColumn("date", "Buchungsdatum")
            .WithColumn("center", "Kostenstelle")
            .WithColumn("element", "Kostenart")
            .WithColumn("amount", "Betrag")
            .WithColumn("quantity", "Menge")
            .WithColumn("text", "Buchungstext");
        var ledger = new Ledger(Space);
        ImportResult<PostedDocument> result = PostingsCsv.Post(
            CsvInput.FromText(new StringReader(file), "januar.csv"), ledger, new DocumentId("2026-01"),
            new CommandStamp("anna", Instant.FromUtc(2026, 2, 2, 9, 0)), german);
        Console.WriteLine(result.Counts);
        foreach (ImportIssue issue in result.Issues)
        {
            Console.WriteLine(issue);
        }

        foreach (CubeCell cell in ledger.Snapshot().ToCube().Cells())
        {
            string quantity = cell.Quantity is decimal km ? FormattableString.Invariant($" for {km:0.###} km") : "";
            Console.WriteLine(FormattableString.Invariant(
                $"{cell.Address.Center} {cell.Address.Element} {cell.Address.Period} {cell.Amount}{quantity}"));
        }
    }
}
