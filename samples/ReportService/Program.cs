using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.DependencyInjection;
using CostCenters.Journals;
using CostCenters.Reports;
using NodaTime;

// dotnet run --project samples/ReportService -- --Books:acme:Path=FOLDER --Books:acme:Format=Folder \
//     --Books:acme:RejectedRows=Refuse, and then GET /report/2026-P03?budget=adopted
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
BookSettings settings = builder.Configuration.GetSection("Books:acme").Get<BookSettings>()
    ?? throw new InvalidOperationException("Name the book: Books:acme:Path, Format and RejectedRows.");
builder.Services.AddCostCenters()
    .AddBook("acme", settings, _ => new CommandStamp("server", SystemClock.Instance.GetCurrentInstant()));

WebApplication app = builder.Build();
app.MapGet("/report/{period}", (string period, string? budget, [FromKeyedServices("acme")] Book book) =>
{
    if (!FiscalPeriod.TryParse(period, out FiscalPeriod month) || !book.Space.Calendar.Contains(month))
    {
        return Results.BadRequest($"'{period}' is no fiscal period of the book; write it like 2026-P03.");
    }

    BookSnapshot snapshot = book.Snapshot();
    BudgetVersion? version = snapshot.Budgets.LastOrDefault(version => version.Name == budget);
    if (budget is not null && version is null)
    {
        return Results.BadRequest($"The book has no budget version '{budget}'.");
    }

    Cube plan = version?.Cube ?? Cube.Empty(book.Space);
    var comparison = new Comparison(plan, snapshot.Ledger.ToCube(), new FiscalPeriodRange(month, month));
    var tree = book.Space.Centers.TreeAsOf(book.Space.Calendar.DatesOf(month).Last);
    return Results.Ok(VarianceReport.Create(comparison, tree, ReportDimensions.Center).PlainRows);
});
app.MapPost("/reload", ([FromKeyedServices("acme")] NamedBook book) => book.Reload().Name);
app.Run();
