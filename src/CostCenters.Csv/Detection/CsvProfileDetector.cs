using CostCenters.Csv.Imports;
using CostCenters.Csv.Profiles;
using CostCenters.Csv.Shapes;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Csv.Detection;

/// <summary>Proposes the profile of a file of postings, or of budgets, from what stands in it.</summary>
/// <remarks>
/// <para>Nothing is loaded by guess. What the file does not decide and figures depend on (the separator of decimals,
/// the order of day and month, the sign of debits, which of several columns is the amount, the currency) the proposal
/// leaves open and tells as a doubt; rows that have two readings are refused then.</para>
/// <para>Found are encoding, line ends, delimiter, a line <c>sep=</c>, quotes, frames, title lines and the header or
/// its absence, numbers, dates, debit and credit columns, sign columns, currencies, columns of periods, sections and
/// totals. Columns are known by headings in several languages and, with a book, by its codes.</para>
/// <code>
/// ProfileProposal proposal = CsvProfileDetector.Detect(CsvInput.FromFile("export.csv"));
/// foreach (ProfileDoubt doubt in proposal.Doubts) { ... }
/// File.WriteAllText("export.profile.json", ImportProfileJson.Write(proposal.GetOrThrow()));
/// </code>
/// </remarks>
public static class CsvProfileDetector
{
    /// <summary>How many bytes are looked at unless told: 256 KiB.</summary>
    public const int UsualBytes = 256 * 1024;

    private const int FewestBytes = 1_024;
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Proposes a profile.</summary>
    /// <param name="input">The file. A stream or reader is read up to the bytes that are looked at.</param>
    /// <param name="book">A book whose codes tell columns apart, and whose currency amounts should have; or null.
    /// </param>
    /// <param name="bytes">How many bytes are looked at, 1,024 to 64 MiB.</param>
    /// <returns>The proposal; without profile where the file is no table or cannot be read.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of bytes is out of bounds.</exception>
    public static ProfileProposal Detect(CsvInput input, CubeSpace? book = null, int bytes = UsualBytes) =>
        Detect(input, book, bytes, isBudget: false);

    /// <summary>Proposes the profile of a file of budgets.</summary>
    /// <remarks>As for postings, with the version and the fiscal period in place of the date: a column of periods such
    /// as <c>2026-P03</c>, of whole years, or columns of periods side by side. The version of the budget is mostly not
    /// in the file, and must be told then.</remarks>
    /// <param name="input">The file. A stream or reader is read up to the bytes that are looked at.</param>
    /// <param name="book">A book whose codes tell columns apart, and whose currency amounts should have; or null.
    /// </param>
    /// <param name="bytes">How many bytes are looked at, 1,024 to 64 MiB.</param>
    /// <returns>The proposal; without profile where the file is no table or cannot be read.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of bytes is out of bounds.</exception>
    public static ProfileProposal DetectBudget(CsvInput input, CubeSpace? book = null, int bytes = UsualBytes) =>
        Detect(input, book, bytes, isBudget: true);

    private static ProfileProposal Detect(CsvInput input, CubeSpace? book, int bytes, bool isBudget)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, FewestBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, MostBytes);
        if (input.Path is string path && !File.Exists(path))
        {
            return Refuse(
                input.Name,
                Directory.Exists(path)
                    ? "A file was expected, this is a folder. Name a file in it."
                    : "The file does not exist. Correct its name.");
        }

        try
        {
            return Detect(input.Name, FileSample.Read(input, bytes), book, isBudget);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refuse(input.Name, $"The file cannot be read: {error.Message}");
        }
    }

    private static ProfileProposal Detect(string name, FileSample sample, CubeSpace? book, bool isBudget)
    {
        if (sample.Bytes.Length == 0)
        {
            return Refuse(name, "The file is empty.");
        }

        if (sample.FindKind() is string kind)
        {
            return Refuse(name, $"The file is {kind}, no CSV file. Save or export it as CSV.");
        }

        var draft = new ProposalDraft(book, sample.IsWhole, isBudget);
        if (EncodingFinding.Find(sample, draft) is not string text)
        {
            return Refuse(name, "The file has NULs between other bytes: it is binary, no text. Export it as CSV.");
        }

        if (LayoutFinding.Find(sample, text, draft, out string? stop) is not List<SampleRow> rows || rows.Count == 0)
        {
            return Refuse(name, stop ?? "No character divides the lines into cells: neither ; , tab nor |.");
        }

        if (!sample.IsWhole)
        {
            draft.Hint(
                "sample",
                $"Only the first {sample.Bytes.Length} bytes were looked at; what comes later and differs is refused.",
                "CsvProfileDetector.Detect",
                "(none)");
        }

        string[] headings = FindColumns(rows, draft);
        BuiltInProfile[] builtIn = [.. BuiltInFinding.Find(headings, draft)];
        return new ProfileProposal(name, draft.Profile, null, headings, draft.Evidence, draft.Doubts, builtIn);
    }

    private static ProfileProposal Refuse(string name, string reason) => new(name, null, reason, [], [], [], []);

    /// <summary>Finds the header and the columns; gives the headings.</summary>
    private static string[] FindColumns(List<SampleRow> rows, ProposalDraft draft)
    {
        int index = HeaderFinding.Find(rows, draft);
        string[] headings = index < 0 ? [] : [.. rows[index].Cells.Select(cell => cell.Trim())];
        List<SampleRow> below = [.. rows.Skip(index + 1).Where(row => row.Filled > 0)];
        if (below.Count == 0)
        {
            draft.Hint("rows", "There is no row of data to learn from.", "WithColumn", "columns");
        }

        List<SampleRow> data = SectionFinding.Find(below, Source, draft);
        data = TotalFinding.Split(data, out List<SampleRow> totals);
        int width = Math.Max(headings.Length, data.Count == 0 ? 0 : LayoutFinding.Width(data));
        string?[] patterns = PatternFinding.CurrencyPatterns(headings);
        List<SampleColumn> columns =
        [
            .. Enumerable.Range(0, width).Select(position => new SampleColumn(
                position,
                position < headings.Length ? headings[position] : "",
                position < headings.Length && SampleColumn.CanName(headings[position], headings),
                position < headings.Length ? patterns[position] : null,
                [.. data.Select(row => position < row.Cells.Length ? row.Cells[position] : "")])),
        ];
        List<SampleColumn> amounts =
            FindMeaning(new ColumnFinding(columns, index >= 0, draft), data, totals, Source, draft);
        ScaleFinding.Find(rows.Take(Math.Max(index, 0)).SelectMany(row => row.Cells), amounts, draft);
        RowFinding.Find(data, columns, headings.Length == 0 ? width : headings.Length, draft);
        if (index >= 0)
        {
            HeaderFinding.FindSecond(below, headings, Source(0), draft);
            draft.Profile = HeaderFinding.Place(draft.Profile, index, rows[index], draft.Profile.NamesColumns());
        }

        return headings;

        ColumnSource Source(int position) =>
            position < headings.Length && SampleColumn.CanName(headings[position], headings)
                ? ColumnSource.Named(headings[position])
                : ColumnSource.At(position + 1);
    }

    /// <summary>Finds what the columns mean; gives those of amounts.</summary>
    private static List<SampleColumn> FindMeaning(
        ColumnFinding columns,
        List<SampleRow> data,
        List<SampleRow> totals,
        Func<int, ColumnSource> sourceOf,
        ProposalDraft draft)
    {
        CubeSpace? book = draft.Book;
        List<SampleColumn> periods = PeriodFinding.Find(columns, draft);
        foreach (SampleColumn period in periods)
        {
            columns.Take($"period {period.Position}", period);
        }

        if (draft.IsBudget)
        {
            BudgetFinding.Find(columns, hasPeriods: periods.Count > 0, draft);
        }
        else if (periods.Count == 0)
        {
            DateFinding.FindColumn(columns, draft);
        }

        columns.FindCodes(
            KnownHeadings.Center, book is null ? null : code => book.Centers.TryGet(new CenterCode(code), out _));
        FindElement(columns, draft);
        CodeFinding.Find(KnownHeadings.Center, columns, draft);
        CodeFinding.Find(KnownHeadings.Element, columns, draft);
        List<SampleColumn> amounts = periods.Count > 0 ? periods
            : draft.IsBudget && BudgetFinding.AmountOf(columns, draft) is SampleColumn budget ? [budget]
            : AmountFinding.Find(columns, draft);
        NumberStyle style = NumberFinding.Find(amounts, draft);
        CurrencyFinding.Find(columns, amounts, style, draft);
        if (!draft.IsBudget && DateFinding.ColumnOf(columns) is SampleColumn date)
        {
            DateFinding.FindPatterns(date, style.Decimal == ',', draft);
        }

        FindQuantity(columns, style, draft);
        RoundingFinding.Find(amounts, columns[KnownHeadings.Quantity], style, draft);
        if (!draft.IsBudget)
        {
            columns.FindOptional(KnownHeadings.Document);
            columns.FindOptional(KnownHeadings.Text);
        }

        NatureFinding.Find(columns, draft);
        BalanceFinding.Find([.. data, .. totals], sourceOf, draft);
        if (columns[KnownHeadings.Amount] is SampleColumn amount)
        {
            TotalFinding.Find(data, totals, amount, sourceOf, draft);
            TotalFinding.FindUnmarked(data, amount, draft);
        }

        return amounts;
    }

    /// <summary>In a report in sections the element is the section, if no column is.</summary>
    private static void FindElement(ColumnFinding columns, ProposalDraft draft)
    {
        CubeSpace? book = draft.Book;
        if (draft.Profile.Sections is not null && columns.Candidates(KnownHeadings.Element).Count == 0)
        {
            draft.Profile = draft.Profile.WithColumn(KnownHeadings.Element, ColumnSource.Section());
            draft.Hint(
                KnownHeadings.Element,
                "No column is the element, so the labels of the sections are taken as elements.",
                "WithColumn and ColumnSource.Section",
                "columns.element");
            return;
        }

        columns.FindCodes(
            KnownHeadings.Element, book is null ? null : code => book.Elements.TryGet(new ElementCode(code), out _));
    }

    /// <summary>Quantities are read only where their numbers are of the amounts' style.</summary>
    private static void FindQuantity(ColumnFinding columns, NumberStyle style, ProposalDraft draft)
    {
        if (columns.Candidates(KnownHeadings.Quantity, column => CellKinds.AreNumbers(column.Cells))
            is not [SampleColumn quantity])
        {
            return;
        }

        if (NumberFinding.Fits(quantity, style))
        {
            columns.Map(KnownHeadings.Quantity, quantity, $"{quantity.Name} is a heading of the quantity.");
            return;
        }

        columns.Take(KnownHeadings.Quantity, quantity);
        draft.Profile = draft.Profile.WithConstant(KnownHeadings.Quantity, "");
        draft.Hint(
            KnownHeadings.Quantity,
            $"The numbers of {quantity.Name} are of another style than the amounts, or have two readings; they are not "
                + "read.",
            "WithColumn",
            "columns.quantity");
    }
}
