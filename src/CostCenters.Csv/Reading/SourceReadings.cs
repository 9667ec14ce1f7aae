using System.Text;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Reading;

/// <summary>Reads what sources name from the rows of one file.</summary>
internal static partial class SourceReadings
{
    /// <summary>Finds the columns of a source in a file.</summary>
    public static CellReading Bind(this ColumnSource source, SourceBinder binder) => source switch
    {
        AlternativeSource of => Read(of, binder),
        ConditionalSource of => Read(of, binder),
        ConstantSource of => Read(of),
        DayAndMonthSource of => Read(of, binder),
        ElapsedTimeSource of => Read(of, binder),
        HeadingSource of => Read(of),
        JoinedSource of => Read(of, binder),
        LastDaySource of => Read(of, binder),
        LocalTimeSource of => Read(of, binder),
        MetadataSource of => Read(of, binder),
        MonthDateSource of => Read(of, binder),
        NamedSource of => Read(of, binder),
        NormalizedSource of => Read(of, binder),
        PartSource of => Read(of, binder),
        PeriodCellSource => ReadPeriodCell(),
        PeriodSource of => Read(of, binder),
        PositionSource of => Read(of, binder),
        SectionSource of => Read(of),
        TranslatedSource of => Read(of, binder),
        _ => throw new InvalidOperationException($"No reading of {source.GetType().Name}."),
    };

    private static CellReading Read(AlternativeSource source, SourceBinder binder)
    {
        CellReading first = source.First.Bind(binder);
        CellReading second = source.Second.Bind(binder);
        return row =>
        {
            ReadOnlySpan<byte> text = first(row);
            return text.IsEmpty ? second(row) : text;
        };
    }

    private static CellReading Read(ConditionalSource source, SourceBinder binder)
    {
        Func<ForeignRow, bool> test = source.Test.Bind(binder);
        CellReading chosen = source.Source.Bind(binder);
        CellReading other = source.Other.Bind(binder);
        return row => test(row) ? chosen(row) : other(row);
    }

    private static CellReading Read(ConstantSource source)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(source.Text);
        return _ => bytes;
    }

    private static CellReading Read(HeadingSource source)
    {
        string place = source.Place;
        return row => row.Heading(place);
    }

    private static CellReading Read(JoinedSource source, SourceBinder binder)
    {
        CellReading[] readings = [.. source.Parts.Select(part => part.Bind(binder))];
        string separator = source.Separator;
        return row =>
        {
            var joined = new StringBuilder();
            foreach (CellReading reading in readings)
            {
                ReadOnlySpan<byte> part = reading(row);
                if (!part.IsEmpty)
                {
                    joined.Append(joined.Length > 0 ? separator : "").Append(Encoding.UTF8.GetString(part));
                }
            }

            return row.Keep(joined.ToString());
        };
    }

    private static CellReading Read(MetadataSource source, SourceBinder binder)
    {
        binder.NeedMetadata(source.Name);
        string name = source.Name;
        return row => row.Metadata(name);
    }

    private static CellReading Read(NamedSource source, SourceBinder binder)
    {
        int position = binder.Find(source);
        return position < 0 ? static _ => default : row => row.Cell(position);
    }

    private static CellReading Read(NormalizedSource source, SourceBinder binder)
    {
        CellReading original = source.Original.Bind(binder);
        return row =>
        {
            ReadOnlySpan<byte> text = original(row);
            if (text.IsEmpty)
            {
                return text;
            }

            string code = Encoding.UTF8.GetString(text);
            string normalized = NormalizedSource.Normalize(code, source.Normalizations);
            normalized = normalized.Length > 0 ? normalized.PadLeft(source.Width, '0') : normalized;
            row.NoteNormalized(code, normalized);
            return row.Keep(normalized);
        };
    }

    private static CellReading Read(PartSource source, SourceBinder binder)
    {
        CellReading whole = source.Whole.Bind(binder);
        byte[] separator = Encoding.UTF8.GetBytes(source.Separator);
        int number = source.Number;
        return row =>
        {
            ReadOnlySpan<byte> rest = whole(row);
            for (int part = 1; part < number; part++)
            {
                int end = rest.IndexOf(separator);
                if (end < 0)
                {
                    return default;
                }

                rest = rest[(end + separator.Length)..];
            }

            int last = rest.IndexOf(separator);
            return last < 0 ? rest : rest[..last];
        };
    }

    private static CellReading ReadPeriodCell()
    {
        return static row => row.Period is PeriodHeading heading ? row.Cell(heading.Position) : default;
    }

    private static CellReading Read(PositionSource source, SourceBinder binder)
    {
        int position = source.Position - 1;
        binder.Use(position);
        return row => row.Cell(position);
    }

    private static CellReading Read(SectionSource source)
    {
        int level = source.Level;
        return row => row.Section(level);
    }

    private static CellReading Read(TranslatedSource source, SourceBinder binder)
    {
        CellReading original = source.Original.Bind(binder);
        return row =>
        {
            ReadOnlySpan<byte> text = original(row);
            return source.Texts.TryGetValue(Encoding.UTF8.GetString(text), out string? other) ? row.Keep(other) : text;
        };
    }
}
