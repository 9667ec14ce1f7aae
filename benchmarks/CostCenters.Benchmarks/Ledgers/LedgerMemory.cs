using System.Globalization;
using CostCenters.Cubes;
using CostCenters.Ledgers;

namespace CostCenters.Benchmarks.Ledgers;

/// <summary>
/// How much memory postings keep. The memory diagnoser counts what was allocated on the way, so this is measured apart.
/// </summary>
internal static class LedgerMemory
{
    private const int Postings = 10_000_000;

    public static void Measure(TextWriter output)
    {
        CubeSpace space = Company.CreateSpace();
        Ledger first = Company.CreateLedger(space, Company.Postings(space, 1, inDateOrder: false));
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Ledger ledger = Company.CreateLedger(
            space, Company.Postings(space, Postings, inDateOrder: false));
        long after = GC.GetTotalMemory(forceFullCollection: true);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ledger.Snapshot().PostingCount} postings keep {(double)(after - before) / Postings:F2} bytes each."));
        GC.KeepAlive(first);
    }
}
