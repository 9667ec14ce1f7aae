using System.Globalization;
using System.Text;
using CostCenters.Calendars;
using CostCenters.Control.Rules;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Csv;

/// <summary>Reads and writes rules of availability control:
/// <c>code,budget,center?,below?,element?,span,periods?,usage_percent?,excess?,credits?,on_request,on_order,on_actual,
/// without_budget,overridable_by?,release?</c>.</summary>
/// <remarks>
/// <para>The rows of one code are one rule over a pool of several scopes: all of them are used, or none. An empty
/// center or element stands for all of them; <c>below</c> is <c>yes</c> where the centers below are covered, too;
/// <c>periods</c> goes with the span <c>rolling</c>; <c>credits</c> is <c>raise</c> where credits raise what is
/// available; <c>release</c> is
/// <c>when-period-opens</c> where the budget of a period is held until then; verdicts are <c>pass</c>, <c>warn</c> and
/// <c>block</c>; roles are separated by <c>;</c>.</para>
/// <para>What happens where there is no budget is one verdict for all stages, overridable by the same roles.</para>
/// <para>One row without a code says what happens to costs that no rule covers; it has verdicts and roles alone.</para>
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
    private const int Release = 15;
    private const int MostPeriods = 100;

    internal static readonly RowSchema Schema = RowSchema.Parse(
        "code,budget,center?,below?,element?,span,periods?,usage_percent?,excess?,credits?,on_request,on_order,"
            + "on_actual,without_budget,overridable_by?,release?");

    /// <summary>What a file without rows says.</summary>
    internal static AvailabilityRules None { get; } = new([], Everywhere(AvailabilityVerdict.Pass, []));

    /// <summary>Reads rules.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="space">Centers, elements, calendar and decimals.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The accepted rules, in order of their first rows, and every fault of the other rows. A file with rules
    /// and without a sound row for what none of them covers is stopped; one without rows lets everything pass.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<AvailabilityRules> Read(
        CsvInput input, CubeSpace space, ImportProfile profile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(input, Schema, profile, TableContext.Of(space), cancellation);
        var codes = new CodeTables(space.Centers, space.Elements);
        var groups = new RowGroups<RuleRow>(table.Log, Schema.Columns[Code]);
        RuleResponse? outside = null;
        while (table.Read())
        {
            if (IsOutside(table.Cells!))
            {
                RuleResponse? response = ReadOutside(table.Cells!, isSecond: outside is not null);
                outside ??= table.Log.EndRow() ? response : null;
                continue;
            }

            RuleRow? row = ReadRow(table.Cells!, codes, space, out string? code);
            groups.EndRow(code, row);
        }

        AvailabilityRule[] rules =
            [.. groups.Whole(Differences, (_, _) => []).Select(group => ToRule(group.Id, group.Rows))];
        if (!table.Log.IsStopped && outside is null && !table.Log.HasNoRows)
        {
            table.Log.StopWhole(
                ImportIssueCode.MissingValue,
                "A row without a code, with verdicts alone, says what happens to costs that no rule covers. Add it.");
        }

        return table.Log.ToResult(
            table.Log.IsStopped ? null : outside is null ? None : new AvailabilityRules(rules, outside));
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
    public static void Write(AvailabilityRules rules, CubeSpace space, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new RowWriter(stream, Schema.Columns, leaveOpen: true);
        foreach (AvailabilityRule rule in rules.Rules)
        {
            RuleResponse without = rule.WithoutBudget;
            if (without.OnRequest != without.OnOrder || without.OnOrder != without.OnActual
                || !without.OverridableBy.SequenceEqual(rule.BeyondLimit.OverridableBy)
                || !HasPlaceFor(without.OverridableBy))
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

        if (!HasPlaceFor(rules.Outside.OverridableBy))
        {
            throw new ArgumentException("The file has no place for a role with a semicolon.", nameof(rules));
        }

        for (int column = Code; column < OnRequest; column++)
        {
            writer.Code(null);
        }

        Write(writer, rules.Outside, withoutBudget: null, FundsRelease.AtOnce);
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
        Write(writer, rule.BeyondLimit, rule.WithoutBudget.OnOrder, rule.Release);
    }

    /// <summary>Writes the columns of verdicts, roles and release, the last ones.</summary>
    private static void Write(
        RowWriter writer, RuleResponse response, AvailabilityVerdict? withoutBudget, FundsRelease release)
    {
        writer.Code(ChoiceCell.WordOf(response.OnRequest));
        writer.Code(ChoiceCell.WordOf(response.OnOrder));
        writer.Code(ChoiceCell.WordOf(response.OnActual));
        writer.Code(withoutBudget is AvailabilityVerdict verdict ? ChoiceCell.WordOf(verdict) : null);
        writer.Text(response.OverridableBy.IsEmpty ? null : string.Join(';', response.OverridableBy));
        writer.Code(release == FundsRelease.AtOnce ? null : ChoiceCell.WordOf(release));
        writer.EndRow();
    }

    private static bool HasPlaceFor(IEnumerable<string> roles) =>
        !roles.Any(role => role.Contains(';', StringComparison.Ordinal));

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
            Everywhere(first.WithoutBudget, roles),
            first.Release);
    }

    private static RuleResponse Everywhere(AvailabilityVerdict verdict, IEnumerable<string> roles) =>
        new(verdict, verdict, verdict, roles);

    /// <summary>Whether a row has no code and nothing else that a rule has.</summary>
    private static bool IsOutside(CellReader cells)
    {
        bool isEmpty = !cells.HasValue(WithoutBudget) && !cells.HasValue(Release);
        for (int column = Code; column < OnRequest; column++)
        {
            isEmpty &= !cells.HasValue(column);
        }

        return isEmpty;
    }

    private static RuleResponse? ReadOutside(CellReader cells, bool isSecond)
    {
        bool isWhole = TryReadVerdicts(
            cells, out AvailabilityVerdict request, out AvailabilityVerdict order, out AvailabilityVerdict actual);
        isWhole &= TryReadRoles(cells, out string? roles);
        if (isSecond)
        {
            isWhole = cells.Tell(
                Code, ImportIssueCode.DuplicateCode, "A row above says already what happens outside of all rules.");
        }

        return isWhole ? new RuleResponse(request, order, actual, roles?.Split(';') ?? []) : null;
    }

    private static bool TryReadVerdicts(
        CellReader cells,
        out AvailabilityVerdict onRequest,
        out AvailabilityVerdict onOrder,
        out AvailabilityVerdict onActual) =>
        ChoiceCell.TryRead(cells, OnRequest, out onRequest)
            & ChoiceCell.TryRead(cells, OnOrder, out onOrder)
            & ChoiceCell.TryRead(cells, OnActual, out onActual);

    private static bool TryReadRoles(CellReader cells, out string? roles)
    {
        roles = cells.GetText(OverridableBy);
        return roles?.Split(';').Any(string.IsNullOrWhiteSpace) != true
            || cells.Tell(
                OverridableBy, ImportIssueCode.MissingValue, "Between two semicolons the name of a role was expected.");
    }

    private static RuleRow? ReadRow(CellReader cells, CodeTables codes, CubeSpace space, out string? code)
    {
        code = TryGetName(cells, Code, out string name) ? name : null;
        bool isWhole = TryGetName(cells, Budget, out string budget) & code is not null;
        Center? center = cells.HasValue(CenterColumn) ? codes.ReadCenter(cells, CenterColumn) : null;
        CostElement? element = null;
        isWhole &= !cells.HasValue(CenterColumn) || center is not null;
        isWhole &= ChoiceCell.TryReadFlag(cells, Below, "yes", out bool below);
        isWhole &= !cells.HasValue(ElementColumn) || codes.TryReadElement(cells, ElementColumn, out element, out _);
        isWhole &= TryReadSpan(cells, space.Calendar, out RuleSpan span);
        isWhole &= TryReadLimit(cells, space.Scale, out RuleLimit? limit);
        isWhole &= TryReadVerdicts(
            cells,
            out AvailabilityVerdict onRequest,
            out AvailabilityVerdict onOrder,
            out AvailabilityVerdict onActual);
        isWhole &= ChoiceCell.TryRead(cells, WithoutBudget, out AvailabilityVerdict without);
        isWhole &= TryReadRoles(cells, out string? roles);
        isWhole &= ChoiceCell.TryReadFlag(
            cells, Release, ChoiceCell.WordOf(FundsRelease.WhenPeriodOpens), out bool waits);
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
                roles,
                waits ? FundsRelease.WhenPeriodOpens : FundsRelease.AtOnce)
            : null;
    }

    private static bool TryGetName(CellReader cells, int column, out string name)
    {
        name = cells.TryGetCode(column, out ReadOnlySpan<byte> text) ? Encoding.UTF8.GetString(text) : "";
        return name.Length > 0
            && (!string.IsNullOrWhiteSpace(name)
                || cells.Tell(column, ImportIssueCode.MissingValue, "The cell has spaces alone. Fill it."));
    }

    private static bool TryReadSpan(CellReader cells, FiscalCalendar calendar, out RuleSpan span)
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

        if (kind == RuleSpanKind.Quarter && calendar.PeriodsPerQuarter is null)
        {
            return cells.Tell(Span, ImportIssueCode.BadChoice, "The periods of the calendar make no quarters.");
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

    private static (bool Differs, string Column)[] Differences(RuleRow first, RuleRow other) =>
    [
        (first.Budget != other.Budget, Schema.Columns[Budget]),
        (first.Span != other.Span, Schema.Columns[Span]),
        (first.Limit.UsagePercent != other.Limit.UsagePercent, Schema.Columns[UsagePercent]),
        (first.Limit.Excess != other.Limit.Excess, Schema.Columns[Excess]),
        (first.Limit.CreditsRaise != other.Limit.CreditsRaise, Schema.Columns[Credits]),
        (first.OnRequest != other.OnRequest, Schema.Columns[OnRequest]),
        (first.OnOrder != other.OnOrder, Schema.Columns[OnOrder]),
        (first.OnActual != other.OnActual, Schema.Columns[OnActual]),
        (first.WithoutBudget != other.WithoutBudget, Schema.Columns[WithoutBudget]),
        (first.Roles != other.Roles, Schema.Columns[OverridableBy]),
        (first.Release != other.Release, Schema.Columns[Release]),
    ];

    private sealed record RuleRow(
        string Budget,
        RuleScope Scope,
        RuleSpan Span,
        RuleLimit Limit,
        AvailabilityVerdict OnRequest,
        AvailabilityVerdict OnOrder,
        AvailabilityVerdict OnActual,
        AvailabilityVerdict WithoutBudget,
        string? Roles,
        FundsRelease Release);
}
