using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CostCenters.Tests.Properties;

/// <summary>Days count from <see cref="Organization.Origin"/>; null is open-ended; a parent is a place or -1.</summary>
public sealed record ValiditySpec(int? From, int? Through, int Parent, bool IsBlocked)
{
    public LocalDate FirstDay => From is int day ? Organization.Day(day) : CenterValidity.Beginning;

    public LocalDate LastDay => Through is int day ? Organization.Day(day) : CenterValidity.End;

    public override string ToString() => $"{From}..{Through}<{Parent}{(IsBlocked ? "!" : "")}";
}

/// <summary>A center with its validities in order of time, as the naive models read it.</summary>
public sealed record CenterSpec(string Code, ValiditySpec[] Validities)
{
    public CenterCode CenterCode => new(Code);

    public ValiditySpec PlacedAt(LocalDate date) =>
        Validities.LastOrDefault(validity => validity.FirstDay <= date) ?? Validities[0];

    public override string ToString() => $"{Code}[{string.Join(' ', (object[])Validities)}]";
}

/// <summary>A small company: centers, elements, calendar and scale.</summary>
public sealed class Organization(CenterSpec[] centers, ElementNature[] elements, int calendar, int digits)
{
    public static readonly LocalDate Origin = new(2025, 11, 15);

    public static readonly string[] Codes = ["b", "B", "ä", "10", "9", "a a", "\U0001F600", "\uE000"];

    private static readonly FiscalCalendar[] Calendars =
    [
        FiscalCalendar.Months(1, YearNaming.End),
        FiscalCalendar.Months(4, YearNaming.Start).WithAdjustmentPeriods(2),
        FiscalCalendar.Weeks(
            WeekPattern.FourFourFive, new YearEnd(1, IsoDayOfWeek.Saturday, YearEndRule.Last), YearNaming.End, null),
    ];

    public CenterSpec[] Centers { get; } = centers;

    public ElementNature[] Elements { get; } = elements;

    public CubeSpace Space { get; } = SpaceOf(centers, elements, Calendars[calendar], digits, 0);

    /// <summary>The same with so many elements more that its blocks start as tables.</summary>
    public CubeSpace WideSpace() => SpaceOf(Centers, Elements, Calendars[calendar], digits, 40_000 / Centers.Length);

    public Organization With(CenterSpec[] otherCenters) => new(otherCenters, Elements, calendar, digits);

    public static LocalDate Day(int day) => Origin.PlusDays(day);

    public static ElementCode ElementCode(int element) => new(Codes[(3 * element + 1) % Codes.Length]);

    public override string ToString() =>
        $"{string.Join(' ', (object[])Centers)} | {string.Join(' ', Elements)} | {Calendars[calendar]} | "
        + $"scale {digits}";

    public static CenterHierarchy.Builder BuilderOf(CenterSpec[] centers)
    {
        var builder = new CenterHierarchy.Builder();
        foreach (var center in centers)
        {
            foreach (var validity in center.Validities)
            {
                builder.Add(center.CenterCode, new CenterValidity(
                    "",
                    CenterKind.Cost,
                    validity.Parent < 0 ? null : new CenterCode(Codes[validity.Parent]),
                    validity.FirstDay,
                    validity.LastDay,
                    validity.IsBlocked ? CenterStatus.Blocked : CenterStatus.Open));
            }
        }

        return builder;
    }

    private static CubeSpace SpaceOf(
        CenterSpec[] centers, ElementNature[] elements, FiscalCalendar calendar, int digits, int more)
    {
        var chart = new ElementChart.Builder();
        for (int i = 0; i < elements.Length; i++)
        {
            chart.Add(new CostElement(ElementCode(i), "", elements[i]));
        }

        for (int i = 0; i < more; i++)
        {
            chart.Add(new CostElement(new($"more {i}"), "", ElementNature.Cost));
        }

        return new(BuilderOf(centers).Build(), chart.Build(), calendar, Currency.Eur, new DecimalScale(digits));
    }
}

/// <summary>An amount on a cell; places count modulo what the organization has, so that it may shrink.</summary>
public sealed record Fact(int Center, int Element, int Day, int Adjustment, long Count, long? Quantity)
{
    public CellAddress AddressIn(Organization org)
    {
        var calendar = org.Space.Calendar;
        var byDate = calendar.PeriodOf(Organization.Day(Day));
        int adjustment = Adjustment % (calendar.AdjustmentPeriodCount + 1);
        return new(
            org.Centers[Center % org.Centers.Length].CenterCode,
            Organization.ElementCode(Element % org.Elements.Length),
            adjustment == 0 ? byDate : new FiscalPeriod(byDate.Year, calendar.PeriodCount + adjustment));
    }

    public override string ToString() => $"c{Center} e{Element} d{Day}+{Adjustment} {Count} q{Quantity}";
}

/// <summary>Amounts of any size, whose sums may outgrow 64 bits.</summary>
public sealed record CubeCase(Organization Org, Fact[] Facts, int Seed)
{
    public override string ToString() => $"{Org} | {string.Join("; ", (object[])Facts)} | seed {Seed}";
}

/// <summary>A budget and actuals to compare in a range, in the tree of a day.</summary>
public sealed record ReportCase(
    Organization Org, Fact[] Budget, Fact[] Actual, int AsOf, int From, int Through, int Seed)
{
    public FiscalPeriodRange Range
    {
        get
        {
            var (from, through) = (PeriodOf(From), PeriodOf(Through));
            return from <= through ? new(from, through) : new(through, from);

            FiscalPeriod PeriodOf(int day) => Org.Space.Calendar.PeriodOf(Organization.Day(day));
        }
    }

    public override string ToString() =>
        $"{Org} | budget {string.Join("; ", (object[])Budget)} | actual {string.Join("; ", (object[])Actual)}"
        + $" | tree of day {AsOf}, {Range}, seed {Seed}";
}

/// <summary>Centers whose parents and validities were drawn without care: cycles, overlaps, strangers.</summary>
public sealed record HierarchyCase(CenterSpec[] Centers)
{
    public override string ToString() => string.Join(' ', (object[])Centers);
}

public enum Flaw
{
    None,
    UnknownCenter,
    UnknownElement,
    TooFine,
    TooLarge,
    FineQuantity,
    BeforeTheCalendar,
    NoSuchAdjustment,
}

public sealed record PostingSpec(Fact Fact, Flaw Flaw);

public abstract record Command;

public sealed record PostCommand(int Id, PostingSpec[] Postings, bool InDollars) : Command
{
    public override string ToString() =>
        $"post {Id}{(InDollars ? " USD" : "")} ({string.Join("; ", (object[])Postings)})";
}

public sealed record ReverseCommand(int Id, int ReversalId, int? Day) : Command;

public sealed record PeriodCommand(bool Closes, int Day, int[] Centers) : Command
{
    public override string ToString() => $"{(Closes ? "close" : "open")} d{Day} ({string.Join(' ', Centers)})";
}

public sealed record SnapshotCommand : Command;

public sealed record AsOfCommand(int Moment) : Command;

public sealed record CommandCase(Organization Org, Command[] Commands)
{
    public override string ToString() => $"{Org} | {string.Join(" / ", (object[])Commands)}";
}

public sealed record PercentCase(long Budget, long Actual, int Scale, int Digits, MidpointRounding Rounding);

public static class Generators
{
    private const int LastDay = 450;

    private static readonly Gen<int> Days = Gen.OneOf(
        Gen.Elements(0, 46, 47, 77, 137, 138, LastDay), Gen.Choose(0, LastDay));

    private static readonly Gen<long> Counts = Gen.OneOf(
        Gen.Elements(0L, 1, -1, 100_000_000_000_000, -100_000_000_000_000),
        Gen.Choose(-99_999, 99_999).Select(count => (long)count));

    private static readonly Gen<long> AnyCounts = Gen.OneOf(
        Counts,
        Gen.Elements(long.MaxValue, long.MinValue, long.MaxValue - 1, long.MinValue + 1, long.MaxValue / 2 + 1),
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        select ((long)high << 32) | (uint)low);

    private static readonly Gen<Organization> Organizations =
        from count in Gen.Choose(1, 6)
        from centers in CenterSpecs(count, Parent, careful: true)
        from elements in Gen.Elements(ElementNature.Cost, ElementNature.Cost, ElementNature.Revenue).ArrayOf(4)
        from elementCount in Gen.Choose(1, 4)
        from calendar in Gen.Choose(0, 2)
        from digits in Gen.Elements(0, 2, 4)
        select new Organization(centers, elements[..elementCount], calendar, digits);

    public static Arbitrary<CubeCase> CubeCases() => Arb.From(
        from org in Organizations
        from facts in ListOf(FactsOf(AnyCounts, cells: 2), 12)
        from seed in Gen.Choose(0, int.MaxValue)
        select new CubeCase(org, facts, seed),
        c => WithoutOne(c.Facts).Select(facts => c with { Facts = facts }));

    public static Arbitrary<ReportCase> ReportCases() => Arb.From(
        from org in Organizations
        from budget in ListOf(FactsOf(Counts, cells: 6), 15)
        from actual in ListOf(FactsOf(Counts, cells: 6), 15)
        from asOf in Days
        from @from in Days
        from through in Days
        from seed in Gen.Choose(0, int.MaxValue)
        select new ReportCase(org, budget, actual, asOf, @from, through, seed),
        c => WithoutOne(c.Budget).Select(budget => c with { Budget = budget })
            .Concat(WithoutOne(c.Actual).Select(actual => c with { Actual = actual }))
            .Concat(WithoutLastCenter(c.Org).Select(org => c with { Org = org })));

    public static Arbitrary<HierarchyCase> HierarchyCases() => Arb.From(
        from count in Gen.Choose(1, 5)
        from centers in CenterSpecs(count, _ => Gen.Choose(-2, count).Select(p => Math.Max(-1, p)), careful: false)
        select new HierarchyCase(centers),
        c => WithoutOne(c.Centers).Where(centers => centers.Length > 0).Select(centers => new HierarchyCase(centers)));

    public static Arbitrary<CommandCase> CommandCases() => Arb.From(
        from org in Organizations
        from commands in ListOf(Commands, 25)
        select new CommandCase(org, commands),
        c => WithoutOne(c.Commands).Select(commands => c with { Commands = commands })
            .Concat(WithoutLastCenter(c.Org).Select(org => c with { Org = org })));

    public static Arbitrary<PercentCase> PercentCases() => Arb.From(
        from budget in Gen.OneOf(AnyCounts, Gen.Elements(8L, -8, 800, 2_000_000, 3))
        from actual in Gen.OneOf(AnyCounts, Gen.Choose(-9, 9).Select(step => unchecked(budget + step)))
        from scale in Gen.Elements(0, 2, 12)
        from digits in Gen.Elements(0, 2, 2, 6)
        from rounding in Gen.Elements(Enum.GetValues<MidpointRounding>())
        select new PercentCase(budget, actual, scale, digits, rounding));

    private static Gen<Command> Commands => Gen.Frequency(
        (6, from id in Gen.Choose(0, 5)
            from first in PostingSpecs
            from more in ListOf(PostingSpecs, 3)
            from currency in Gen.Choose(0, 19)
            select (Command)new PostCommand(id, [first, .. more], currency == 0)),
        (3, from id in Gen.Choose(0, 6)
            from reversal in Gen.Choose(4, 7)
            from day in Gen.OneOf(Gen.Constant((int?)null), Days.Select(day => (int?)day))
            select (Command)new ReverseCommand(id, reversal, day)),
        (3, from closes in Gen.Elements(true, true, false)
            from day in Gen.Elements(0, 100, 137)
            from centers in ListOf(Gen.Choose(-1, 5), 3)
            select (Command)new PeriodCommand(closes, day, centers)),
        (1, Gen.Constant((Command)new SnapshotCommand())),
        (2, Gen.Choose(0, 30).Select(moment => (Command)new AsOfCommand(moment))));

    private static Gen<PostingSpec> PostingSpecs =>
        from fact in FactsOf(Counts, cells: 2)
        from day in Gen.Elements(0, 100, 137, fact.Day)
        from flaw in Gen.Frequency((12, Gen.Constant(Flaw.None)), (1, Gen.Elements(Enum.GetValues<Flaw>())))
        select new PostingSpec(fact with { Day = day }, flaw);

    private static Gen<int> Parent(int center) => center == 0 ? Gen.Constant(-1) : Gen.Choose(-1, center - 1);

    private static Gen<CenterSpec[]> CenterSpecs(int count, Func<int, Gen<int>> parentOf, bool careful)
    {
        var centers = Gen.Constant<CenterSpec[]>([]);
        for (int i = 0; i < count; i++)
        {
            int center = i;
            centers =
                from earlier in centers
                from validities in Validities(parentOf(center), careful)
                select (CenterSpec[])[.. earlier, new CenterSpec(Organization.Codes[center], validities)];
        }

        return centers;
    }

    /// <summary>Careful validities share no day, but leave gaps or touch.</summary>
    private static Gen<ValiditySpec[]> Validities(Gen<int> parents, bool careful) =>
        from count in Gen.Elements(1, 1, 2, 3)
        from days in Gen.Choose(0, careful ? LastDay : 20).ArrayOf(2 * count)
        from touching in Gen.Elements(true, false)
        from openFrom in Gen.Elements(true, true, false)
        from openThrough in Gen.Elements(true, true, false)
        from above in parents.ArrayOf(count)
        from blocked in Gen.Elements(true, false, false, false, false).ArrayOf(count)
        let sorted = days.Order().ToArray()
        let spans = Enumerable.Range(0, count).Select(i => (From: sorted[2 * i] + i, Through: sorted[(2 * i) + 1] + i))
            .Select(span => (span.From, Through: span.Through + (careful ? 0 : days[0] % 4)))
            .ToArray()
        select Enumerable.Range(0, count).Select(i => new ValiditySpec(
            i == 0 && openFrom ? null : i > 0 && touching && careful ? spans[i - 1].Through + 1 : spans[i].From,
            i == count - 1 && openThrough ? null : spans[i].Through,
            above[i],
            blocked[i])).ToArray();

    private static Gen<Fact> FactsOf(Gen<long> counts, int cells) =>
        from center in Gen.Choose(0, cells)
        from element in Gen.Choose(0, Math.Min(cells, 3))
        from day in cells < 3 ? Gen.Elements(0, 137) : Days
        from adjustment in Gen.Elements(0, 0, 0, 1, 2)
        from count in counts
        from quantity in Gen.OneOf(Gen.Constant((long?)null), counts.Select(q => (long?)q))
        select new Fact(center, element, day, adjustment, count, quantity);

    private static Gen<T[]> ListOf<T>(Gen<T> items, int most) =>
        from count in Gen.Choose(0, most)
        from list in items.ArrayOf(count)
        select list;

    /// <summary>Half of a list, then the list without each single item.</summary>
    private static IEnumerable<T[]> WithoutOne<T>(T[] items) =>
        (items.Length > 2 ? new[] { items[..(items.Length / 2)], items[(items.Length / 2)..] } : [])
            .Concat(Enumerable.Range(0, items.Length).Select(i => (T[])[.. items[..i], .. items[(i + 1)..]]));

    private static IEnumerable<Organization> WithoutLastCenter(Organization org) =>
        org.Centers.Length > 1 ? [org.With(org.Centers[..^1])] : [];
}
