using CostCenters.Budgets.Changes;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Journals;

namespace CostCenters.Tests.Properties;

/// <summary>A limit of transfers of the model: which cells it covers.</summary>
internal sealed record NaiveTransferLimit(TransferLimit Limit, Func<int, int, bool> Covers);

internal sealed partial class NaiveControl
{
    private readonly List<List<((int Center, int Element, int Month) Cell, decimal Amount)>> transfers = [];

    public List<NaiveTransferLimit> TransferLimits { get; set; } = [];

    /// <summary>What keeps a change of the budget from being approved.</summary>
    public List<CommandFaultKind> FaultsOf(
        BudgetChangeKind kind, List<((int Center, int Element, int Month) Cell, decimal Amount)> moves)
    {
        bool isShort = moves.GroupBy(move => move.Cell).Any(cell =>
            cell.Sum(move => move.Amount) < 0m
            && Budget.GetValueOrDefault(cell.Key) + cell.Sum(move => move.Amount) < 0m);
        return
        [
            .. isShort ? [CommandFaultKind.MoreThanBudgeted] : Array.Empty<CommandFaultKind>(),
            .. TransferLimits.Where(limit => kind == BudgetChangeKind.Transfer && IsBeyond(limit))
                .Select(_ => CommandFaultKind.TransferLimitExceeded),
        ];

        bool IsBeyond(NaiveTransferLimit limit)
        {
            decimal now = NetOf(moves);
            return (now < 0m && transfers.Sum(each => Math.Max(-NetOf(each), 0m)) - now > limit.Limit.MostOut)
                || (now > 0m && transfers.Sum(each => Math.Max(NetOf(each), 0m)) + now > limit.Limit.MostIn);

            decimal NetOf(List<((int Center, int Element, int Month) Cell, decimal Amount)> each) =>
                each.Where(move => limit.Covers(move.Cell.Center, move.Cell.Element)).Sum(move => move.Amount);
        }
    }

    public void Change(
        BudgetChangeKind kind, List<((int Center, int Element, int Month) Cell, decimal Amount)> moves)
    {
        foreach (var (cell, more) in moves)
        {
            Budget[cell] = Budget.GetValueOrDefault(cell) + more;
        }

        if (kind == BudgetChangeKind.Transfer)
        {
            transfers.Add(moves);
        }
    }

    private decimal UsedOf(NaiveRule rule, int[] months, Move[] more)
    {
        decimal used = Uses(more)
            .Where(use => rule.Covers(use.Center, use.Element) && months.Contains(use.Month)).Sum(use => use.Amount);
        return rule.Rule.Limit.CreditsRaise ? used : Math.Max(used, 0m);
    }

    private IEnumerable<Move> Uses(Move[] more) =>
        actuals.Select(use => new Move(SpendingStage.Actual, use.Center, use.Element, use.Month, use.Amount))
            .Concat(commitments.SelectMany(each => each.Lines.Select((line, i) =>
                new Move(each.Stage, line.Center, line.Element, line.Month, each.OpenOf(i)))))
            .Concat(more);

    private bool HasBudget(NaiveRule rule, int[] months) => CellsOf(rule, months).Any();

    private decimal BudgetOf(NaiveRule rule, int[] months) => CellsOf(rule, months)
        .Where(cell => rule.Rule.Release == FundsRelease.AtOnce || cell.Key.Month <= OpenThrough)
        .Sum(cell => cell.Value);

    private decimal HeldOf(NaiveRule rule, int[] months) =>
        CellsOf(rule, months).Sum(cell => cell.Value) - BudgetOf(rule, months);

    private IEnumerable<KeyValuePair<(int Center, int Element, int Month), decimal>> CellsOf(
        NaiveRule rule, int[] months) =>
        Budget.Where(cell => rule.Covers(cell.Key.Center, cell.Key.Element) && months.Contains(cell.Key.Month));

    private decimal LimitOf(NaiveRule rule, int[] months)
    {
        decimal budget = BudgetOf(rule, months);
        decimal byPercent = rule.Rule.Limit.UsagePercent is decimal percent
            ? budget + (decimal.Floor(Math.Abs(budget) * (percent - 100m)) / 100m)
            : decimal.MaxValue;
        return rule.Rule.Limit.Excess is decimal excess ? Math.Min(byPercent, budget + excess) : byPercent;
    }
}
