using CostCenters.Samples.ServiceAllocation;

if (args.Length > 1)
{
    Console.Error.WriteLine("Usage: ServiceAllocation [services.json]");
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
