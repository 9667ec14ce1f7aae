using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.KeyFigures;

public sealed partial class KeyFigureTable
{
    /// <summary>A figure of centers each of which has to have a value; <see cref="FigureGap.Incomplete"/> where one
    /// lacks it.</summary>
    internal Figure ReadOfEach(KeyFigureCode code, ImmutableArray<CenterCode> centers, FiscalPeriodRange periods) =>
        OrIncomplete(Read(code, centers, periods), MissingOfEach(code, centers, periods));

    /// <summary>A figure of an area: of its centers, each has to have a value from its first one on.</summary>
    internal Figure ReadOfArea(KeyFigureCode code, ImmutableArray<CenterCode> centers, FiscalPeriodRange periods) =>
        OrIncomplete(Read(code, centers, periods), MissingOfArea(code, centers, periods));

    /// <summary>The values that centers lack in periods in which others have one, in order of period, input and
    /// center.</summary>
    internal IEnumerable<MissingValue> MissingOfEach(
        KeyFigureCode code, ImmutableArray<CenterCode> centers, FiscalPeriodRange periods) =>
        Missing(code, centers, periods, RecordedIn(code, centers, periods).ToHashSet(), isArea: false);

    /// <summary>The same for periods that the caller names.</summary>
    internal IEnumerable<MissingValue> MissingOfEach(
        KeyFigureCode code,
        ImmutableArray<CenterCode> centers,
        FiscalPeriodRange periods,
        IReadOnlySet<FiscalPeriod> needed) =>
        Missing(code, centers, periods, needed, isArea: false);

    /// <summary>The same where a center counts from its first value on.</summary>
    internal IEnumerable<MissingValue> MissingOfArea(
        KeyFigureCode code, ImmutableArray<CenterCode> centers, FiscalPeriodRange periods) =>
        Missing(code, centers, periods, RecordedIn(code, centers, periods).ToHashSet(), isArea: true);

    /// <summary>The periods in which a center has a value of the figure, or of what it is computed from.</summary>
    internal IEnumerable<FiscalPeriod> RecordedIn(
        KeyFigureCode code, ImmutableArray<CenterCode> centers, FiscalPeriodRange periods)
    {
        ImmutableArray<KeyFigure> inputs = RecordedInputsOf(code);
        return Calendar.Enumerate(periods).Where(period => inputs.Any(input => centers.Any(
            center => counts.ContainsKey((input.Code, center, period)))));
    }

    private static Figure OrIncomplete(Figure figure, IEnumerable<MissingValue> missing) =>
        figure.Value is Fraction && missing.Any() ? Figure.Missing(FigureGap.Incomplete) : figure;

    private IEnumerable<MissingValue> Missing(
        KeyFigureCode code,
        ImmutableArray<CenterCode> centers,
        FiscalPeriodRange periods,
        IReadOnlySet<FiscalPeriod> needed,
        bool isArea)
    {
        ImmutableArray<KeyFigure> inputs = RecordedInputsOf(code);
        return
            from period in Calendar.Enumerate(periods)
            where needed.Contains(period)
            from input in inputs
            from missing in MissingIn(input, centers, period, isArea)
            select missing;
    }

    private IEnumerable<MissingValue> MissingIn(
        KeyFigure input, ImmutableArray<CenterCode> centers, FiscalPeriod period, bool isArea)
    {
        CenterCode[] lacking =
            [.. centers.Distinct().Where(center => !counts.ContainsKey((input.Code, center, period)))];
        if (lacking.Length < centers.Distinct().Count())
        {
            return lacking
                .Where(center => !isArea
                    || (since.TryGetValue((input.Code, center), out FiscalPeriod first) && first < period))
                .Select(center => new MissingValue(input.Code, center, period));
        }

        // A stock need not be taken in each period: its rule chooses among those in which it was.
        return input.Kind == KeyFigureKind.Flow ? [new MissingValue(input.Code, null, period)] : [];
    }

    /// <summary>The figures with values of their own that a figure comes from.</summary>
    private ImmutableArray<KeyFigure> RecordedInputsOf(KeyFigureCode code)
    {
        var found = new List<KeyFigure>();
        var known = new HashSet<KeyFigureCode> { code };
        var open = new Stack<KeyFigureCode>(known);
        while (open.TryPop(out KeyFigureCode next))
        {
            if (Catalog[next].Formula is not KeyFigureFormula formula)
            {
                found.Add(Catalog[next]);
                continue;
            }

            foreach (KeyFigureCode input in formula.Inputs.Where(known.Add))
            {
                open.Push(input);
            }
        }

        return [.. found.OrderBy(input => input.Code)];
    }
}
