using System.Text;
using CostCenters.Samples;
using CostCenters.Samples.ServiceAllocation;

const int Done = 0;
const int CouldNotRun = 1;
const int WrongUsage = 2;
const int SomeRowsRejected = 3;

try
{
    Options options = Options.Parse(args);
    if (options.WantsHelp)
    {
        Console.Write(Options.Usage);
        return Done;
    }

    if (Company.Read(options.Folder, out long rejected) is not Company company)
    {
        return CouldNotRun;
    }

    var page = new Page();
    if (options.Explain is string center)
    {
        Explanation.Write(company, new(center), page);
    }
    else
    {
        Report.Write(company, page);
    }

    using Stream output = Console.OpenStandardOutput();
    switch (options.Format)
    {
        case "csv":
            output.Write(Encoding.UTF8.GetBytes(page.ToCsv()));
            break;
        case "json":
            JsonRows.Write(Page.Columns, page.Rows, output);
            break;
        default:
            output.Write(Encoding.UTF8.GetBytes(page.ToText()));
            break;
    }

    return rejected == 0 ? Done : SomeRowsRejected;
}
catch (UsageException error)
{
    Console.Error.WriteLine($"error: {error.Message}");
    Console.Error.Write(Options.Usage);
    return WrongUsage;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Text.Json.JsonException
    or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException
    or OverflowException)
{
    Console.Error.WriteLine($"error: {error.Message}");
    return CouldNotRun;
}
