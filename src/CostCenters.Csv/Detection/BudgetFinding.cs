using CostCenters.Csv.Cells;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>Finds what budgets have in place of dates: the version, and the fiscal period or year.</summary>
internal static class BudgetFinding
{
    private const string Period = KnownHeadings.Period;
    private const string Version = KnownHeadings.Version;
    private const string Method = "WithColumn or ColumnSource.Period";
    private const string JsonKey = "columns.period";

    /// <summary>Finds both columns.</summary>
    /// <param name="columns">The columns of the file.</param>
    /// <param name="hasPeriods">Whether periods stand side by side.</param>
    /// <param name="draft">The proposal.</param>
    public static void Find(ColumnFinding columns, bool hasPeriods, ProposalDraft draft)
    {
        if (!hasPeriods)
        {
            FindPeriod(columns, draft);
        }

        switch (columns.Candidates(Version))
        {
            case [SampleColumn single]:
                columns.Map(Version, single, $"{single.Name} is a heading of the budget version.");
                break;
            case [] when columns.HasHeader:
                draft.Open(
                    Version,
                    "No column has the version of the budget, such as plan; name it for all rows.",
                    "WithConstant",
                    "columns.version");
                break;
            case List<SampleColumn> several:
                columns.OpenMissing(Version, several);
                break;
        }
    }

    /// <summary>The only column whose heading means budgets; null where there is none or several.</summary>
    public static SampleColumn? AmountOf(ColumnFinding columns, ProposalDraft draft)
    {
        if (YearlyOf(columns) is var (yearly, pattern))
        {
            columns.Take(KnownHeadings.Amount, yearly);
            draft.Profile = draft.Profile.WithAmount(AmountSource.FromColumn(ColumnSource.Named(pattern)));
            draft.Say($"{yearly.Name} is a heading of budgets with the year of all rows, {pattern}.");
            return yearly;
        }

        if (columns.Candidates(KnownHeadings.Budget, column => CellKinds.AreNumbers(column.Cells))
            is not [SampleColumn single])
        {
            return null;
        }

        columns.Map(KnownHeadings.Amount, single, $"{single.Name} is a heading of budgets, and has its sign.");
        return single;
    }

    /// <summary>The column of budgets whose heading has a year that others have, too, with its pattern.</summary>
    private static (SampleColumn Column, string Pattern)? YearlyOf(ColumnFinding columns)
    {
        string[] headings = [.. columns.Columns.Select(column => column.Heading)];
        (SampleColumn Column, string? Pattern)[] found =
        [
            .. columns.Free
                .Where(column => CellKinds.AreNumbers(column.Cells)
                    && KnownHeadings.RankOf(KnownHeadings.Budget, PatternFinding.WithoutYear(column.Heading))
                        != KnownHeadings.Unknown)
                .Select(column => (column, PatternFinding.YearPattern(column.Heading, headings)))
                .Where(each => each.Item2 is not null),
        ];
        return found is [(SampleColumn column, string pattern)] ? (column, pattern) : null;
    }

    private static void FindPeriod(ColumnFinding columns, ProposalDraft draft)
    {
        SampleColumn[] named = [.. columns.Candidates(Period), .. columns.Candidates(KnownHeadings.Month)];
        if (named.FirstOrDefault(IsWhole) is SampleColumn whole)
        {
            columns.Map(Period, whole, $"{whole.Name} has fiscal periods, or whole years.");
            return;
        }

        SampleColumn[] years = [.. columns.Candidates(KnownHeadings.Year, IsWhole)];
        SampleColumn? number = named.FirstOrDefault(IsNumber);
        if (years is [SampleColumn year])
        {
            TakeYear(columns, year, number, draft);
            return;
        }

        if (YearlyOf(columns) is not null)
        {
            draft.Profile = draft.Profile.WithColumn(Period, ColumnSource.Metadata(KnownHeadings.Year));
            draft.Say("The heading of the budget has the year: each row is a whole year.");
            return;
        }

        columns.OpenMissing(Period, columns.Free.Where(IsWhole));
    }

    private static void TakeYear(ColumnFinding columns, SampleColumn year, SampleColumn? number, ProposalDraft draft)
    {
        if (number is null)
        {
            columns.Map(Period, year, $"{year.Name} has years, and no column has periods: each row is a whole year.");
            return;
        }

        columns.Take(KnownHeadings.Year, year);
        columns.Take(Period, number);
        ProfileChoice choice = new(
            "number",
            $"{number.Name} is the number of the fiscal period of the year in {year.Name}",
            profile => profile.WithColumn(Period, ColumnSource.Period(year.Source, number.Source)));
        if (KnownHeadings.RankOf(Period, number.Heading) != KnownHeadings.Unknown)
        {
            draft.Profile = choice.Apply(draft.Profile);
            draft.Say(choice.Text + ".");
            return;
        }

        draft.Open(
            Period,
            $"The file has {year.Name} and {number.Name}. A calendar month need not be the fiscal period of that "
                + "number.",
            Method,
            JsonKey,
            choice);
    }

    private static bool IsWhole(SampleColumn column) => column.Filled.Any() && column.Filled.All(cell =>
        PeriodCell.TryRead(System.Text.Encoding.UTF8.GetBytes(cell), out _, out _));

    private static bool IsNumber(SampleColumn column) => column.Filled.Any() && column.Filled.All(cell =>
        cell.Length is 1 or 2 && cell.All(char.IsAsciiDigit));
}
