using NodaTime;

namespace CostCenters.Csv.Cells;

/// <summary>A pattern of digits alone, such as <c>dd.MM.yyyy</c> or <c>M/d/yyyy</c>, read straight from bytes.</summary>
/// <remarks>Reads what Noda Time reads by the same pattern, many times faster.</remarks>
internal sealed class PlainDatePattern
{
    private readonly (char Field, int Width)[] parts;

    private PlainDatePattern((char Field, int Width)[] parts) => this.parts = parts;

    /// <summary>The pattern; null for one that has anything but a year of four digits, month, day and separators.
    /// </summary>
    public static PlainDatePattern? Create(string text)
    {
        List<(char Field, int Width)> parts = [];
        for (int i = 0; i < text.Length;)
        {
            char field = text[i];
            int width = 1;
            while (i + width < text.Length && text[i + width] == field)
            {
                width++;
            }

            bool isKnown = field switch
            {
                'y' or 'u' => width == 4,
                'M' or 'd' => width <= 2,
                '.' or '-' or '/' or ' ' => true,
                _ => false,
            };
            if (!isKnown)
            {
                return null;
            }

            parts.Add((field == 'u' ? 'y' : field, width));
            i += width;
        }

        // A field of one digit or two must have its end marked, or digits could be read in two ways.
        bool isMarked = parts.Zip(parts.Skip(1)).All(pair =>
            !(char.IsLetter(pair.First.Field) && char.IsLetter(pair.Second.Field)
                && (pair.First.Width == 1 || pair.Second.Width == 1)));
        return isMarked
            && "yMd".All(field => parts.Count(part => part.Field == field) == 1)
            ? new([.. parts])
            : null;
    }

    /// <summary>Reads a date; false for anything else.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out LocalDate date)
    {
        (int year, int month, int day) = (0, 0, 0);
        date = default;
        foreach ((char field, int width) in parts)
        {
            if (!char.IsLetter(field))
            {
                if (text.Length < width || text[..width].ContainsAnyExcept((byte)field))
                {
                    return false;
                }

                text = text[width..];
                continue;
            }

            int length = width > 1 ? width : text.Length > 1 && char.IsAsciiDigit((char)text[1]) ? 2 : 1;
            int value = text.Length < length ? -1 : DateCell.Digits(text[..length]);
            if (value < 0)
            {
                return false;
            }

            text = text[length..];
            (year, month, day) = field switch
            {
                'y' => (value, month, day),
                'M' => (year, value, day),
                _ => (year, month, value),
            };
        }

        if (!text.IsEmpty || year < 1 || month is < 1 or > 12 || day < 1
            || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        date = new LocalDate(year, month, day);
        return true;
    }
}
