using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.UnitCosts;
using NodaTime;

namespace CostCenters.Simulation.Tests;

/// <content>Key figures and unit costs, many of them with parts that nobody recorded.</content>
internal sealed partial class Simulator
{
    private static readonly KeyFigureCatalog Catalog = new(
    [
        KeyFigure.Flow(Contacts, "contacts", KeyFigurePreference.MoreIsBetter),
        KeyFigure.Flow(Minutes, "minutes", KeyFigurePreference.MoreIsWorse),
        KeyFigure.Stock(Heads, "heads", KeyFigurePreference.Neutral, StockRule.Average),
    ]);

    private void ReadUnitCosts()
    {
        BookSnapshot snapshot = subject.Snapshot();
        var figures = new KeyFigureTable(Catalog, calendar, snapshot.KeyFigures);
        FiscalPeriod first = model.PeriodOf(AnyDay());
        int last = random.Next(first.Number, Math.Min(13, first.Number + 4));
        var range = new FiscalPeriodRange(first, new FiscalPeriod(first.Year, last));
        string[] elements = [.. model.Now.Elements.Keys.Where(_ => OneIn(2))];
        string[] fixedCenters = [.. model.Now.Centers.Keys.Where(_ => OneIn(3))];
        string[] groups = [.. model.Now.Centers.Keys.Where(_ => OneIn(4))];
        var source = new UnitCostCaseSource(
            ScopeOf(fixedCenters, elements),
            groups.Select(group => new UnitCostGroupSource(
                group, ScopeOf([group], elements), Contacts, Minutes, [new CenterCode(group)])));
        (UnitCost unitCost, string gaps) = subject.UnitCost(
            source, subject.Actuals(snapshot, 1, CancellationToken.None), figures, range);
        decimal? fixedCost = CostOf(fixedCenters, elements, range);
        decimal?[] costs = [fixedCost, .. groups.Select(group => CostOf([group], elements, range))];
        FiscalPeriod[] counted =
            [.. PeriodsOf(range).Where(period => Array.Exists(groups, group => IsRecorded(Contacts, group, period)))];
        decimal?[] units =
        [
            .. groups.Select(group => Array.TrueForAll(counted, period => IsRecorded(Contacts, group, period))
                ? CountOf(Contacts, group, range)
                : null),
        ];
        Same(costs.All(cost => cost is null) ? null : costs.Sum(), Number(unitCost.Cost), $"the cost in {range}");
        Same(
            Array.TrueForAll(units, each => each is not null) ? units.Sum() : null,
            Number(unitCost.Quantity),
            $"the units in {range}");
        IEnumerable<string> fixedGap = fixedCost is null && fixedCenters.Length > 0 && elements.Length > 0
            ? ["FixedCost  NoValue"]
            : [];
        Same(
            string.Join("; ", fixedGap.Concat(groups.SelectMany(group =>
                GapsOf(group, elements, range, counted)))),
            gaps,
            $"what is missing in {range}");
        CompareHeads(snapshot, figures, range);
    }

    /// <summary>The key figures as a file, read again: whole, or ended as asked.</summary>
    private void ReadKeyFigureFile()
    {
        BookSnapshot snapshot = subject.Snapshot();
        using var file = new MemoryStream();
        KeyFiguresCsv.Write(snapshot.KeyFigures, file);
        using var cancellation = new CancellationTokenSource();
        if (OneIn(2))
        {
            cancellation.Cancel();
            RequireCancelled(() => ReadAgain(), "the reading of key figures");
            return;
        }

        KeyFigureValue[] valid =
        [
            .. model.Now.KeyFigures.Where(value =>
                model.Now.PlaceOn(value.Center.Value, model.LastDayOf(value.Period)) is not null),
        ];
        ImportResult<IReadOnlyList<KeyFigureValue>> read = ReadAgain();
        Same(snapshot.KeyFigures.Length, read.Counts.Accepted + read.Counts.Rejected, "the rows of key figures");
        Same(true, valid.SequenceEqual(read.Value!), "whether key figures are read as they were written");

        ImportResult<IReadOnlyList<KeyFigureValue>> ReadAgain() => subject.ReadKeyFigures(
            new MemoryStream(file.ToArray()), snapshot.Space, cancellation.Token);
    }

    private void CompareHeads(BookSnapshot snapshot, KeyFigureTable figures, FiscalPeriodRange range)
    {
        LocalDate day = AnyDay();
        string top = KnownCenter();
        string[] below = [.. model.Now.Centers.Keys.Where(center => model.Now.IsBelow(center, top, day))];
        string expected = HeadsOf(below, range);
        Figure actual = subject.KeyFigure(
            figures, Heads, snapshot.Space.Centers.TreeAsOf(day), new CenterCode(top), range);
        Same(expected, actual.ToString(), $"the heads of {top} in {range}");
    }

    /// <summary>The mean of the periods that have heads; not known where a center lacks the heads that it had before.
    /// </summary>
    private string HeadsOf(string[] centers, FiscalPeriodRange range)
    {
        KeyFigureValue[] heads = [.. model.Now.KeyFigures.Where(value => value.KeyFigure == Heads)];
        var sums = new List<decimal>();
        foreach (FiscalPeriod period in PeriodsOf(range))
        {
            KeyFigureValue[] there =
                [.. heads.Where(value => value.Period == period && centers.Contains(value.Center.Value))];
            bool isGone = centers.Any(center =>
                Array.TrueForAll(there, value => value.Center.Value != center)
                && Array.Exists(heads, value => value.Center.Value == center && value.Period < period));
            if (there.Length > 0 && isGone)
            {
                return "none: Incomplete";
            }

            if (there.Length > 0)
            {
                sums.Add(there.Sum(value => value.Value));
            }
        }

        return sums.Count == 0
            ? "none: NoValue"
            : (Fraction.Of(sums.Sum()) / Fraction.Of(sums.Count)).ToString();
    }

    /// <summary>What a group lacks: contacts of a period in which another group has some, minutes of one in which it
    /// has contacts itself, or all of them.</summary>
    private IEnumerable<string> GapsOf(
        string group, string[] elements, FiscalPeriodRange range, FiscalPeriod[] counted)
    {
        decimal? units = CountOf(Contacts, group, range);
        if (units is null)
        {
            yield return $"Units {group} NoValue";
        }
        else if (Array.Exists(counted, period => !IsRecorded(Contacts, group, period)))
        {
            yield return $"Units {group} Incomplete";
        }

        if (units == 0m)
        {
            yield break;
        }

        if (CostOf([group], elements, range) is null)
        {
            yield return $"VariableCost {group} NoValue";
        }

        if (CountOf(Minutes, group, range) is null)
        {
            yield return $"Input {group} NoValue";
        }
        else if (PeriodsOf(range).Any(period => !IsRecorded(Minutes, group, period)
            && CountOf(Contacts, group, new FiscalPeriodRange(period, period)) is not (null or 0m)))
        {
            yield return $"Input {group} Incomplete";
        }
    }

    private bool IsRecorded(KeyFigureCode figure, string center, FiscalPeriod period) =>
        CountOf(figure, center, new FiscalPeriodRange(period, period)) is not null;

    private decimal? CostOf(string[] centers, string[] elements, FiscalPeriodRange range)
    {
        decimal[] found =
        [
            .. Inside(model.Now.Cells, range)
                .Where(fact => centers.Contains(fact.Cell.Center) && elements.Contains(fact.Cell.Element))
                .Select(fact => model.Now.Elements[fact.Cell.Element].IsCost ? fact.Amount : -fact.Amount),
        ];
        return found.Length == 0 ? null : found.Sum();
    }

    private decimal? CountOf(KeyFigureCode figure, string center, FiscalPeriodRange range)
    {
        decimal[] found =
        [
            .. model.Now.KeyFigures
                .Where(value => value.KeyFigure == figure && value.Center.Value == center
                    && PeriodsOf(range).Contains(value.Period))
                .Select(value => value.Value),
        ];
        return found.Length == 0 ? null : found.Sum();
    }

    private static IEnumerable<FiscalPeriod> PeriodsOf(FiscalPeriodRange range) =>
        Enumerable.Range(range.From.Number, range.Through.Number - range.From.Number + 1)
            .Select(number => new FiscalPeriod(range.From.Year, number));

    private static CostScope ScopeOf(string[] centers, string[] elements) =>
        new(Codes(centers), elements.Select(element => new ElementCode(element)));

    private static decimal? Number(Figure figure) =>
        figure.Value is Fraction value ? (decimal)value.Numerator / (decimal)value.Denominator : null;
}
