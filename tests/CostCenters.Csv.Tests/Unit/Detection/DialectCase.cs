using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Tests.Unit.Detection;

/// <summary>Postings, and a way of writing them: what a system that exports them might do.</summary>
/// <param name="Rows">The postings: date, center, element and amount in cents.</param>
/// <param name="Delimiter">What stands between cells.</param>
/// <param name="Point">What stands before cents.</param>
/// <param name="Group">What stands between groups of digits; empty for nothing.</param>
/// <param name="DatePattern">How dates are written.</param>
/// <param name="Negative">How negative amounts are written.</param>
/// <param name="Shape">How amounts stand in a row.</param>
/// <param name="Headings">The headings of date, center, element and amount; empty for the contract's.</param>
/// <param name="Titles">How many lines stand above the header.</param>
/// <param name="Encoding">The encoding.</param>
/// <param name="LineEnd">What ends a line.</param>
/// <param name="Decimals">How many decimals are written, of which two are the cents.</param>
public sealed record DialectCase(
    (LocalDate Date, string Center, string Element, long Cents)[] Rows,
    char Delimiter,
    char Point,
    string Group,
    string DatePattern,
    string Negative,
    string Shape,
    string[] Headings,
    int Titles,
    string Encoding,
    string LineEnd,
    int Decimals)
{
    private static readonly string[][] HeadingSets =
    [
        ["date", "center", "element", "amount", "debit", "credit", "debit/credit"],
        ["Buchungsdatum", "Kostenstelle", "Kostenart", "Betrag", "Soll", "Haben", "S/H"],
        ["Posting Date", "Cost Center", "Account", "Amount", "Debit", "Credit", "Dr/Cr"],
        ["EcritureDate", "Centre de co\u00FBt", "CompteNum", "Montant", "D\u00E9bit", "Cr\u00E9dit", "Sens"],
        ["Boekdatum", "Kostenplaats", "Grootboekrekening", "Bedrag", "Debet", "Credit", "D/C"],
    ];

    private static readonly string[] Dates =
    [
        "yyyy-MM-dd", "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "d.M.yyyy", "M/d/yyyy", "yyyyMMdd", "dd-MM-yyyy",
        "dd-MMM-yyyy", "dd MMM yyyy", "yyyy/MM/dd", "dd.MM.yy", "yyyy-MM-dd HH:mm:ss",
    ];

    public static Arbitrary<DialectCase> Cases() => Arb.From(
        from rows in Postings()
        from delimiter in Gen.Elements(';', ',', '\t', '|')
        from style in Gen.Elements(
            ('.', ""), (',', ""), ('.', ","), (',', "."), (',', " "), (',', "\u00A0"), ('.', "'"), (',', "\u202F"))
        from date in Gen.Elements(Dates)
        from negative in Gen.Elements("-#", "#-", "(#)")
        from shape in Gen.Elements("signed", "signed", "sides", "sign")
        from headings in Gen.Elements(HeadingSets)
        from titles in Gen.Elements(0, 0, 0, 1, 3)
        from encoding in Gen.Elements("utf-8", "utf-8", "windows-1252", "utf-16LE", "utf-16BE")
        from lineEnd in Gen.Elements("\n", "\r\n", "\r")
        from decimals in Gen.Elements(2, 2, 2, 0, 3)
        select new DialectCase(
            rows, delimiter, style.Item1, style.Item2, date, negative, shape, headings, titles,
            style.Item2 == "\u202F" && encoding == "windows-1252" ? "utf-8" : encoding,
            titles > 0 && lineEnd == "\r" ? "\n" : lineEnd, decimals));

    /// <summary>The postings in short, as an import should read them; those of whole units where no cents are written.
    /// </summary>
    public IEnumerable<string> Expected => Rows.Select(row => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Date:uuuu-MM-dd} {row.Center} {row.Element} {(decimal)CentsOf(row.Cents) / 100m:0.00}"));

    /// <summary>Whether the writing has one meaning, by what a reader can see: rules of the test's own.</summary>
    public bool IsDecidedForReaders => HasDecidedNumbers && HasDecidedDates;

    private bool HasDecidedNumbers =>
        Rows.All(row => !Body(row.Cents).Any(c => c is '.' or ','))
        || Rows.Any(row => Body(row.Cents) is string body
            && (body.Where(char.IsAsciiDigit).Count() != body.Length)
            && (body.Count(c => !char.IsAsciiDigit(c)) > 1 || !IsThreeBehind(body)));

    private bool HasDecidedDates => DatePattern switch
    {
        "dd/MM/yyyy" or "dd-MM-yyyy" => Rows.Any(row => row.Date.Day > 12),
        "dd.MM.yyyy" or "d.M.yyyy" => Rows.Any(row => row.Date.Day > 12) || (Point == ',' && HasDecimalsSeen),
        "MM/dd/yyyy" or "M/d/yyyy" => Rows.Any(row => row.Date.Day > 12),
        // Day, month and year of two digits: a day beyond 12 is no month, and the year must be none either.
        "dd.MM.yy" => false,
        "yyyyMMdd" => Rows.Any(row => row.Date.Day > 12) && Rows.All(row => row.Date.Year % 100 > 12),
        _ => true,
    };

    private bool HasDecimalsSeen => Decimals == 2 && Rows.Length > 0;

    public byte[] Write()
    {
        var text = new StringBuilder();
        for (int title = 0; title < Titles; title++)
        {
            text.Append(title == 0 ? "List of postings" : "").Append(LineEnd);
        }

        string[] cells = Shape switch
        {
            "sides" => [Headings[0], Headings[1], Headings[2], Headings[4], Headings[5]],
            "sign" => [Headings[0], Headings[1], Headings[2], Headings[3], Headings[6]],
            _ => [Headings[0], Headings[1], Headings[2], Headings[3]],
        };
        AppendRow(text, cells);
        LocalDateTimePattern pattern = LocalDateTimePattern.CreateWithInvariantCulture(DatePattern);
        foreach ((LocalDate date, string center, string element, long cents) in Rows)
        {
            AppendRow(text, [pattern.Format(date.AtMidnight()), center, element, .. Amount(CentsOf(cents))]);
        }

        System.Text.Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(Encoding)
            ?? System.Text.Encoding.GetEncoding(Encoding);
        return encoding.GetBytes(text.ToString());
    }

    public override string ToString() =>
        $"{Delimiter} {Point} '{Group}' {DatePattern} {Negative} {Shape} {Headings[0]} {Titles} {Encoding} "
            + $"{Decimals}\n{CodePagesEncodingProvider.Instance.GetEncoding(Encoding)?.GetString(Write())
                ?? System.Text.Encoding.GetEncoding(Encoding).GetString(Write())}";

    private static Gen<(LocalDate, string, string, long)[]> Postings() =>
        from count in Gen.Choose(1, 12)
        from rows in (
            from day in Gen.Choose(0, 729)
            from early in Gen.Elements(true, false)
            from center in Gen.Elements("A", "B", "C")
            from element in Gen.Elements("4711", "6000")
            from cents in Gen.OneOf(
                Gen.Choose(-99_999, 99_999),
                Gen.Choose(-99_999_999, 99_999_999),
                Gen.Elements(1, -1, 100_000, -123_400))
            select (Early(new LocalDate(2024, 1, 1).PlusDays(day), early), center, element, (long)cents)).ArrayOf(count)
        select rows;

    private static LocalDate Early(LocalDate date, bool isEarly) =>
        isEarly ? new LocalDate(date.Year, date.Month, ((date.Day - 1) % 12) + 1) : date;

    private long CentsOf(long cents) => Decimals == 0 ? cents / 100 * 100 : cents;

    private string Body(long cents)
    {
        decimal amount = Math.Abs(CentsOf(cents)) / 100m;
        string[] parts = amount.ToString($"F{Decimals}", CultureInfo.InvariantCulture).Split('.');
        string whole = parts[0];
        for (int place = whole.Length - 3; place > 0 && Group.Length > 0; place -= 3)
        {
            whole = whole.Insert(place, Group);
        }

        return parts.Length == 1 ? whole : whole + Point + parts[1];
    }

    private static bool IsThreeBehind(string body)
    {
        int place = body.LastIndexOfAny(['.', ',']);
        return place is >= 1 and <= 3 && body.Length - place == 4 && body[0] != '0';
    }

    private string[] Amount(long cents)
    {
        string body = Body(cents);
        string signed = cents < 0 ? Negative.Replace("#", body, StringComparison.Ordinal) : body;
        return Shape switch
        {
            "sides" => cents < 0 ? ["", body] : [body, ""],
            "sign" => [body, SignOf(cents)],
            _ => [signed],
        };
    }

    private string SignOf(long cents) => Headings[6] switch
    {
        "S/H" => cents < 0 ? "H" : "S",
        "Dr/Cr" => cents < 0 ? "Cr" : "Dr",
        _ => cents < 0 ? "C" : "D",
    };

    private void AppendRow(StringBuilder text, string[] cells) =>
        text.AppendJoin(Delimiter, cells.Select(cell =>
            cell.Contains(Delimiter, StringComparison.Ordinal) ? $"\"{cell}\"" : cell)).Append(LineEnd);
}
