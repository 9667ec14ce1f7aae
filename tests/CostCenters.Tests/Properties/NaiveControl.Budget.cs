using CostCenters.Budgets.Changes;
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
}
