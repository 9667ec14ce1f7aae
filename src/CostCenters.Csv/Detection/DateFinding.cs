using System.Globalization;
using CostCenters.Csv.Shapes;
using NodaTime;

namespace CostCenters.Csv.Detection;

/// <summary>Finds the column of dates and how they are written.</summary>
internal static class DateFinding
{
    private const string Method = "WithDatePatterns";
    private const string JsonKey = "dates";
    private const string Serial = "excel-serial";

    /// <summary>Finds the column by its heading, or as the only one of dates.</summary>
    public static void FindColumn(ColumnFinding columns, ProposalDraft draft)
    {
        List<SampleColumn> named = columns.Named(
            KnownHeadings.Date, column => !column.Filled.Any() || LooksLikeDates(column));
        List<SampleColumn> dated = [.. columns.Free.Where(column => CellKinds.AreDates(column.Cells))];
        if (named is [SampleColumn single])
        {
            columns.Map(KnownHeadings.Date, single, $"{single.Name} is a heading of the date.");
        }
        else if (named.Count > 1)
        {
            columns.OpenSeveral(KnownHeadings.Date, named);
        }
        else if (dated is [SampleColumn only] && !columns.HasHeader)
        {
            columns.Map(KnownHeadings.Date, only, $"{only.Name} alone has dates.");
        }
        else if (!TryYearAndMonth(columns, draft))
        {
            columns.OpenMissing(KnownHeadings.Date, dated);
        }
    }

    /// <summary>The column of dates; where that is open the only one that may be it, to learn how it is written.
    /// </summary>
    public static SampleColumn? ColumnOf(ColumnFinding columns) =>
        columns[KnownHeadings.Date]
            ?? (columns.Free.Where(column => CellKinds.AreDates(column.Cells)).ToArray() is [SampleColumn only]
                ? only
                : null);

    /// <summary>Finds the patterns of the dates of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="hasDecimalComma">Whether numbers have decimal commas: nobody who writes those puts months first.
    /// </param>
    /// <param name="draft">The proposal.</param>
    public static void FindPatterns(SampleColumn column, bool hasDecimalComma, ProposalDraft draft)
    {
        List<string> cells = DateShapes.Distinct(column.Filled);
        if (cells.Count == 0)
        {
            draft.Hint(JsonKey, $"{column.Name} has no dates to learn their writing from.", Method, JsonKey);
            return;
        }

        // What is a date in no form at all is faulty, and says nothing about the others.
        List<string> readable = [.. cells.Where(DateShapes.LooksLikeDate)];
        if (readable.Count < cells.Count && readable.Count > 0)
        {
            draft.Hint(
                "bad-dates",
                $"{cells.First(cell => !readable.Contains(cell))} in {column.Name} is no date; such rows are rejected.",
                Method,
                JsonKey);
            cells = readable;
        }

        List<(string Text, LocalDate?[] Dates)> fitting = DateShapes.FindAll(cells);
        if (fitting is [var single])
        {
            draft.Profile = draft.Profile.WithDatePatterns(single.Text);
            draft.Say($"{cells[0]} and {Others(cells.Count - 1)} of {column.Name} are dates {single.Text}.");
        }
        else if (fitting.Count > 1)
        {
            Decide(column, cells, fitting, hasDecimalComma, draft);
        }
        else
        {
            FindMixed(column, cells, draft);
        }
    }

    private static bool LooksLikeDates(SampleColumn column)
    {
        string[] cells = [.. DateShapes.Distinct(column.Filled).Take(100)];
        return cells.Count(cell => DateShapes.LooksLikeDate(cell) || IsSerial(cell) || cell.Length == 4)
            >= 0.5m * cells.Length;
    }

    private static bool IsSerial(string cell) => cell.Length == 5 && cell.All(char.IsAsciiDigit);

    /// <summary>Two orders of day, month and year read every cell.</summary>
    private static void Decide(
        SampleColumn column,
        List<string> cells,
        List<(string Text, LocalDate?[] Dates)> fitting,
        bool hasDecimalComma,
        ProposalDraft draft)
    {
        int[] dayFirst = [.. Enumerable.Range(0, fitting.Count).Where(index => fitting[index].Text[0] == 'd')];
        bool isDotted = fitting.TrueForAll(each =>
            each.Text.Contains("yyyy", StringComparison.Ordinal) && each.Text.Contains('.', StringComparison.Ordinal));
        if (isDotted && hasDecimalComma && dayFirst is [int chosen])
        {
            draft.Profile = draft.Profile.WithDatePatterns(fitting[chosen].Text);
            draft.Say($"{cells[0]} has points, and numbers have decimal commas: the day comes first, "
                + $"{fitting[chosen].Text}.");
            return;
        }

        draft.Profile = draft.Profile.WithDatePatterns(fitting.Select(each => each.Text));
        int example = cells.FindIndex(cell => fitting.Exists(each =>
            each.Dates[cells.IndexOf(cell)] != fitting[0].Dates[cells.IndexOf(cell)]));
        string readings = example < 0
            ? $"{cells[0]} reads alike in every order, but other files of the system will not"
            : $"{cells[example]} reads as " + string.Join(
                " and as ", fitting.Select(each => DateShapes.InWords(each.Dates[example]!.Value)).Distinct());
        draft.Open(
            JsonKey,
            $"{readings}; nothing in {column.Name} decides.",
            Method,
            JsonKey,
            [.. fitting.Select(each => Choice(each.Text))]);
    }

    private static void FindMixed(SampleColumn column, List<string> cells, ProposalDraft draft)
    {
        List<string> patterns = DateShapes.Cover(cells);
        if (patterns.Count == 0)
        {
            draft.Open(
                JsonKey,
                cells.TrueForAll(IsSerial)
                    ? $"{cells[0]} in {column.Name} looks like the day number of a spreadsheet."
                    : $"{cells[0]} in {column.Name} is no date in a form that is known.",
                Method,
                JsonKey,
                cells.TrueForAll(IsSerial) ? [Choice(Serial)] : []);
            return;
        }

        draft.Profile = draft.Profile.WithDatePatterns(patterns);
        draft.Hint(
            JsonKey,
            $"{column.Name} has dates of several forms: {string.Join(", ", patterns)}. A date of two readings is "
                + "rejected, and so is what is none.",
            Method,
            JsonKey,
            [.. patterns.Select(Choice)]);
    }

    private static ProfileChoice Choice(string pattern) =>
        new(pattern, $"Dates are written {pattern}", profile => profile.WithDatePatterns(pattern));

    private static bool TryYearAndMonth(ColumnFinding columns, ProposalDraft draft)
    {
        if (columns.Candidates(KnownHeadings.Year) is not [SampleColumn year]
            || columns.Candidates(KnownHeadings.Month) is not [SampleColumn month])
        {
            return false;
        }

        columns.Take(KnownHeadings.Year, year);
        columns.Take(KnownHeadings.Month, month);
        ProfileChoice choice = new(
            "month",
            $"{month.Name} is the calendar month of the year in {year.Name}",
            profile => profile.WithColumn(
                KnownHeadings.Date, ColumnSource.MonthDate(year.Source, month.Source, DayOfMonth.Last)));
        draft.Open(
            KnownHeadings.Date,
            $"The file has {year.Name} and {month.Name} and no date. A fiscal period need not be a calendar month.",
            "WithColumn and ColumnSource.MonthDate",
            "columns.date",
            choice);
        return true;
    }

    private static string Others(int count) =>
        count == 1 ? "1 other text" : count.ToString(CultureInfo.InvariantCulture) + " other texts";
}
