using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Budgets.Changes;

/// <summary>What approved transfers have taken out of the cells of limits, and brought into them; added up as far as it
/// is asked for.</summary>
internal sealed class TransferSums(Journal journal, ChangeRegister register)
{
    private readonly Dictionary<(int Limit, string Budget, int Year), (Int128 Out, Int128 In)> sums = [];
    private readonly Dictionary<string, int> counted = [];
    private readonly Dictionary<LocalDate, CenterTree> trees = [];
    private IReadOnlyList<TransferLimit> limits = [];
    private CubeSpace? space;

    /// <summary>The limits that one more transfer would pass.</summary>
    public IEnumerable<CommandFault> FaultsOf(BudgetChange transfer)
    {
        Refresh(transfer.Budget);
        for (int number = 0; number < limits.Count; number++)
        {
            foreach ((int year, Int128 moved) in MovedBy(transfer, limits[number]))
            {
                (Int128 taken, Int128 brought) = sums.GetValueOrDefault((number, transfer.Budget, year));
                (Int128 after, decimal? most) = moved < 0
                    ? (taken - moved, limits[number].MostOut)
                    : (brought + moved, limits[number].MostIn);
                if (moved != 0 && most is decimal limit && after > space!.Scale.ToCount(limit))
                {
                    yield return new CommandFault(
                        CommandFaultKind.TransferLimitExceeded,
                        null,
                        FormattableString.Invariant($"Transfers of {year} would {(moved < 0 ? "take" : "bring")} ")
                            + FormattableString.Invariant($"{space.Scale.ToDecimal(after)} where {limit} is the most ")
                            + $"(center '{limits[number].Center}', element '{limits[number].Element}').");
                }
            }
        }
    }

    private void Refresh(string budget)
    {
        if (!ReferenceEquals(space, journal.Space) || !ReferenceEquals(limits, register.Limits))
        {
            (space, limits) = (journal.Space, register.Limits);
            sums.Clear();
            counted.Clear();
            trees.Clear();
        }

        IReadOnlyList<BudgetChange> transfers = limits.Count == 0 ? [] : register.TransfersOf(budget);
        for (int i = counted.GetValueOrDefault(budget); i < transfers.Count; i++)
        {
            Count(transfers[i]);
            counted[budget] = i + 1;
        }
    }

    private void Count(BudgetChange transfer)
    {
        for (int number = 0; number < limits.Count; number++)
        {
            foreach ((int year, Int128 moved) in MovedBy(transfer, limits[number]))
            {
                var key = (number, transfer.Budget, year);
                (Int128 taken, Int128 brought) = sums.GetValueOrDefault(key);
                sums[key] = (taken + Int128.Max(-moved, 0), brought + Int128.Max(moved, 0));
            }
        }
    }

    private IEnumerable<(int Year, Int128 Moved)> MovedBy(BudgetChange transfer, TransferLimit limit) =>
        transfer.Lines.Where(line => Covers(limit, line)).GroupBy(line => line.Year).Select(lines =>
            (lines.Key, lines.Aggregate(Int128.Zero, (sum, line) => sum + space!.Scale.ToCount(line.Amount))));

    private bool Covers(TransferLimit limit, BudgetLine line) =>
        (limit.Element is not ElementCode element || element == line.Element
            || space!.Elements.Tree.Within(element).Any(member => member.Code == line.Element))
        && (limit.Center is not CenterCode center || center == line.Center
            || (limit.IncludesDescendants && IsBelow(line, center)));

    private bool IsBelow(BudgetLine line, CenterCode center)
    {
        LocalDate day = space!.Calendar.DatesOf(line.Period!.Value).Last;
        if (!trees.TryGetValue(day, out CenterTree? tree))
        {
            trees.Add(day, tree = space.Centers.TreeAsOf(day));
        }

        int top = tree.PlaceOf(center);
        int place = tree.PlaceOf(line.Center);
        return place >= top && place < tree.EndOf(top);
    }
}
