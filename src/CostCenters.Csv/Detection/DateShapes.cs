using System.Globalization;
using CostCenters.Csv.Cells;
using NodaTime;

namespace CostCenters.Csv.Detection;

/// <summary>The ways of writing a date that are looked for, and which of them fit a column.</summary>
internal static class DateShapes
{
    private const int MostDistinct = 2_000;

    private static readonly string[] Days =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "ddMMyyyy", "MMddyyyy", "dd.MM.yyyy", "dd/MM/yyyy",
        "MM/dd/yyyy", "dd-MM-yyyy", "MM-dd-yyyy", "MM.dd.yyyy", "d.M.yyyy", "d/M/yyyy", "M/d/yyyy", "d-M-yyyy",
        "M-d-yyyy", "M.d.yyyy", "yyyy/M/d", "yyyy-M-d", "dd.MM.yy", "dd/MM/yy", "MM/dd/yy", "dd-MM-yy", "MM-dd-yy",
        "d.M.yy", "d/M/yy", "M/d/yy", "yy-MM-dd", "yy/MM/dd", "yy.MM.dd", "yyMMdd", "ddMMyy", "dd-MMM-yyyy",
        "dd-MMM-yy", "d-MMM-yyyy", "d-MMM-yy", "dd MMM yyyy", "d MMM yyyy", "dd MMM yy", "d MMM yy", "dd/MMM/yyyy",
        "dd/MMM/yy", "d/MMM/yy", "dd.MMM.yyyy", "d MMMM yyyy", "dd MMMM yyyy", "MMM d, yyyy", "MMM dd, yyyy",
        "MMMM d, yyyy", "MMMM dd, yyyy", "dddd, d MMMM yyyy", "dddd, MMMM d, yyyy", "ddd, d MMM yyyy",
        "ddd dd MMM yyyy", "yyyy. MM. dd.", "d. M. yyyy", "dd. MM. yyyy",
    ];

    private static readonly string[] Times =
    [
        "", " HH:mm:ss", " HH:mm", "'T'HH:mm:ss", "'T'HH:mm:ss'Z'", "'T'HH:mm:ss.FFFFFFF", "'T'HH:mm:ss.FFFFFFF'Z'",
        " HH:mm:ss.FFFFFFF", " h:mm tt", " hh:mm:ss tt", " h:mm:ss tt", " HH:mm:ss 'UTC'", " H:mm", " H:mm:ss",
    ];

    /// <summary>The begins of the names of months and weekdays.</summary>
    private static readonly string[] Words =
    [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
    ];

    private static readonly (string Text, DatePattern Pattern, bool HasTime)[] Patterns =
    [
        .. from day in Days
           from time in Times
           select (day + time, DatePattern.Create(day + time), time.Length > 0),
    ];

    /// <summary>The date that a pattern reads; null when it is none, or out of bounds.</summary>
    public static LocalDate? Read(DatePattern pattern, string cell) =>
        pattern.Read(cell) is LocalDate date && date.Year is >= DateCell.FirstYear and <= DateCell.LastYear
            ? date
            : null;

    /// <summary>Whether a cell may be a date: has digits and something else, or eight digits.</summary>
    public static bool LooksLikeDate(string cell)
    {
        string text = cell.Trim();
        return text.Length is >= 6 and <= 40
            && MayBeDate(text)
            && Patterns.Any(each => each.HasTime == HasTime(text) && Read(each.Pattern, text) is not null);
    }

    /// <summary>Every pattern that reads all cells; of those with day, month and year in one order the first that reads
    /// them alike.</summary>
    /// <remarks>Two orders stay two, even where they read the same: other files of the system will differ.</remarks>
    public static List<(string Text, LocalDate?[] Dates)> FindAll(IReadOnlyList<string> cells)
    {
        List<(string Text, LocalDate?[] Dates)> fitting = [];
        foreach ((string text, DatePattern pattern, bool hasTime) in Patterns)
        {
            if (cells.Count == 0 || HasTime(cells[0]) != hasTime || Read(pattern, cells[0]) is null)
            {
                continue;
            }

            LocalDate?[] dates = [.. cells.Select(cell => Read(pattern, cell))];
            if (dates.All(date => date is not null) && !fitting.Exists(each =>
                OrderOf(each.Text) == OrderOf(text) && each.Dates.SequenceEqual(dates)))
            {
                fitting.Add((text, dates));
            }
        }

        return fitting;
    }

    /// <summary>The fewest patterns that together read the most cells, for a column that mixes several.</summary>
    public static List<string> Cover(IReadOnlyList<string> cells)
    {
        List<string> chosen = [];
        List<string> left = [.. cells];
        while (left.Count > 0 && chosen.Count < 6)
        {
            (string text, DatePattern pattern, int count) = Patterns
                .Select(each => (
                    each.Text, each.Pattern, Count: left.Count(cell => Read(each.Pattern, cell) is not null)))
                .MaxBy(each => each.Count);
            if (count == 0)
            {
                break;
            }

            chosen.Add(text);
            AddOtherReadings(chosen, left.Where(cell => Read(pattern, cell) is not null), pattern);
            left.RemoveAll(cell => Read(pattern, cell) is not null);
        }

        return chosen;
    }

    /// <summary>The distinct texts of a column, at most a number of them.</summary>
    public static List<string> Distinct(IEnumerable<string> cells) =>
        [.. cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0).Distinct().Take(MostDistinct)];

    /// <summary>A date as people read it: <c>3 April 2025</c>.</summary>
    public static string InWords(LocalDate date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Another pattern that reads some of the cells differently goes along, so that those are refused.
    /// </summary>
    private static void AddOtherReadings(List<string> chosen, IEnumerable<string> cells, DatePattern pattern)
    {
        foreach (string cell in cells)
        {
            foreach ((string text, DatePattern other, bool _) in Patterns)
            {
                if (!chosen.Contains(text) && Read(other, cell) is LocalDate date && date != Read(pattern, cell))
                {
                    chosen.Add(text);
                }
            }
        }
    }

    /// <summary>Whether a text has digits, what stands between parts of dates, and no words but those of dates: most
    /// cells are none, and patterns are slow.</summary>
    private static bool MayBeDate(string text)
    {
        int digits = 0;
        int others = 0;
        for (int place = 0; place < text.Length; place++)
        {
            if (char.IsLetter(text[place]))
            {
                int start = place;
                while (place + 1 < text.Length && char.IsLetter(text[place + 1]))
                {
                    place++;
                }

                if (!IsWord(text[start..(place + 1)]))
                {
                    return false;
                }

                others++;
            }
            else if (char.IsAsciiDigit(text[place]))
            {
                digits++;
            }
            else
            {
                others++;
            }
        }

        return digits is >= 3 and <= 24 && (others > 1 || digits == text.Length);
    }

    private static bool IsWord(string letters) =>
        letters is "T" or "Z" or "UTC" or "AM" or "PM" or "am" or "pm"
        || (letters.Length is >= 3 and <= 9
            && Words.Contains(letters[..3], StringComparer.OrdinalIgnoreCase));

    private static string OrderOf(string pattern) =>
        string.Concat(pattern.Where(character => character is 'y' or 'M' or 'd').Distinct());

    private static bool HasTime(string text) => text.Contains(':', StringComparison.Ordinal);
}
