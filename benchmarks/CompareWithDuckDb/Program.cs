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
            return Comparison.Run(Options.Parse(args), Console.Out);
    }
}
catch (ArgumentException error)
{
    Console.Error.WriteLine($"error: {error.Message}");
    Console.Error.WriteLine("Try --help.");
    return 2;
}
