using CostCenters.Books;
using CostCenters.Control.Spending;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Tool.Writing;
using NodaTime;

namespace CostCenters.Tool.Reading;

/// <summary>What is open of the orders in <c>commitments.csv</c> beside a book.</summary>
internal sealed class OpenOrders
{
    public const string File = "commitments.csv";

    private static readonly CommandStamp Stamp = new("report", NodaConstants.UnixEpoch);

    private OpenOrders(ImportResult<IReadOnlyList<SpendingDocument>> import) => Import = import;

    public ImportResult<IReadOnlyList<SpendingDocument>> Import { get; }

    /// <summary>How many rows, and documents that do not fit to each other, are left out.</summary>
    public long Rejected { get; private set; }

    /// <summary>The open orders; null when the file cannot be used.</summary>
    public Cube? Cube { get; private set; }

    public static OpenOrders Read(string folder, CubeSpace space)
    {
        var orders = new OpenOrders(CommitmentsCsv.Read(
            CsvInput.FromFile(Path.Combine(folder, File)), space, ImportProfile.Contract));
        Messages.Summary(orders.Import);
        orders.Rejected = orders.Import.Counts.Rejected;
        if (orders.Import.Value is not { } documents)
        {
            return orders;
        }

        var book = new Book("orders", space);
        foreach (SpendingDocument document in documents)
        {
            CommandResult result = book.Control.Reserve(document, Stamp).Command;
            orders.Rejected += result.Outcome == CommandOutcome.Refused ? 1 : 0;
            foreach (CommandFault fault in result.Faults)
            {
                Messages.Line($"rejected: {File}: '{document.Id}': {fault.Message}");
            }
        }

        orders.Cube = book.Snapshot().Control.ToCube(SpendingStage.Order);
        return orders;
    }
}
