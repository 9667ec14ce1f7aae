using System.Globalization;

namespace CompareWithDuckDb;

/// <summary>Writes what was measured as tables of a page.</summary>
internal static class Tables
{
    /// <summary>A table of all programs on one book.</summary>
    public static void Write(ComparedRuns compared, TextWriter output)
    {
        string ours = compared.Runs.Keys.First();
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"--by {compared.By}, {compared.Bytes / 1e6:N0} MB; all programs wrote the same bytes"));
        output.WriteLine();
        output.WriteLine("| | median | least to greatest | CPU | peak memory | median to ours | CPU to ours |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach ((string engine, List<Measurement> all) in compared.Runs)
        {
            double toOurs = compared.SecondsOf(engine) / compared.SecondsOf(ours);
            double cpuToOurs = compared.CpuSecondsOf(engine) / compared.CpuSecondsOf(ours);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {engine} | {compared.SecondsOf(engine):F2} s "
                    + $"| {all.Min(run => run.WallSeconds):F2} to {all.Max(run => run.WallSeconds):F2} s "
                    + $"| {compared.CpuSecondsOf(engine):F2} s | {compared.PeakOf(engine):F0} MB "
                    + $"| {toOurs:F1} x | {cpuToOurs:F1} x |"));
        }
    }

    /// <summary>A table with a row for each book, that which is the worst for this library first.</summary>
    public static void WriteMatrix(IReadOnlyCollection<ComparedRuns> books, TextWriter output)
    {
        string[] engines = [.. books.First().Runs.Keys];
        string peer = engines[^1];
        string[] ours = [.. engines.SkipLast(1)];
        output.WriteLine();
        output.WriteLine(
            $"| book | size | {peer}, CPU, peak "
                + string.Concat(ours.Select(engine => $"| {engine}, CPU, peak | ratio, of CPU ")) + "|");
        output.WriteLine("| --- | ---: | ---: " + string.Concat(ours.Select(_ => "| ---: | ---: ")) + "|");
        foreach (ComparedRuns book in books.OrderBy(book => ours.Min(engine => Ratio(book, engine))))
        {
            string name = book.Shape is { Length: > 0 } shape ? $"`{shape}`" : "in order of date";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {book.Bytes / 1e6:N0} MB ")
                + $"| {Cell(book, peer)} "
                + string.Concat(ours.Select(engine => $"| {Cell(book, engine)} | {Ratios(book, engine)} ")) + "|");
        }

        string Ratios(ComparedRuns book, string engine) => string.Create(
            CultureInfo.InvariantCulture,
            $"{Ratio(book, engine):F1} x, {book.CpuSecondsOf(peer) / book.CpuSecondsOf(engine):F1} x");

        double Ratio(ComparedRuns book, string engine) => book.SecondsOf(peer) / book.SecondsOf(engine);
    }

    private static string Cell(ComparedRuns book, string engine) => string.Create(
        CultureInfo.InvariantCulture,
        $"{book.SecondsOf(engine):F2} s, {book.CpuSecondsOf(engine):F2} s, {book.PeakOf(engine):F0} MB");
}
