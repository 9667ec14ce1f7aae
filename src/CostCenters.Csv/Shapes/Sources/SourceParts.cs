namespace CostCenters.Csv.Shapes.Sources;

/// <summary>The headings that a source needs, whatever it makes of them.</summary>
internal static class SourceParts
{
    public static IEnumerable<NamedSource> NamedIn(ColumnSource source) => source switch
    {
        NamedSource { IsOptional: true } => [],
        NamedSource named => [named],
        JoinedSource joined => joined.Parts.SelectMany(NamedIn),
        PartSource part => NamedIn(part.Whole),
        NormalizedSource normalized => NamedIn(normalized.Original),
        TranslatedSource translated => NamedIn(translated.Original),
        AlternativeSource alternative => NamedIn(alternative.First).Concat(NamedIn(alternative.Second)),
        MonthDateSource month => NamedIn(month.Year).Concat(NamedIn(month.Month)),
        PeriodSource period => NamedIn(period.Year).Concat(NamedIn(period.Number)),
        DayAndMonthSource day => NamedIn(day.DayMonth),
        ConditionalSource condition => NamedIn(condition.Source).Concat(NamedIn(condition.Other)),
        LastDaySource day => NamedIn(day.End),
        LocalTimeSource time => NamedIn(time.Text),
        ElapsedTimeSource time => NamedIn(time.Start).Concat(NamedIn(time.Duration)),
        _ => [],
    };

    public static IEnumerable<NamedSource> NamedIn(AmountSource amount) =>
        new[] { amount.Column, amount.Credit, amount.Sign }.OfType<ColumnSource>().SelectMany(NamedIn);
}
