namespace CostCenters.Csv.Shapes.Sources;

/// <summary>Reads months by number or by their English or German names, short or long.</summary>
internal static class MonthNames
{
    private static readonly string[][] Names =
    [
        ["JANUARY", "JAN", "JANUAR", "JÄNNER"],
        ["FEBRUARY", "FEB", "FEBRUAR"],
        ["MARCH", "MAR", "MÄRZ", "MÄR", "MRZ"],
        ["APRIL", "APR"],
        ["MAY", "MAI"],
        ["JUNE", "JUN", "JUNI"],
        ["JULY", "JUL", "JULI"],
        ["AUGUST", "AUG"],
        ["SEPTEMBER", "SEP", "SEPT"],
        ["OCTOBER", "OCT", "OKTOBER", "OKT"],
        ["NOVEMBER", "NOV"],
        ["DECEMBER", "DEC", "DEZEMBER", "DEZ"],
    ];

    /// <summary>The month, or null.</summary>
    public static int? Find(string text)
    {
        string name = HeadingText.Fold(text).TrimEnd('.');
        if (name.Length is 1 or 2 && name.All(char.IsAsciiDigit))
        {
            int number = (name.Length == 1 ? 0 : (name[0] - '0') * 10) + (name[^1] - '0');
            return number is >= 1 and <= 12 ? number : null;
        }

        int month = Array.FindIndex(Names, names => names.Contains(name));
        return month < 0 ? null : month + 1;
    }

    /// <summary>A year of four digits, or null.</summary>
    public static int? FindYear(string text)
    {
        string digits = text.Trim();
        return digits.Length == 4 && digits.All(char.IsAsciiDigit)
            ? digits.Aggregate(0, (year, digit) => (year * 10) + (digit - '0'))
            : null;
    }
}
