using System.Collections.Immutable;

namespace CostCenters.Csv.Folders;

/// <summary>The names of the files and folders of a book folder.</summary>
internal static class BookFileNames
{
    public const string DescriptionFile = "book.json";
    public const string CentersFile = "centers.csv";
    public const string ElementsFile = "elements.csv";
    public const string BudgetFile = "budget.csv";
    public const string PostingsFile = "postings.csv";
    public const string PostingsFolder = "postings";
    public const string KeyFiguresFile = "key-figures.csv";
    public const string RolesFile = "roles.csv";
    public const string BudgetChangesFile = "budget-changes.csv";
    public const string CommitmentsFile = "commitments.csv";
    public const string AvailabilityRulesFile = "availability-rules.csv";
    public const string DriversFile = "drivers.csv";
    public const string AllocationsFile = "allocations.csv";
    public const string PricesFile = "prices.csv";

    /// <summary>What a person reads of the book; nothing else does.</summary>
    public const string ReadmeFile = "README.md";

    /// <summary>The tables of availability control, in the order of reading: rules judge nothing that was there before
    /// them.</summary>
    public static readonly ImmutableArray<string> ControlFiles =
        [RolesFile, BudgetChangesFile, CommitmentsFile, AvailabilityRulesFile];

    /// <summary>The tables that a book may have, without the files of the folder of postings.</summary>
    public static readonly ImmutableArray<string> Tables =
    [
        CentersFile, ElementsFile, BudgetFile, PostingsFile, KeyFiguresFile, DriversFile, AllocationsFile, PricesFile,
        .. ControlFiles,
    ];

    /// <summary>Whether a file holds postings.</summary>
    public static bool IsPostings(string file) =>
        file == PostingsFile
        || (file.StartsWith(PostingsFolder + "/", StringComparison.Ordinal)
            && file.EndsWith(".csv", StringComparison.Ordinal));

    /// <summary>Whether a file is a table of a book.</summary>
    public static bool IsTable(string file) => Tables.Contains(file) || IsPostings(file);
}
