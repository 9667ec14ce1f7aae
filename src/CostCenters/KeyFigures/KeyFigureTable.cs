using System.Collections.Frozen;
using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.KeyFigures;

/// <summary>The recorded values of key figures, of the budget or of the actuals, and what they come to over centers and
/// periods.</summary>
/// <remarks>
/// <para>A flow adds up over centers and periods. A stock adds up over centers within each period, and its
/// <see cref="StockRule"/> chooses among the periods. A computed figure is computed from what its inputs come to, so a
/// ratio is the ratio of the sums. Nothing rounds.</para>
/// <para>Absent is not zero: a figure without any value in the centers and periods asked for is missing, and so is a
/// stock of several centers in a period in which one lacks the value that it had before
/// (<see cref="FigureGap.Incomplete"/>).</para>
/// <para>Laws: a roll-up equals the figure over the centers of the subtree, in any order; values of further periods
/// change no figure over earlier ones. Immutable.</para>
/// </remarks>
public sealed partial class KeyFigureTable
{
    private readonly FrozenDictionary<(KeyFigureCode, CenterCode, FiscalPeriod), long> counts;

    // Since when each center has values of a figure.
    private readonly FrozenDictionary<(KeyFigureCode, CenterCode), FiscalPeriod> since;

    /// <summary>Creates a table.</summary>
    /// <param name="catalog">What the figures mean.</param>
    /// <param name="calendar">The fiscal calendar of the periods.</param>
    /// <param name="values">The values, in any order; several values of a flow for one center and period add
    /// up.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A value is of no figure of the catalog or of a computed one, its period is
    /// none of the calendar, or a stock has two values for one center and period.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value has more than six decimals or outgrows 64
    /// bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    /// <exception cref="OverflowException">The values of a flow for one center and period add up to more than 64 bits
    /// hold.</exception>
    public KeyFigureTable(
        KeyFigureCatalog catalog,
        FiscalCalendar calendar,
        IEnumerable<KeyFigureValue> values,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(values);
        Catalog = catalog;
        Calendar = calendar;
        var sums = new Dictionary<(KeyFigureCode, CenterCode, FiscalPeriod), long>();
        foreach (KeyFigureValue value in values.WithCancellation(cancellation))
        {
            KeyFigure figure = RequireRecorded(value, nameof(values));
            long count = DecimalScale.Quantity.ToCount(value.Value);
            if (!sums.TryAdd((value.KeyFigure, value.Center, value.Period), count))
            {
                sums[(value.KeyFigure, value.Center, value.Period)] += figure.Kind == KeyFigureKind.Flow
                    ? count
                    : throw new ArgumentException(
                        $"'{value.KeyFigure}' has two values for center '{value.Center}' in {value.Period}; a stock "
                            + "has one.",
                        nameof(values));
            }
        }

        counts = sums.ToFrozenDictionary();
        since = sums.Keys.GroupBy(key => (key.Item1, key.Item2), key => key.Item3)
            .ToFrozenDictionary(group => group.Key, group => group.Min());
    }

    /// <summary>What the figures mean.</summary>
    public KeyFigureCatalog Catalog { get; }

    /// <summary>The fiscal calendar of the periods.</summary>
    public FiscalCalendar Calendar { get; }

    /// <summary>A figure of a node and everything below it.</summary>
    /// <param name="code">The key figure.</param>
    /// <param name="tree">The tree of centers.</param>
    /// <param name="node">The center at the top.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tree"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key figure or center.</exception>
    public Figure Read(KeyFigureCode code, CenterTree tree, CenterCode node, FiscalPeriodRange periods)
    {
        ArgumentNullException.ThrowIfNull(tree);
        int place = tree.PlaceOf(node);
        return Read(
            code,
            Enumerable.Range(place, tree.EndOf(place) - place).Select(index => tree.Nodes[index].Center.Code),
            periods);
    }

    /// <summary>A figure of several centers together.</summary>
    /// <param name="code">The key figure.</param>
    /// <param name="centers">The centers, in any order; one that is named twice counts once.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <exception cref="ArgumentNullException"><paramref name="centers"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key figure.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    public Figure Read(KeyFigureCode code, IEnumerable<CenterCode> centers, FiscalPeriodRange periods)
    {
        ArgumentNullException.ThrowIfNull(centers);
        return Read(Catalog[code], [.. centers.Distinct()], [.. Calendar.Enumerate(periods)]);
    }

    /// <summary>How often each score was given, where the answers of each score are a flow of their own.</summary>
    /// <param name="scores">The flow that counts the answers of each score.</param>
    /// <param name="tree">The tree of centers.</param>
    /// <param name="node">The center at the top.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <returns>The exact distribution over the node and everything below it; a score without a value has no answers.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The answers of a score are negative or not a whole number.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key figure or center.</exception>
    public Distribution ReadDistribution(
        IEnumerable<KeyValuePair<decimal, KeyFigureCode>> scores,
        CenterTree tree,
        CenterCode node,
        FiscalPeriodRange periods)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return Distribution.FromCounts(scores.Select(score =>
        {
            Fraction count = Read(score.Value, tree, node, periods).Value ?? Fraction.Zero;
            return count.Sign >= 0 && count.Denominator.IsOne
                ? KeyValuePair.Create(score.Key, (long)count.Numerator)
                : throw new ArgumentException($"'{score.Value}' comes to {count}, which is no count.", nameof(scores));
        }));
    }

    private Figure Read(KeyFigure figure, CenterCode[] centers, FiscalPeriod[] periods)
    {
        var known = new Dictionary<KeyFigureCode, Figure>();
        var open = new Stack<KeyFigure>();
        open.Push(figure);
        while (open.TryPeek(out KeyFigure? next))
        {
            KeyFigureCode[] waited = [.. (next.Formula?.Inputs ?? []).Where(input => !known.ContainsKey(input))];
            foreach (KeyFigureCode input in waited)
            {
                open.Push(Catalog[input]);
            }

            if (waited.Length == 0)
            {
                open.Pop();
                known[next.Code] = next.Formula?.Evaluate(input => known[input])
                    ?? ReadRecorded(next, centers, periods);
            }
        }

        return known[figure.Code];
    }

    private Figure ReadRecorded(KeyFigure figure, CenterCode[] centers, FiscalPeriod[] periods)
    {
        var values = new List<Fraction>();
        foreach (FiscalPeriod period in periods)
        {
            Figure sum = Sum(figure, centers, period);
            if (sum.Gap == FigureGap.Incomplete)
            {
                return sum;
            }

            if (sum.Value is Fraction value)
            {
                values.Add(value);
            }
        }

        return values.Count == 0
            ? Figure.Missing(FigureGap.NoValue)
            : Figure.Of(figure.StockRule switch
            {
                null => Fraction.Sum(values),
                StockRule.Average => Fraction.Sum(values) / Fraction.Of(values.Count),
                StockRule.Last => values[^1],
                _ => values.Max(),
            });
    }

    private Figure Sum(KeyFigure figure, CenterCode[] centers, FiscalPeriod period)
    {
        Int128 sum = 0;
        bool isThere = false;
        bool isComplete = true;
        foreach (CenterCode center in centers)
        {
            if (counts.TryGetValue((figure.Code, center, period), out long count))
            {
                sum += count;
                isThere = true;
            }
            else
            {
                isComplete &= figure.Kind != KeyFigureKind.Stock
                    || !since.TryGetValue((figure.Code, center), out FiscalPeriod first)
                    || first > period;
            }
        }

        return !isThere ? Figure.Missing(FigureGap.NoValue)
            : !isComplete ? Figure.Missing(FigureGap.Incomplete)
            : Figure.Of(Fraction.Of(DecimalScale.Quantity.ToDecimal(sum)));
    }

    private KeyFigure RequireRecorded(KeyFigureValue value, string parameter)
    {
        if (!Catalog.TryGet(value.KeyFigure, out KeyFigure? figure))
        {
            throw new ArgumentException($"No key figure of the catalog has the code '{value.KeyFigure}'.", parameter);
        }

        if (figure.Kind == KeyFigureKind.Computed)
        {
            throw new ArgumentException($"'{value.KeyFigure}' is computed and takes no values.", parameter);
        }

        return Calendar.Contains(value.Period)
            ? figure
            : throw new ArgumentException($"The calendar has no period {value.Period}.", parameter);
    }
}
