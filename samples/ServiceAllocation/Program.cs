using CostCenters.Samples.ServiceAllocation;

const string Usage = """
    Usage: ServiceAllocation [FILE]

    Allocates services to each other and to products: three methods side by side, the trace of one charge, and the
    capacity that nobody used. FILE is JSON like services.json, which is taken where none is named.
    """;

if (args is ["--help"])
{
    Console.WriteLine(Usage);
    return 0;
}

if (args.Length > 1 || args is [['-', ..]])
{
    Console.Error.WriteLine(Usage);
    return 2;
}

try
{
    string file = args.Length == 1 ? args[0] : Path.Combine(AppContext.BaseDirectory, "services.json");
    Tables.Print(Services.Read(file), Console.Out);
    return 0;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Text.Json.JsonException
    or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException
    or OverflowException)
{
    Console.Error.WriteLine($"error: {error.Message}");
    return 1;
}
