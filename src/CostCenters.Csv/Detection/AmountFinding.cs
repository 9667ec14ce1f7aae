using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>Finds the amounts: one column, two for debit and credit, or one with its sign elsewhere.</summary>
internal static class AmountFinding
{
    private const string Key = KnownHeadings.Amount;
    private const string Method = "WithAmount";

    /// <summary>The columns of amounts that were found, to learn their style from; none where that is open.</summary>
    public static List<SampleColumn> Find(ColumnFinding columns, ProposalDraft draft)
    {
        List<SampleColumn> debits = columns.Candidates(KnownHeadings.Debit, MayHaveNumbers);
        List<SampleColumn> credits = columns.Candidates(KnownHeadings.Credit, MayHaveNumbers);
        List<SampleColumn> amounts = columns.Named(KnownHeadings.Amount, MayHaveNumbers);
        SampleColumn[] cluttered = [.. amounts.Where(column =>
            KnownHeadings.RankOf(KnownHeadings.Amount, column.Heading) > 0)];
        bool isPair = debits.Count == 1 && credits.Count == 1;
        amounts = isPair ? [.. amounts.Except(cluttered)] : amounts;
        if (isPair && amounts.Count == 0)
        {
            return TakePair(columns, debits[0], credits[0], draft);
        }

        if (debits.Count + credits.Count > 0 && !isPair)
        {
            draft.Hint(
                "debit",
                $"{string.Join(" and ", debits.Concat(credits).Select(column => column.Name))} look like debits or "
                    + "credits without their counterpart.",
                Method,
                "amount.debit");
        }

        switch (amounts)
        {
            case [SampleColumn single] when !isPair:
                return TakeSingle(columns, single, draft);
            case []:
                return TakeUnnamed(columns, draft);
            default:
                return OpenSeveral(amounts, isPair ? (debits[0], credits[0]) : null, draft);
        }
    }

    /// <summary>Amounts whose sign somebody must name: each row of them is refused till then.</summary>
    public static AmountSource WithoutSign(ColumnSource column) => AmountSource.FromColumn(column)
        .SignedBy(ColumnSource.Constant("undecided"), ["debit or cost"], ["credit or revenue"]);

    private static bool MayHaveNumbers(SampleColumn column) =>
        !column.Filled.Any() || CellKinds.AreNumbers(column.Cells);

    private static List<SampleColumn> TakePair(
        ColumnFinding columns, SampleColumn debit, SampleColumn credit, ProposalDraft draft)
    {
        columns.Take(KnownHeadings.Debit, debit);
        columns.Take(KnownHeadings.Credit, credit);
        var amount = AmountSource.FromDebitAndCredit(debit.Source, credit.Source);
        draft.Profile = draft.Profile.WithAmount(amount).WithAmountSigns(AmountSigns.DebitPositive);
        int both = Enumerable.Range(0, debit.Cells.Count).Count(row =>
            HasFigure(debit.Cells[row]) && HasFigure(credit.Cells[row]));
        draft.Say($"{debit.Name} and {credit.Name} are the two sides: debits count as costs, credits against them.");
        if (both > 0)
        {
            draft.Open(
                "netting",
                $"Some rows fill both {debit.Name} and {credit.Name}; they are refused.",
                "AmountSource.Netting",
                "amount.netting",
                new ProfileChoice(
                    "net",
                    "The amount of such a row is debit - credit",
                    profile => profile.WithAmount(profile.Amount!.Netting())));
        }

        TellMinus(debit, credit, draft);
        return [debit, credit];
    }

    private static void TellMinus(SampleColumn column, SampleColumn? other, ProposalDraft draft)
    {
        if (column.Filled.Concat(other?.Filled ?? []).Any(IsNegative))
        {
            draft.Open(
                "minus",
                "Some amounts have a minus although another column has their sign; they are refused.",
                "AmountSource.WithMinus",
                "amount.minus",
                new ProfileChoice(
                    "turn",
                    "A minus turns the sign",
                    profile => profile.WithAmount(profile.Amount!.WithMinus())));
        }
    }

    private static List<SampleColumn> TakeSingle(ColumnFinding columns, SampleColumn amount, ProposalDraft draft)
    {
        columns.Take(Key, amount);
        if (!SignFinding.TryFind(columns, amount, draft))
        {
            draft.Profile = draft.Profile.WithColumn(Key, amount.Source);
            draft.Say($"{amount.Name} is a heading of the amount, and has its sign.");
            return [amount];
        }

        if (draft.Profile.Amount?.Sign is not null)
        {
            TellMinus(amount, null, draft);
        }

        return [amount];
    }

    /// <summary>No heading is known: with the codes of a book the only column of numbers is it.</summary>
    private static List<SampleColumn> TakeUnnamed(ColumnFinding columns, ProposalDraft draft)
    {
        SampleColumn[] numbers = [.. columns.Free.Where(column => CellKinds.AreNumbers(column.Cells))];
        bool isKnown = !columns.HasHeader
            && columns[KnownHeadings.Center] is not null
            && columns[KnownHeadings.Element] is not null;
        if (isKnown && numbers is [SampleColumn only])
        {
            columns.Take(Key, only);
            draft.Profile = draft.Profile.WithColumn(Key, only.Source);
            draft.Say($"{only.Name} alone has numbers that are no codes.");
            return [only];
        }

        columns.OpenMissing(Key, numbers);
        return [.. numbers];
    }

    private static List<SampleColumn> OpenSeveral(
        List<SampleColumn> amounts,
        (SampleColumn Debit, SampleColumn Credit)? pair,
        ProposalDraft draft)
    {
        List<SampleColumn> all = pair is var (debit, credit) ? [.. amounts, debit, credit] : amounts;
        draft.Profile = draft.Profile.WithColumn(Key, ColumnFinding.Unread(all));
        draft.Open(
            Key,
            $"{string.Join(", ", all.Select(column => column.Name))} may all be amounts, perhaps in several currencies "
                + "or with and without tax; nothing in the file decides.",
            "WithColumn or WithAmount",
            "columns.amount",
            [
                .. amounts.Select(column => ColumnFinding.Choice(Key, column)),
                .. pair is var (one, other)
                    ? new[]
                    {
                        new ProfileChoice(
                            "debit-and-credit",
                            $"{one.Name} counts positive, {other.Name} negative",
                            profile => profile
                                .WithAmount(AmountSource.FromDebitAndCredit(one.Source, other.Source))
                                .WithAmountSigns(AmountSigns.DebitPositive)),
                    }
                    : [],
            ]);
        return all;
    }

    private static bool HasFigure(string cell) => cell.AsSpan().IndexOfAnyInRange('1', '9') >= 0;

    private static bool IsNegative(string cell) =>
        NumberText.Read(cell) is { Negative: not NegativeStyles.None } && HasFigure(cell);
}
