using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Budgets.Changes;

/// <summary>What keeps a change from being entered, or from becoming part of its budget; inside commands.</summary>
internal sealed class ChangeFaults(Journal journal, ChangeRegister register)
{
    private readonly TransferSums transfers = new(journal, register);
    private BudgetRules? rules;

    private BudgetRules Rules => rules is { } known && ReferenceEquals(known.Space, journal.Space)
        ? known
        : rules = new BudgetRules(journal.Space);

    /// <summary>Why a change cannot be entered.</summary>
    public ImmutableArray<CommandFault> OfEntering(BudgetChange change) =>
        register.Find(change.Id) is not null
            ? [Fault(
                CommandFaultKind.DocumentIdTaken,
                $"Change id '{change.Id}' is taken by another change; give this one another id.")]
            : change.Revises is DocumentId revised && register.Find(revised) is null
                ? [Fault(CommandFaultKind.UnknownDocument, $"There is no change '{revised}' to revise.")]
                : Of(change.Lines.AsSpan());

    /// <summary>Why a change cannot become part of its budget.</summary>
    public ImmutableArray<CommandFault> OfApproving(BudgetChange change) =>
        change.Kind == BudgetChangeKind.Transfer
            ? [.. ShortagesOf(change), .. transfers.FaultsOf(change)]
            : ShortagesOf(change);

    /// <summary>Why limits of transfers cannot be set.</summary>
    public ImmutableArray<CommandFault> Of(IEnumerable<TransferLimit> limits)
    {
        Cubes.CubeSpace space = journal.Space;
        return [.. limits.SelectMany((limit, number) => FaultsOf(limit, number))];

        IEnumerable<CommandFault> FaultsOf(TransferLimit limit, int number)
        {
            if (limit.Center is CenterCode center && !space.Centers.TryGet(center, out _))
            {
                yield return new(
                    CommandFaultKind.UnknownCenter, number, $"Limit {number}: there is no center '{center}'.");
            }

            if (limit.Element is ElementCode element && !space.Elements.TryIndexOf(element, out _))
            {
                yield return new(
                    CommandFaultKind.UnknownElement, number, $"Limit {number}: there is no element '{element}'.");
            }

            if (!space.Scale.TryToCount(limit.MostOut ?? 0m, out _)
                || !space.Scale.TryToCount(limit.MostIn ?? 0m, out _))
            {
                yield return new(
                    CommandFaultKind.TooManyDigits,
                    number,
                    $"Limit {number}: at most {space.Scale} decimals were expected.");
            }
        }
    }

    /// <summary>The lines that a budget version would refuse, too.</summary>
    public ImmutableArray<CommandFault> Of(ReadOnlySpan<BudgetLine> lines)
    {
        BudgetRules now = Rules;
        var found = new List<CommandFault>();
        for (int number = 0; number < lines.Length; number++)
        {
            AddFaults(found, now, lines[number], number);
        }

        return [.. found];
    }

    private static void AddFaults(
        List<CommandFault> faults, BudgetRules rules, BudgetLine line, int number)
    {
        Cubes.CubeSpace space = rules.Space;
        FiscalPeriod period = line.Period!.Value;
        bool hasPeriod = space.Calendar.Contains(period);
        int ordinal = hasPeriod ? space.Calendar.OrdinalOf(period) : 0;
        if (!hasPeriod)
        {
            Add(CommandFaultKind.DateOutOfRange, $"the calendar has no period {period}");
        }

        if (!space.Centers.TryGet(line.Center, out Center? center))
        {
            Add(CommandFaultKind.UnknownCenter, $"there is no center '{line.Center}'");
        }
        else if (hasPeriod && !rules.IsCenterValid(center.Index, ordinal, 1))
        {
            Add(
                CommandFaultKind.CenterNotValid, $"center '{center}' is not valid on the last day of {period}");
        }

        if (!space.Elements.TryIndexOf(line.Element, out int element))
        {
            Add(CommandFaultKind.UnknownElement, $"there is no element '{line.Element}'");
        }
        else if (hasPeriod && !rules.IsElementValid(element, ordinal, 1))
        {
            Add(
                CommandFaultKind.ElementNotValid,
                $"element '{line.Element}' is not valid on the last day of {period}");
        }

        if (Math.Abs(line.Amount) > PostingRules.MaxAmount || Math.Abs(line.Quantity ?? 0m) > PostingRules.MaxQuantity)
        {
            Add(CommandFaultKind.OutOfRange, $"the amount or the quantity is too large");
        }
        else if (!space.Scale.TryToCount(line.Amount, out _)
            || !DecimalScale.Quantity.TryToCount(line.Quantity ?? 0m, out _))
        {
            Add(CommandFaultKind.TooManyDigits, $"the amount or the quantity has too many decimals");
        }

        void Add(CommandFaultKind kind, FormattableString message) => faults.Add(new CommandFault(
            kind, number, FormattableString.Invariant($"Line {number}: {FormattableString.Invariant(message)}.")));
    }

    /// <summary>The cells from which a transfer or a return takes more than there is, and those that would be beyond
    /// what a budget holds.</summary>
    private ImmutableArray<CommandFault> ShortagesOf(BudgetChange change)
    {
        var faults = new List<CommandFault>();
        if (change.Lines is [BudgetLine single])
        {
            AddShortage(faults, change, 0, journal.Space.Scale.ToCount(single.Amount));
            return [.. faults];
        }

        var places = new Dictionary<(CenterCode Center, ElementCode Element, FiscalPeriod Period), int>();
        var sums = new List<(int Line, Int128 Added)>();
        for (int line = 0; line < change.Lines.Length; line++)
        {
            BudgetLine each = change.Lines[line];
            var key = (each.Center, each.Element, each.Period!.Value);
            if (!places.TryGetValue(key, out int place))
            {
                place = sums.Count;
                places.Add(key, place);
                sums.Add((line, 0));
            }

            sums[place] = (sums[place].Line, sums[place].Added + journal.Space.Scale.ToCount(each.Amount));
        }

        foreach ((int line, Int128 added) in sums)
        {
            AddShortage(faults, change, line, added);
        }

        return [.. faults];
    }

    /// <summary>Tells if what is added to the cell of a line cannot be.</summary>
    private void AddShortage(List<CommandFault> faults, BudgetChange change, int number, Int128 added)
    {
        DecimalScale scale = journal.Space.Scale;
        bool isBounded = change.Kind is BudgetChangeKind.Transfer or BudgetChangeKind.Return;
        Int128 before = register.AmountOf(change.Budget, change.Lines[number]);
        Int128 after = before + added;
        if (isBounded && added < 0 && after < 0)
        {
            faults.Add(new CommandFault(
                CommandFaultKind.MoreThanBudgeted,
                number,
                FormattableString.Invariant($"Line {number}: {scale.ToDecimal(-added)} is more than the ")
                    + FormattableString.Invariant($"{scale.ToDecimal(before)} that '{change.Budget}' has there.")));
        }

        if (Int128.Abs(after) > (Int128)PostingRules.MaxAmount * scale.UnitsPerWhole)
        {
            faults.Add(new CommandFault(
                CommandFaultKind.OutOfRange,
                number,
                FormattableString.Invariant($"Line {number}: the budget would be {scale.ToDecimal(after)}.")));
        }
    }

    private static CommandFault Fault(CommandFaultKind kind, string message) => new(kind, null, message);
}
