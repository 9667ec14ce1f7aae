using System.Collections.Immutable;
using CostCenters.Books;
using CostCenters.Csv.Imports;

namespace CostCenters.DependencyInjection;

/// <summary>A book, what was noticed when it was opened, and the file that it goes on in.</summary>
internal sealed record OpenedBook(Book Book, ImmutableArray<ImportIssue> Issues, Stream? Journal);
