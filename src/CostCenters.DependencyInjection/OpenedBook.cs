using System.Collections.Immutable;
using CostCenters.Books;
using CostCenters.Csv.Imports;

namespace CostCenters.DependencyInjection;

/// <summary>A book, what was noticed when it was opened, and the file that it goes on in.</summary>
internal sealed record OpenedBook(
    Book Book, ImmutableArray<ImportIssue> Issues, Stream? Journal, long DroppedBytes = 0)
{
    /// <summary>Ends the journal in order: no command is cut in two, and none is accepted that is not
    /// written.</summary>
    public void Close()
    {
        if (Journal is not null)
        {
            Book.Journal.Close();
            Journal.Dispose();
        }
    }
}
