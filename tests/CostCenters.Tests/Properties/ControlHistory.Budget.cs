using CostCenters.Budgets;
using CostCenters.Budgets.Changes;
using CostCenters.Calendars;
using CostCenters.Journals;
using CostCenters.Monetary;

namespace CostCenters.Tests.Properties;

internal sealed partial class ControlHistory
{
    private void SetBudget()
    {
        var builder = new BudgetVersion.Builder(
            book.Space, "b", ++revision, Phasing.Even(RemainderRule.LargestRemainder));
        model.Budget = [];
        for (int i = random.Next(12); i >= 0; i--)
        {
            var cell = (Center: random.Next(5), Element: random.Next(5), Month: 1 + random.Next(12));
            decimal amount = random.Next(8) == 0 ? -random.Next(2_000) / 100m : random.Next(8_000) / 100m;
            builder.Add(BudgetLine.ForPeriod(
                Centers[cell.Center], Elements[cell.Element], new FiscalPeriod(2026, cell.Month), amount));
            model.Budget[cell] = model.Budget.GetValueOrDefault(cell) + amount;
        }

        book.Budgets.Add(builder.Freeze(), NextStamp()).GetOrThrow();
    }

    /// <summary>Moves money between two cells, adds some, or takes some back; now and then it becomes a version.
    /// </summary>
    private void ChangeBudget()
    {
        var from = (Center: random.Next(5), Element: random.Next(5), Month: 1 + random.Next(12));
        if (model.Budget.Count > 0 && random.Next(2) == 0)
        {
            from = model.Budget.Keys.ElementAt(random.Next(model.Budget.Count));
        }

        var to = (Center: random.Next(5), Element: random.Next(5), Month: 1 + random.Next(12));
        decimal amount = random.Next(1, 3_000) / 100m;
        var kind = (BudgetChangeKind)random.Next(1, 4);
        List<((int Center, int Element, int Month) Cell, decimal Amount)> moves = [];
        if (kind != BudgetChangeKind.Supplement)
        {
            moves.Add((from, -amount));
        }

        if (kind != BudgetChangeKind.Return)
        {
            moves.Add((to, amount));
        }

        var change = new BudgetChange(
            new($"c{++named}"),
            "b",
            kind,
            moves.Select(move => BudgetLine.ForPeriod(
                Centers[move.Cell.Center],
                Elements[move.Cell.Element],
                new FiscalPeriod(2026, move.Cell.Month),
                move.Amount)),
            "why");
        book.Changes.Enter(change, NextStamp()).GetOrThrow();
        CommandResult result = book.Changes.Submit(change.Id, NextStamp());

        List<CommandFaultKind> faults = model.FaultsOf(kind, moves);
        Assert.Equal(faults, result.Faults.Select(fault => fault.Kind));
        if (faults.Count == 0)
        {
            model.Change(kind, moves);
        }

        if (random.Next(4) == 0 && book.Changes.Freeze("b", NextStamp()).Outcome == CommandOutcome.Accepted)
        {
            revision++;
        }
    }

    private void SetTransferLimits()
    {
        var limits = Enumerable.Range(0, random.Next(3)).Select(_ =>
        {
            var (scope, covers) = Scope();
            decimal? mostOut = random.Next(3) == 0 ? null : random.Next(6_000) / 100m;
            decimal? mostIn = mostOut is null || random.Next(2) == 0 ? random.Next(6_000) / 100m : null;
            return new NaiveTransferLimit(
                new TransferLimit(scope.Center, scope.IncludesDescendants, scope.Element, mostOut, mostIn), covers);
        }).ToList();
        CommandResult result = book.Changes.SetTransferLimits(limits.Select(limit => limit.Limit), NextStamp());
        Assert.NotEqual(CommandOutcome.Refused, result.Outcome);
        model.TransferLimits = limits;
    }

    /// <summary>Opens the funds of the year up to a month; what is open stays so.</summary>
    private void OpenFunds()
    {
        int through = Math.Min(model.OpenThrough + random.Next(-2, 5), 12);
        through = Math.Max(through, 1);
        CommandResult result = book.Control.OpenFunds(new FiscalPeriod(2026, through), NextStamp());
        Assert.Equal(
            through > model.OpenThrough ? CommandOutcome.Accepted : CommandOutcome.AcceptedBefore, result.Outcome);
        model.OpenThrough = Math.Max(model.OpenThrough, through);
    }
}
