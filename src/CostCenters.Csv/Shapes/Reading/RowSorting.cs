using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv.Shapes.Reading;

/// <summary>Says of each row of a file whether it is data, and verifies the sums that the file gives of its data.
/// </summary>
internal sealed class RowSorting
{
    private readonly FileShape shape;
    private readonly AmountReading? amount;
    private readonly PeriodReading? periods;
    private readonly IReadOnlyList<string>? header;
    private readonly SectionReading? sections;
    private readonly TotalReading[] totals;
    private readonly (RowFilter Rule, Func<ForeignRow, bool> Test)[] filters;
    private readonly CheckReading[] checks;
    private readonly LastRowGuard guard = new();
    private readonly List<(int Column, ExactNumber? Amount)> amounts = [];

    public RowSorting(
        FileShape shape,
        NumberDialect numbers,
        AmountReading? amount,
        PeriodReading? periods,
        IReadOnlyList<string>? header,
        SourceBinder binder)
    {
        this.shape = shape;
        this.amount = amount;
        this.periods = periods;
        this.header = header;
        sections = shape.Sections is SectionRules rules ? new SectionReading(rules, binder) : null;
        totals = [.. shape.Totals.Select(rule => new TotalReading(rule, binder))];
        filters = [.. shape.Filters.Select(rule => (rule, rule.Test.Bind(binder)))];
        checks = [.. shape.Checks.Select(check => new CheckReading(check, numbers, binder))];
    }

    /// <summary>The amount of the current row, if that looks like the total of all others; else null.</summary>
    public string? Suspicion { get; private set; }

    private bool Sums => sections is not null || totals.Length > 0 || checks.Length > 0;

    /// <summary>Why a row is no data; null for a row of data.</summary>
    public RowVerdict? Sort(ForeignRow row)
    {
        if (shape.IsFramed && (!row.HasFrame || IsRuler(row)))
        {
            return RowVerdict.SetAside("lines without frame, and rulers");
        }

        if (IsHeader(row))
        {
            return RowVerdict.SetAside("repeated headers");
        }

        foreach (TotalReading total in totals)
        {
            if (total.IsTotal(row))
            {
                RowVerdict verdict = Verify(row, total.Expected, isVerified: total.IsVerified);
                total.Close();
                return verdict;
            }
        }

        if (SortSection(row) is RowVerdict section)
        {
            return section;
        }

        foreach ((RowFilter rule, Func<ForeignRow, bool> test) in filters)
        {
            if (test(row) != rule.Keeps)
            {
                if (rule.Refuses)
                {
                    return RowVerdict.Faulty(ImportIssueCode.RefusedRow, null, rule.Reason);
                }

                AddFiltered(row);
                return RowVerdict.SetAside(rule.Reason);
            }
        }

        return null;
    }

    /// <summary>Sets a row aside that holds the sum of all rows above, or leaves it under suspicion.</summary>
    public RowVerdict? SortLast(ForeignRow row, Func<bool> isFollowedByAmounts)
    {
        Suspicion = null;
        if (shape.LastRow == LastRow.Row || amount is null)
        {
            return null;
        }

        ReadAmounts(row);
        bool isSuspect = guard.Suspects(row, amounts) && !isFollowedByAmounts();

        // Looking at the rows ahead has read their amounts.
        ReadAmounts(row);
        if (!isSuspect)
        {
            guard.Add(row, amounts);
            return null;
        }

        if (shape.LastRow == LastRow.Total)
        {
            return RowVerdict.SetAside("totals that agree");
        }

        Suspicion = amounts[0].Amount.ToString();
        return null;
    }

    /// <summary>Whether something stands where amounts do.</summary>
    public bool HasAmount(ForeignRow row)
    {
        ReadAmounts(row);
        return amounts.Count > 0;
    }

    /// <summary>Adds a row of the table to the sums, and compares the columns that are checked.</summary>
    public void Add(ForeignRow row, ImportLog log)
    {
        if (Suspicion is string suspect)
        {
            log.Suspect(
                ImportIssueCode.UnmarkedTotal,
                suspect,
                "The last row holds the sum of all rows above and less text than they: it looks like a total, which "
                    + "would count twice. Say in the profile whether the last row is a total or a row.");
        }

        if (!Sums || amount is null)
        {
            return;
        }

        ExactNumber? exact = amount.ReadExact(row);
        int column = row.Period?.Position ?? 0;
        sections?.Add(column, exact);
        foreach (TotalReading total in totals)
        {
            total.Add(column, exact);
        }

        foreach (CheckReading check in checks)
        {
            if (check.Compare(row, exact) is var (name, came, expected))
            {
                log.Fault(
                    ImportIssueCode.FailedCheck,
                    null,
                    came.ToString(),
                    log.TellsValues
                        ? $"{name} was expected to be {expected} by the other figures. Correct the row."
                        : $"{name} does not agree with the other figures. Correct the row.");
            }
        }
    }

    /// <summary>Adds a row that a filter sets aside to what totals sum, since those of the file have it.</summary>
    private void AddFiltered(ForeignRow row)
    {
        if (amount is null || (!Sums && shape.LastRow == LastRow.Row))
        {
            return;
        }

        ReadAmounts(row);
        guard.Add(row, amounts);
        foreach ((int column, ExactNumber? exact) in amounts)
        {
            sections?.Add(column, exact);
            foreach (TotalReading total in totals)
            {
                total.Add(column, exact);
            }
        }

        foreach (CheckReading check in checks)
        {
            check.Open(row);
        }
    }

    private RowVerdict? SortSection(ForeignRow row)
    {
        if (sections is null)
        {
            return null;
        }

        SectionRow kind = sections.Follow(row, HasAmount(row));
        if (kind == SectionRow.Posting)
        {
            return null;
        }

        foreach (CheckReading check in checks)
        {
            check.Open(row);
        }

        return kind switch
        {
            SectionRow.Label => RowVerdict.SetAside("labels of sections"),
            SectionRow.Balance => RowVerdict.SetAside("opening and closing balances"),
            SectionRow.TotalOfNone => RowVerdict.Stops(
                ImportIssueCode.UnknownSection,
                "The total of a section came that no row opens: the rows above may stand in another section than "
                    + "their own. Mend the file, or correct the labels of sections in the profile."),
            _ => Verify(row, sections.Expected!.Of, isVerified: true),
        };
    }

    /// <summary>Sets a total aside that is the sum of its rows; any other is faulty.</summary>
    private RowVerdict Verify(ForeignRow row, Func<int, ExactNumber?> expected, bool isVerified)
    {
        ReadAmounts(row);
        foreach ((int column, ExactNumber? came) in isVerified ? amounts : [])
        {
            ExactNumber? sum = expected(column);
            if (came is null || sum is null || came != sum)
            {
                return RowVerdict.Faulty(
                    ImportIssueCode.TotalMismatch,
                    came?.ToString(),
                    sum is ExactNumber known
                        ? $"The total of the rows above was expected: they make {known}. Rows may lack or stand twice."
                        : "The total cannot be verified, since an amount above cannot be read.");
            }
        }

        return RowVerdict.SetAside(isVerified ? "totals that agree" : "totals, not verified");
    }

    private void ReadAmounts(ForeignRow row)
    {
        amounts.Clear();
        if (amount is null)
        {
            return;
        }

        if (periods is null)
        {
            if (amount.IsFilled(row))
            {
                amounts.Add((0, amount.ReadExact(row)));
            }

            return;
        }

        PeriodHeading? current = row.Period;
        foreach (PeriodHeading heading in periods.Headings)
        {
            row.Period = heading;
            if (amount.IsFilled(row))
            {
                amounts.Add((heading.Position, amount.ReadExact(row)));
            }
        }

        row.Period = current;
    }

    private bool IsHeader(ForeignRow row)
    {
        if (header is null || row.CellCount < header.Count)
        {
            return false;
        }

        bool isFilled = false;
        for (int position = 0; position < header.Count; position++)
        {
            ReadOnlySpan<byte> cell = row.Cell(position);
            string name = header[position];
            if (cell.Length < name.Length || !System.Text.Encoding.UTF8.GetString(cell).Trim().Equals(name, StringComparison.Ordinal))
            {
                return false;
            }

            isFilled |= name.Length > 0;
        }

        return isFilled;
    }

    private static bool IsRuler(ForeignRow row)
    {
        bool isFilled = false;
        for (int position = 0; position < row.CellCount; position++)
        {
            ReadOnlySpan<byte> cell = row.Cell(position);
            if (cell.IndexOfAnyExcept((byte)'-', (byte)'=', (byte)'_') >= 0)
            {
                return false;
            }

            isFilled |= !cell.IsEmpty;
        }

        return isFilled;
    }
}
