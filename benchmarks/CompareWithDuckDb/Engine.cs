namespace CompareWithDuckDb;

/// <summary>A program that writes the report of a book to a file.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Command">The command, given the folder of the book, the dimensions and the file.</param>
internal sealed record Engine(string Name, Func<string, string, string, string[]> Command)
{
    public const string MeterMode = "meter";
    public const string DuckDbMode = "duckdb";
    public const string LinqMode = "linq";
    public const string Plain = "center";
    public const string Detailed = "center,element,period";

    private static string Self => PathOf("CompareWithDuckDb");

    /// <summary>The programs to compare, this library's first.</summary>
    public static IReadOnlyList<Engine> Of(Options options)
    {
        List<Engine> engines = [Ours("CostCenters", "dotnet", PathOf("VarianceReport"))];
        if (options.Native is string path)
        {
            engines.Add(Ours("CostCenters, native", path));
        }

        if (!options.Without.Contains(DuckDbMode))
        {
            engines.Add(new("DuckDB, 2 threads", (book, by, file) => ["dotnet", Self, DuckDbMode, book, by, file]));
        }

        if (!options.Without.Contains(LinqMode) && options.Shape is null)
        {
            engines.Add(new(
                "CsvHelper records, LINQ", (book, by, file) => ["dotnet", Self, LinqMode, book, by, file]));
        }

        return engines;
    }

    private static Engine Ours(string name, params string[] program) =>
        new(name, (book, by, file) => [.. program, book, "--by", by, "--format", "csv", "--out", file]);

    /// <summary>A process that runs a command and tells what it took.</summary>
    public static string[] Metered(string[] command) => ["dotnet", Self, MeterMode, .. command];

    /// <summary>A program beside this one.</summary>
    public static string PathOf(string program) => Path.Combine(AppContext.BaseDirectory, program + ".dll");
}
