using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace CostCenters.Samples.SampleCompany;

/// <summary>A row of the postings; until it is numbered, the document is only a prefix.</summary>
internal sealed record PostingRow(
    LocalDate Date, string Center, string Element, long Cents, long? Quantity, string Document, string Text);

/// <summary>Turns planned months into postings: plan x business x noise x stories.</summary>
internal static class Ledger
{
    /// <summary>All postings of a fiscal year, by date, center and element, documents numbered in that order.</summary>
    public static IReadOnlyList<PostingRow> Year(int year)
    {
        IEnumerable<PostingRow> planned =
            from month in Month.OfYear(year)
            where month.Index <= Month.LastActual.Index
            from line in PlanTable.Rows
            where month.IsWithin(line.From, line.Through)
            from row in Rows(line, month)
            select row;
        IEnumerable<PostingRow> oneOffs = Stories.OneOffs
            .Where(row => row.Date >= Month.Of(year, 1).FirstDay && row.Date <= Month.Of(year, 12).LastDay)
            .Select(row => new PostingRow(row.Date, row.Center, row.Element, row.Cents, null, row.Document, row.Text));

        List<PostingRow> rows =
        [
            .. planned.Select(row => row with { Document = string.Create(
                CultureInfo.InvariantCulture, $"{row.Document}{year % 100:00}") }).Concat(oneOffs)
                .OrderBy(row => row.Date)
                .ThenBy(row => row.Center, StringComparer.Ordinal)
                .ThenBy(row => row.Element, StringComparer.Ordinal),
        ];
        Number(rows);
        return rows;
    }

    /// <summary>Actual volume against plan in permille, as the stories tell it.</summary>
    public static int StoryVolumePermille(string center, string element, Month month) =>
        Story(center, element, month, effect => effect.VolumePermille);

    private static int Story(string center, string element, Month month, Func<Effect, int> permille) =>
        Stories.Effects
            .Where(effect => effect.Center == center && effect.Element == element)
            .Where(effect => month.IsWithin(effect.From, effect.Through))
            .Aggregate(1_000, (product, effect) => (int)Whole.Divide((long)product * permille(effect), 1_000));

    private static IEnumerable<PostingRow> Rows(PlanLine line, Month month)
    {
        Habit habit = line.Habit;
        var random = new RandomStream(line.Name + "/" + month);
        LocalDate[] days = Days(line, month, random);
        int[] weights = [.. days.Select(_ => random.Between(400, habit.Rhythm == Rhythm.Scattered ? 1_600 : 700))];
        long planned = Plan.Cents(line, month);
        long actual = Whole.Divide(planned * VolumePermille(line, month), 1_000);

        long unit = Plan.UnitMillicents(line, month.YearIndex);
        long[] parts = Whole.Split(unit == 0 ? actual : Whole.Divide(actual * 1_000, unit), weights);
        unit = Whole.Divide(unit * Story(line.Center, line.Element, month, effect => effect.PricePermille), 1_000);

        for (int index = 0; index < days.Length; index++)
        {
            long? quantity = unit == 0 ? null : parts[index];
            long cents = quantity is null
                ? parts[index]
                : Whole.Divide(Whole.Divide(parts[index] * unit, 1_000) * random.Permille(8), 1_000);
            if (cents != 0)
            {
                string text = Text(habit, month, days[index], random);
                yield return new PostingRow(
                    days[index], line.Center, line.Element, cents, quantity, habit.DocumentPrefix, text);
            }
        }
    }

    private static int VolumePermille(PlanLine line, Month month)
    {
        Habit habit = line.Habit;

        // Social security follows the salaries of its center, merchandise its sales, and all volumes the business.
        string name = habit.Element switch
        {
            "6010" or "6020" => line.Center + "/payroll",
            "4200" or "5300" => line.Center + "/sales",
            _ => line.Name,
        };
        bool business = habit.Season == Season.Volume;
        int drift = habit.Noise == 0 ? 0 : business ? 8 : Math.Min(15 + (habit.Noise * 2 / 3), 80);
        long permille = new RandomStream(name + "/year/" + month.Year).Permille(drift);
        permille = permille * new RandomStream(name + "/month/" + month).Permille(habit.Noise) / 1_000;
        if (business)
        {
            permille = permille * Stories.BusinessPermille(month.YearIndex) / 1_000;
            permille = permille * new RandomStream("business/" + month).Permille(25) / 1_000;
        }

        return (int)(permille * StoryVolumePermille(line.Center, line.Element, month) / 1_000);
    }

    private static LocalDate[] Days(PlanLine line, Month month, RandomStream random)
    {
        IReadOnlyList<LocalDate> workdays = month.Workdays();
        int count = line.Count > 0 ? line.Count : line.Habit.Count;
        return line.Habit.Rhythm switch
        {
            Rhythm.FirstWorkday => [workdays[0]],
            Rhythm.LastWorkday => [workdays[^1]],
            Rhythm.Daily => [.. workdays],
            Rhythm.Fridays =>
            [
                .. from day in workdays
                   where day.DayOfWeek == IsoDayOfWeek.Friday
                   from _ in Enumerable.Range(0, Math.Max(1, count))
                   select day,
            ],
            _ => [.. Enumerable.Range(0, count).Select(_ => workdays[random.Between(0, workdays.Count - 1)])],
        };
    }

    private static string Text(Habit habit, Month month, LocalDate day, RandomStream random)
    {
        string text = habit.Texts[random.Between(0, habit.Texts.Length - 1)];
        int week = WeekYearRules.Iso.GetWeekOfWeekYear(day);
        LocalDate first = month.FirstDay;
        return text
            .Replace("{month}", string.Create(
                CultureInfo.InvariantCulture, $"{first.Year:0000}-{first.Month:00}"), StringComparison.Ordinal)
            .Replace("{week}", week.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static void Number(List<PostingRow> rows)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int index = 0; index < rows.Count; index++)
        {
            PostingRow row = rows[index];
            if (!row.Document.StartsWith("RE-", StringComparison.Ordinal))
            {
                int number = used.GetValueOrDefault(row.Document) + 1;
                used[row.Document] = number;
                rows[index] = row with
                {
                    Document = string.Create(CultureInfo.InvariantCulture, $"{row.Document}-{number:00000}"),
                };
            }
        }
    }
}
