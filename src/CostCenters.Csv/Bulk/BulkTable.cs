using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Bulk;

/// <summary>What all files of one table have in common.</summary>
/// <param name="schema">The columns.</param>
/// <param name="profile">The dialect.</param>
/// <param name="context">What a foreign file may need of the book.</param>
/// <param name="columns">Makes what a thread takes rows with.</param>
internal sealed class BulkTable(
    RowSchema schema, ImportProfile profile, TableContext context, Func<ColumnDialect, RowColumns> columns)
{
    private readonly ColumnDialect dialect = new(profile);
    private readonly bool isUtf8 = profile.Settings.Encoding.CodePage == System.Text.Encoding.UTF8.CodePage;

    public RowSchema Schema => schema;

    public ImportProfile Profile => profile;

    public TableContext Context => context;

    /// <summary>The way from the encoding of the files to UTF-8; null where they are in UTF-8, or not split.</summary>
    public SingleByteText? Encoding { get; } = profile.Settings.Encoding.CodePage == System.Text.Encoding.UTF8.CodePage
        ? null
        : SingleByteText.Find(profile.Settings.Encoding);

    /// <summary>The dialect of rows that have been turned into UTF-8.</summary>
    public ImportProfile TextProfile { get; } = profile.WithEncoding("utf-8").WithLastRow(LastRow.Row);

    /// <summary>The dialect of a part of a file, of which the last row is not that of the file.</summary>
    public ImportProfile PartProfile { get; } = profile.WithLastRow(LastRow.Row);

    /// <summary>Whether a last row may be the total of the others, which only the plain reader finds out.</summary>
    public bool GuardsLastRow => !profile.IsPlain && profile.LastRow != LastRow.Row;

    /// <summary>How many places in the order of rows a byte of a file has.</summary>
    public int PlacesOfByte => Encoding is null ? 1 : SingleByteText.Longest;

    /// <summary>Makes what a thread takes rows with.</summary>
    public RowColumns NewColumns() => columns(dialect);

    /// <summary>Whether the bytes of a file are split into rows as they stand; else the plain reader gets them all.
    /// </summary>
    /// <remarks>No row that is split can be longer than what is carried over and a chunk.</remarks>
    public bool CanSplit(BulkSettings settings) =>
        (profile.IsPlain || (ColumnDialect.CanRead(profile) && schema.Columns.Contains("amount")))
        && profile.Settings is { HasLiteralQuotes: false, ReturnsEndLines: false, FollowsByteOrderMark: false }
        && (isUtf8 || Encoding is not null)
        && profile.MaximumRowLength >= (long)settings.LongestCarry + settings.ChunkSize;
}
