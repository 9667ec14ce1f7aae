using CostCenters.Budgets;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;

namespace CostCenters.Csv;

/// <summary>Reads and writes budget versions: <c>version,center,element,period,amount,quantity?</c>.</summary>
/// <remarks>
/// A period is <c>2026-P03</c>, or <c>2026</c> for a whole year. A row whose center is not valid on the last day of
/// even one of its periods is rejected whole.
/// </remarks>
public static class BudgetsCsv
{
    /// <summary>Reads budget versions.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="space">Centers, elements, calendar, currency and scale.</param>
    /// <param name="phasing">How whole-year rows are spread over their periods, each by itself.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The versions that have an accepted row, in order of appearance and each the first revision of its name,
    /// and every fault of the other rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="AmountOverflowException">The rows of a cell add up to more than 64 bits hold.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<IReadOnlyList<BudgetVersion>> Read(
        CsvInput input,
        CubeSpace space,
        Phasing phasing,
        ImportProfile profile,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(phasing);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(
            input, BudgetRowReader.Schema, profile, TableContext.Of(space), cancellation);
        var rules = new BudgetRules(space);
        var reader = new BudgetRowReader(table, rules, profile);
        var builders = new OrderedDictionary<string, BudgetVersion.Builder>(StringComparer.Ordinal);
        foreach (BudgetRow row in reader.ReadAll())
        {
            if (!builders.TryGetValue(row.Version, out BudgetVersion.Builder? builder))
            {
                builder = new BudgetVersion.Builder(rules, row.Version, revision: 1, phasing);
                builders.Add(row.Version, builder);
            }

            builder.Add(row.LineIn(space));
        }

        foreach (string version in builders.Keys.Where(_ => !table.Log.IsStopped))
        {
            table.Log.NoteCode(version, null, BudgetRowReader.VersionName);
        }

        return table.Log.ToResult<IReadOnlyList<BudgetVersion>>(
            table.Log.IsStopped ? null : [.. builders.Values.Select(builder => builder.Freeze())]);
    }

    /// <summary>Writes budget versions.</summary>
    /// <param name="versions">The versions, one after another.</param>
    /// <param name="space">The space that they belong to.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="cancellation">Ends the writing after some whole rows.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Two versions have one name: the file has no place for revisions.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static void Write(
        IEnumerable<BudgetVersion> versions,
        CubeSpace space,
        Stream stream,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(stream);
        IReadOnlyList<BudgetVersion> written = [.. versions];
        if (written.GroupBy(version => version.Name).FirstOrDefault(name => name.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"The file has no place for revisions, and there are {twice.Count()} of '{twice.Key}'.",
                nameof(versions));
        }

        using var writer = new RowWriter(stream, BudgetRowReader.Schema.Columns, leaveOpen: true);
        foreach (BudgetVersion version in written)
        {
            foreach (BudgetLine line in version.Lines)
            {
                cancellation.ThrowIfCancellationRequested();
                writer.Code(version.Name);
                writer.Code(line.Center.Value);
                writer.Code(line.Element.Value);
                writer.Code(line.Period?.ToString() ?? FormattableString.Invariant($"{line.Year:0000}"));
                writer.Number(space.Scale.ToCount(line.Amount), space.Scale.Digits);
                writer.Code(PostingsCsv.Quantity(line.Quantity));
                writer.EndRow();
            }
        }
    }
}
