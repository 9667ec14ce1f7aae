using System.Globalization;
using System.Text;
using CostCenters.Control;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Csv;

/// <summary>Reads and writes rules of availability control:
/// <c>code,budget,center?,below?,element?,span,periods?,usage_percent?,excess?,credits?,on_request,on_order,on_actual,
/// without_budget,overridable_by?</c>.</summary>
/// <remarks>
/// <para>The rows of one code are one rule over a pool of several scopes: all of them are used, or none. An empty
/// center or element stands for all of them; <c>below</c> is <c>yes</c> where the centers below are covered, too;
/// <c>periods</c> goes with the span <c>rolling</c>; <c>credits</c> is <c>raise</c> where credits raise what is
/// available; verdicts are <c>pass</c>, <c>warn</c> and <c>block</c>; roles are separated by <c>;</c>.</para>
/// <para>What happens where there is no budget is one verdict for all stages, overridable by the same roles.</para>
/// </remarks>
public static class AvailabilityRulesCsv
{
    private const int Code = 0;
    private const int Budget = 1;
    private const int CenterColumn = 2;
    private const int Below = 3;
    private const int ElementColumn = 4;
    private const int Span = 5;
    private const int Periods = 6;
    private const int UsagePercent = 7;
    private const int Excess = 8;
    private const int Credits = 9;
    private const int OnRequest = 10;
    private const int OnOrder = 11;
    private const int OnActual = 12;
    private const int WithoutBudget = 13;
    private const int OverridableBy = 14;
    private const int MostPeriods = 100;

    private static readonly RowSchema Schema = RowSchema.Parse(
        "code,budget,center?,below?,element?,span,periods?,usage_percent?,excess?,credits?,on_request,on_order,"
            + "on_actual,without_budget,overridable_by?");

    /// <summary>Reads rules.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="space">Centers, elements and decimals.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The accepted rules, in order of their first rows, and every fault of the other rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<IReadOnlyList<AvailabilityRule>> Read(
        CsvInput input, CubeSpace space, ImportProfile profile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(input, Schema, profile, cancellation);
        var codes = new CodeTables(space.Centers, space.Elements);
        var groups = new RowGroups<RuleRow>(table.Log, Schema.Columns[Code]);
        while (table.Read())
        {
            RuleRow? row = ReadRow(table.Cells!, codes, space.Scale, out string? code);
            groups.EndRow(code, row);
        }

        IReadOnlyList<AvailabilityRule> rules =
            [.. groups.Whole(Differs, _ => null).Select(group => ToRule(group.Id, group.Rows))];
        return table.Log.ToResult(table.Log.IsStopped ? null : rules);
    }

    /// <summary>Writes rules.</summary>
    /// <param name="rules">The rules, in the order of the rows.</param>
    /// <param name="space">The space that they belong to.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">What happens without a budget differs by stage or in its roles, or a role
    /// has a semicolon, for which the file has no place; or a text has a NUL or half of a surrogate pair.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An excess is finer than the scale of the space, or a percentage
    /// has more than six decimals.</exception>
    public static void Write(IEnumerable<AvailabilityRule> rules, CubeSpace space, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new RowWriter(stream, Schema.Columns, leaveOpen: true);
        foreach (AvailabilityRule rule in rules)
        {
            RuleResponse without = rule.WithoutBudget;
            if (without.OnRequest != without.OnOrder || without.OnOrder != without.OnActual
                || !without.OverridableBy.SequenceEqual(rule.BeyondLimit.OverridableBy)
                || without.OverridableBy.Any(role => role.Contains(';', StringComparison.Ordinal)))
            {
                throw new ArgumentException(
                    $"The file has no place for what rule '{rule.Code}' does without a budget, or for a role of it.",
                    nameof(rules));
            }

            foreach (RuleScope scope in rule.Scopes)
            {
                Write(writer, rule, scope, space.Scale);
            }
        }
    }

    private static void Write(RowWriter writer, AvailabilityRule rule, RuleScope scope, DecimalScale scale)
    {
        writer.Code(rule.Code);
        writer.Code(rule.Budget);
        writer.Code(scope.Center?.Value);
        writer.Code(scope.IncludesDescendants ? "yes" : null);
        writer.Code(scope.Element?.Value);
        writer.Code(ChoiceCell.WordOf(rule.Span.Kind));
        writer.Code(rule.Span.PeriodCount == 0 ? null : rule.Span.PeriodCount.ToString(CultureInfo.InvariantCulture));
        writer.Code(PostingsCsv.Quantity(rule.Limit.UsagePercent));
        writer.Number(rule.Limit.Excess is decimal excess ? scale.ToCount(excess) : null, scale.Digits);
        writer.Code(rule.Limit.CreditsRaise ? "raise" : null);
        writer.Code(ChoiceCell.WordOf(rule.BeyondLimit.OnRequest));
        writer.Code(ChoiceCell.WordOf(rule.BeyondLimit.OnOrder));
        writer.Code(ChoiceCell.WordOf(rule.BeyondLimit.OnActual));
        writer.Code(ChoiceCell.WordOf(rule.WithoutBudget.OnOrder));
        writer.Text(rule.BeyondLimit.OverridableBy.IsEmpty ? null : string.Join(';', rule.BeyondLimit.OverridableBy));
        writer.EndRow();
    }

    private static AvailabilityRule ToRule(string code, IReadOnlyList<RuleRow> rows)
    {
        RuleRow first = rows[0];
        string[] roles = first.Roles?.Split(';') ?? [];
        return new AvailabilityRule(
            code,
            first.Budget,
            rows.Select(row => row.Scope),
            first.Span,
            first.Limit,
            new RuleResponse(first.OnRequest, first.OnOrder, first.OnActual, roles),
            new RuleResponse(first.WithoutBudget, first.WithoutBudget, first.WithoutBudget, roles));
    }

    private static RuleRow? ReadRow(CellReader cells, CodeTables codes, DecimalScale scale, out string? code)
    {
        code = TryGetName(cells, Code, out string name) ? name : null;
        bool isWhole = TryGetName(cells, Budget, out string budget) & code is not null;
        Center? center = cells.HasValue(CenterColumn) ? codes.ReadCenter(cells, CenterColumn) : null;
        CostElement? element = null;
        isWhole &= !cells.HasValue(CenterColumn) || center is not null;
        isWhole &= ChoiceCell.TryReadFlag(cells, Below, "yes", out bool below);
        isWhole &= !cells.HasValue(ElementColumn) || codes.TryReadElement(cells, ElementColumn, out element, out _);
        isWhole &= TryReadSpan(cells, out RuleSpan span);
        isWhole &= TryReadLimit(cells, scale, out RuleLimit? limit);
        isWhole &= ChoiceCell.TryRead(cells, OnRequest, out AvailabilityVerdict onRequest);
        isWhole &= ChoiceCell.TryRead(cells, OnOrder, out AvailabilityVerdict onOrder);
        isWhole &= ChoiceCell.TryRead(cells, OnActual, out AvailabilityVerdict onActual);
        isWhole &= ChoiceCell.TryRead(cells, WithoutBudget, out AvailabilityVerdict without);
        string? roles = cells.GetText(OverridableBy);
        if (roles?.Split(';').Any(string.IsNullOrWhiteSpace) == true)
        {
            isWhole = cells.Tell(
                OverridableBy, ImportIssueCode.MissingValue, "Between two semicolons the name of a role was expected.");
        }

        return isWhole
            ? new RuleRow(
                budget,
                new RuleScope(center?.Code, below, element?.Code),
                span,
                limit!,
                onRequest,
                onOrder,
                onActual,
                without,
                roles)
            : null;
    }

    private static bool TryGetName(CellReader cells, int column, out string name)
    {
        name = cells.TryGetCode(column, out ReadOnlySpan<byte> text) ? Encoding.UTF8.GetString(text) : "";
        return name.Length > 0
            && (!string.IsNullOrWhiteSpace(name)
                || cells.Tell(column, ImportIssueCode.MissingValue, "The cell has spaces alone. Fill it."));
    }

    private static bool TryReadSpan(CellReader cells, out RuleSpan span)
    {
        span = default;
        bool isKind = ChoiceCell.TryRead(cells, Span, out RuleSpanKind kind);
        string? text = cells.GetOptionalCode(Periods);
        bool isRolling = isKind && kind == RuleSpanKind.Rolling;
        int periods = 0;
        bool isNumber = isRolling
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out periods)
                && periods is >= 1 and <= MostPeriods
            : text is null || !isKind;
        if (!isNumber)
        {
            return cells.Tell(
                Periods,
                ImportIssueCode.BadNumber,
                isRolling ? "A number of periods from 1 to 100 was expected." : "Only the span 'rolling' has periods.");
        }

        span = kind switch
        {
            RuleSpanKind.Quarter => RuleSpan.Quarter,
            RuleSpanKind.YearToDate => RuleSpan.YearToDate,
            RuleSpanKind.FullYear => RuleSpan.FullYear,
            RuleSpanKind.Rolling => RuleSpan.Rolling(periods),
            _ => RuleSpan.Period,
        };
        return isKind;
    }

    private static bool TryReadLimit(CellReader cells, DecimalScale scale, out RuleLimit? limit)
    {
        limit = null;
        long excess = 0;
        bool isWhole = cells.TryGetOptionalQuantity(UsagePercent, out long? percent);
        decimal? usage = percent is long count ? DecimalScale.Quantity.ToDecimal(count) : null;
        if (usage is < 0m or > 1_000_000_000m)
        {
            isWhole = cells.Tell(
                UsagePercent, ImportIssueCode.OutOfRange, "A percentage from 0 to 1000000000 was expected.");
        }

        bool hasExcess = cells.HasValue(Excess);
        isWhole &= !hasExcess || cells.TryGetAmount(Excess, scale.Digits, out excess);
        if (excess < 0)
        {
            isWhole = cells.Tell(Excess, ImportIssueCode.OutOfRange, "An amount of 0 or more was expected.");
        }

        isWhole &= ChoiceCell.TryReadFlag(cells, Credits, "raise", out bool creditsRaise);
        if (!cells.HasValue(UsagePercent) && !hasExcess)
        {
            isWhole = cells.Tell(
                UsagePercent, ImportIssueCode.MissingValue, "A limit needs 'usage_percent', 'excess' or both.");
        }

        limit = isWhole
            ? new RuleLimit(usage, hasExcess ? scale.ToDecimal(excess) : null, creditsRaise)
            : null;
        return isWhole;
    }

    private static string? Differs(RuleRow first, RuleRow other) =>
        first.Budget != other.Budget ? Schema.Columns[Budget]
        : first.Span != other.Span ? Schema.Columns[Span]
        : first.Limit != other.Limit ? Schema.Columns[UsagePercent]
        : first.OnRequest != other.OnRequest ? Schema.Columns[OnRequest]
        : first.OnOrder != other.OnOrder ? Schema.Columns[OnOrder]
        : first.OnActual != other.OnActual ? Schema.Columns[OnActual]
        : first.WithoutBudget != other.WithoutBudget ? Schema.Columns[WithoutBudget]
        : first.Roles != other.Roles ? Schema.Columns[OverridableBy]
        : null;

    private sealed record RuleRow(
        string Budget,
        RuleScope Scope,
        RuleSpan Span,
        RuleLimit Limit,
        AvailabilityVerdict OnRequest,
        AvailabilityVerdict OnOrder,
        AvailabilityVerdict OnActual,
        AvailabilityVerdict WithoutBudget,
        string? Roles);
}
