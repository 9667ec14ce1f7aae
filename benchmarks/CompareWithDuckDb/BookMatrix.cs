namespace CompareWithDuckDb;

/// <summary>Books of every shape that users have.</summary>
internal static class BookMatrix
{
    /// <summary>The words of LargeLedger for each; the first is the book that is made without any.</summary>
    public static readonly IReadOnlyList<string?> Shapes =
    [
        null, "random", "by-center", "files=36", "files=2000", "centers=300,random", "centers=60000,random",
        "long-codes,random", "no-texts", "long-texts", "no-quantities", "all-quantities", "yearly,random",
        "findings=25,random", "findings=80,random", "faulty=1", "faulty=50,random", "crlf", "columns",
    ];
}
