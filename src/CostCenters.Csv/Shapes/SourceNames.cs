
namespace CostCenters.Csv.Shapes;

/// <summary>Names sources in messages.</summary>
internal static class SourceNames
{
    public static string Of(ColumnSource source) => source switch
    {
        NamedSource named => named.ToString(),
        PositionSource { Position: int position } => $"column {position}",
        ConstantSource constant => $"the constant \"{constant.Text}\"",
        MetadataSource metadata => $"the file's {metadata.Name}",
        SectionSource => "the section",
        HeadingSource heading => $"the {heading.Place} of the heading",
        PartSource part => $"part {part.Number} of {Of(part.Whole)}",
        NormalizedSource normalized => Of(normalized.Original),
        TranslatedSource translated => Of(translated.Original),
        AlternativeSource alternative => $"{Of(alternative.First)} or else {Of(alternative.Second)}",
        JoinedSource joined => string.Join(" with ", joined.Parts.Select(Of)),
        MonthDateSource month => $"{Of(month.Year)} with {Of(month.Month)}",
        PeriodSource period => $"{Of(period.Year)} with {Of(period.Number)}",
        DayAndMonthSource day => Of(day.DayMonth),
        ConditionalSource condition => $"{Of(condition.Source)} or {Of(condition.Other)}",
        LastDaySource day => Of(day.End),
        LocalTimeSource time => Of(time.Text),
        ElapsedTimeSource time => Of(time.Elapsed),
        _ => "the cell of the period",
    };
}
