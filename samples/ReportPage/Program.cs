using CostCenters.Csv;
using CostCenters.Samples.ReportPage;

// ReportPage FOLDER [BOOK | --centers COUNT]: writes report.html, report.xlsx and, to compare them with, the same
// figures as CSV into FOLDER. BOOK is a book folder; without it the sample company, or one made up with so many
// centers.
if (args.Length is 0 or > 3 || args[0].StartsWith('-'))
{
    Console.Error.WriteLine("ReportPage FOLDER [BOOK | --centers COUNT]");
    return 2;
}

if (args is [_, "--centers", string count])
{
    if (!int.TryParse(count, System.Globalization.CultureInfo.InvariantCulture, out int centers) || centers < 1)
    {
        Console.Error.WriteLine($"'{count}' is no number of centers; name one from 1.");
        return 2;
    }

    ReportFiles.Write(MadeUpBook.Create(centers), args[0]);
    return 0;
}

var import = BookFolder.ReadCubes(
    args.Length > 1 ? args[1] : Path.Combine(AppContext.BaseDirectory, "SampleCompany"), quantities: false);
if (import.Value is not BookCubes book || book.Budgets.Length == 0)
{
    foreach (var issue in import.Issues.Take(10))
    {
        Console.Error.WriteLine(issue);
    }

    Console.Error.WriteLine("A book with a budget was expected.");
    return 1;
}

ReportFiles.Write(
    new ReportBook(book.Name, book.Budgets[0].Name, book.Budgets[0].Cube, book.Actual, import.Issues), args[0]);
return 0;
