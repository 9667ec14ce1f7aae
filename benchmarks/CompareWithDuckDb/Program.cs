using CompareWithDuckDb;

try
{
    switch (args)
    {
        case [Engine.MeterMode, .. string[] command]:
            return ChildMeter.Run(command);
        case [Engine.DuckDbMode, string book, string by, string file]:
            DuckDbReport.Write(book, isDetailed: by == Engine.Detailed, file);
            return 0;
        case [Engine.LinqMode, string book, string by, string file]:
            LinqReport.Write(book, isDetailed: by == Engine.Detailed, file);
            return 0;
        case ["--help" or "-h"]:
            Console.Out.Write(Options.Usage);
            return 0;
        default:
            return Compare(Options.Parse(args));
    }
}
catch (ArgumentException error)
{
    Console.Error.WriteLine($"error: {error.Message}");
    Console.Error.WriteLine("Try --help.");
    return 2;
}
catch (InvalidOperationException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

static int Compare(Options options)
{
    if (!options.IsMatrix)
    {
        foreach (ComparedRuns compared in Comparison.Run(options))
        {
            Tables.Write(compared, Console.Out);
        }

        return 0;
    }

    List<ComparedRuns> books = [];
    foreach (string? shape in BookMatrix.Shapes)
    {
        books.AddRange(Comparison.Run(options.With(shape)));
        Console.Error.WriteLine($"measured {books.Count} of {BookMatrix.Shapes.Count} books");
    }

    Tables.WriteMatrix(books, Console.Out);
    return 0;
}
