using CostCenters.Allocations;
using CostCenters.Allocations.Chains;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Monetary;

namespace CostCenters.Csv;

/// <summary>Reads and writes the rules of an allocation chain:
/// <c>rule,sender,method,basis,driver,elements?,percent?,first?,booked_on?,from?,through?</c>.</summary>
/// <remarks>
/// <para>The rows of one rule and first period are one rule with several senders: all of them are used, or none. Rules
/// run in the order of their first rows.</para>
/// <para>Methods are <c>direct</c>, <c>step-down</c> (in the order of the rows), <c>most-served</c> and
/// <c>greatest-amount</c> (step-down in a computed order) and <c>reciprocal</c>; bases are <c>weights</c>,
/// <c>percentages</c> and <c>fixed-amounts</c>. <c>driver</c> is one of <c>drivers.csv</c>. Elements are separated by
/// <c>;</c>, an empty cell stands for all elements of cost. <c>percent</c> or <c>first</c> limit what is sent of a
/// pool. Without <c>booked_on</c> the rule is a distribution, which keeps the elements.</para>
/// </remarks>
public static class AllocationsCsv
{
    private static readonly RowSchema Schema = AllocationRowReader.Schema;

    /// <summary>Reads rules.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="space">Centers, elements, calendar and decimals.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The accepted rules, in order of their first rows, and every fault of the other rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<IReadOnlyList<AllocationRule>> Read(
        CsvInput input, CubeSpace space, ImportProfile profile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(input, Schema, profile, default, cancellation);
        var reader = new AllocationRowReader(space);
        var groups = new RowGroups<AllocationRow>(table.Log, Schema.Columns[AllocationRowReader.Rule]);
        while (table.Read())
        {
            AllocationRow? row = reader.Read(table.Cells!, out string? id);
            groups.EndRow(id, row);
        }

        var known = new Dictionary<string, List<PeriodValidity>>(StringComparer.Ordinal);
        IReadOnlyList<AllocationRule> rules =
        [
            .. groups.Whole(AllocationRowReader.Differences, (_, rows) => AllocationRowReader.FaultsOf(rows, known))
                .Select(group => AllocationRowReader.ToRule(group.Rows)),
        ];
        return table.Log.ToResult(table.Log.IsStopped ? null : rules);
    }

    /// <summary>Writes rules.</summary>
    /// <param name="rules">The rules, in the order of the rows.</param>
    /// <param name="space">The space that they belong to.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A step-down has another order than its senders, or the code of an element
    /// has a semicolon, for which the file has no place; or a text has a NUL or half of a surrogate pair.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is finer than the scale of the space, or a percentage
    /// has more than six decimals.</exception>
    public static void Write(IEnumerable<AllocationRule> rules, CubeSpace space, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new RowWriter(stream, Schema.Columns, leaveOpen: true);
        foreach (AllocationRule rule in rules)
        {
            if (rule.Elements.Any(element => element.Value.Contains(';', StringComparison.Ordinal))
                || (!rule.Method.Order.IsEmpty
                    && !rule.Method.Order.SequenceEqual(rule.Senders.Select(sender => sender.Center))))
            {
                throw new ArgumentException(
                    $"The file has no place for the order or an element of rule '{rule.Name}'.", nameof(rules));
            }

            foreach (RuleSender sender in rule.Senders)
            {
                Write(writer, rule, sender, space.Scale);
            }
        }
    }

    private static void Write(RowWriter writer, AllocationRule rule, RuleSender sender, DecimalScale scale)
    {
        writer.Text(rule.Name);
        writer.Code(sender.Center.Value);
        writer.Code(ChoiceCell.WordOf(AllocationRowReader.MethodOf(rule.Method)));
        writer.Code(ChoiceCell.WordOf(sender.Basis));
        writer.Code(sender.Driver.Value);
        writer.Code(rule.Elements.IsEmpty ? null : string.Join(';', rule.Elements));
        writer.Code(PostingsCsv.Quantity(rule.Part.PercentOfPool));
        writer.Number(rule.Part.Limit is decimal limit ? scale.ToCount(limit) : null, scale.Digits);
        writer.Code(rule.BookedOn?.Value);
        ValidityCells<string>.Write(writer, rule.Validity);
        writer.EndRow();
    }
}
