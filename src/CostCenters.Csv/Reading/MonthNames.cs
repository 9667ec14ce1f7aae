using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Reading;

/// <summary>Reads months by number (<c>1</c>, <c>01</c>, <c>001</c>) or by name, short or long, in English, German,
/// French, Spanish, Italian, Portuguese or Dutch; no name stands for two months.</summary>
internal static class MonthNames
{
    private static readonly string[][] Names =
    [
        ["JANUARY", "JAN", "JANUAR", "JÄNNER", "JANVIER", "JANV", "ENERO", "ENE", "GENNAIO", "GEN",
            "JANEIRO", "JANUARI"],
        ["FEBRUARY", "FEB", "FEBRUAR", "FÉVRIER", "FÉVR", "FEBRERO", "FEBBRAIO", "FEVEREIRO", "FEV", "FEBRUARI"],
        ["MARCH", "MAR", "MÄRZ", "MÄR", "MRZ", "MARS", "MARZO", "MARÇO", "MAART", "MRT"],
        ["APRIL", "APR", "AVRIL", "AVR", "ABRIL", "ABR", "APRILE"],
        ["MAY", "MAI", "MAYO", "MAGGIO", "MAG", "MAIO", "MEI"],
        ["JUNE", "JUN", "JUNI", "JUIN", "JUNIO", "GIUGNO", "GIU", "JUNHO"],
        ["JULY", "JUL", "JULI", "JUILLET", "JUIL", "JULIO", "LUGLIO", "LUG", "JULHO"],
        ["AUGUST", "AUG", "AOÛT", "AGOSTO", "AGO", "AUGUSTUS"],
        ["SEPTEMBER", "SEP", "SEPT", "SEPTEMBRE", "SEPTIEMBRE", "SETTEMBRE", "SET", "SETEMBRO"],
        ["OCTOBER", "OCT", "OKTOBER", "OKT", "OCTOBRE", "OCTUBRE", "OTTOBRE", "OTT", "OUTUBRO", "OUT"],
        ["NOVEMBER", "NOV", "NOVEMBRE", "NOVIEMBRE", "NOVEMBRO"],
        ["DECEMBER", "DEC", "DEZEMBER", "DEZ", "DÉCEMBRE", "DÉC", "DICIEMBRE", "DIC", "DICEMBRE", "DEZEMBRO"],
    ];

    /// <summary>The month, or null.</summary>
    public static int? Find(string text)
    {
        string name = HeadingText.Fold(text).TrimEnd('.');
        if (name.Length is >= 1 and <= 3 && name.All(char.IsAsciiDigit))
        {
            int number = name.Aggregate(0, (all, digit) => (all * 10) + (digit - '0'));
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
