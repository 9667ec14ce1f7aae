namespace CostCenters.Csv.Cells;

/// <summary>Reads <c>2026-P03</c>, or <c>2026</c> for a whole year, before any fiscal calendar is asked.</summary>
internal static class PeriodCell
{
    /// <summary>Reads year and period number; the number is null for a whole year.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out int year, out int? number)
    {
        year = 0;
        number = null;
        if (text.Length is not (4 or 8))
        {
            return false;
        }

        year = DateCell.Digits(text[..4]);
        if (year is < DateCell.FirstYear or > DateCell.LastYear)
        {
            return false;
        }

        if (text.Length == 4)
        {
            return true;
        }

        number = DateCell.Digits(text[6..]);
        return text[4..6].SequenceEqual("-P"u8) && number >= 1;
    }
}
