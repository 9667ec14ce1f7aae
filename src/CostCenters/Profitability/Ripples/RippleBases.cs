using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Profitability.Ripples;

/// <summary>Reads what figures are without any change: the cost of every center, and all figures that are asked for.
/// </summary>
internal sealed class RippleBases
{
    private readonly Cube amounts;
    private readonly ImmutableArray<FiscalPeriod> periods;
    private readonly HashSet<RippleFigure> wanted;
    private readonly Dictionary<RippleFigure, Fraction[]> values = [];

    public RippleBases(Cube amounts, ImmutableArray<FiscalPeriod> periods, IEnumerable<RippleFigure> wanted)
    {
        this.amounts = amounts;
        this.periods = periods;
        this.wanted = [.. wanted];
    }

    public void ReadAmounts(CancellationToken cancellation)
    {
        var places = periods.Select((period, place) => (period, place))
            .ToDictionary(pair => pair.period, pair => pair.place);
        foreach (CubeCell cell in amounts.Cells().WithCancellation(cancellation))
        {
            CellAddress address = cell.Address;
            CostElement element = amounts.Space.Elements[address.Element];
            if (element.Category == ElementCategory.Secondary
                || !places.TryGetValue(address.Period, out int period))
            {
                continue;
            }

            bool isCost = element.Nature == ElementNature.Cost;
            RippleFigure all = isCost ? RippleFigure.Cost(address.Center) : RippleFigure.Revenue(address.Center);
            RippleFigure one = isCost
                ? RippleFigure.Cost(address.Center, address.Element)
                : RippleFigure.Revenue(address.Center, address.Element);
            if (isCost || wanted.Contains(all))
            {
                Add(all, period, Fraction.Of(cell.Amount));
            }

            if (wanted.Contains(one))
            {
                Add(one, period, Fraction.Of(cell.Amount));
            }
        }
    }

    public void ReadMeasures(KeyFigureTable figures)
    {
        foreach (RippleFigure measure in wanted.Where(figure => figure.Kind == RippleFigureKind.Measure))
        {
            Figure[] read = [.. periods.Select(period => figures.Read(
                measure.KeyFigure!.Value, [measure.Center], new FiscalPeriodRange(period, period)))];
            if (Array.TrueForAll(read, figure => figure.Value is not null))
            {
                values[measure] = Array.ConvertAll(read, figure => figure.Value!.Value);
            }
        }
    }

    public Dictionary<RippleFigure, ImmutableArray<Fraction>> Values() =>
        values.ToDictionary(value => value.Key, value => value.Value.ToImmutableArray());

    private void Add(RippleFigure figure, int period, Fraction amount)
    {
        if (!values.TryGetValue(figure, out Fraction[]? sums))
        {
            values.Add(figure, sums = new Fraction[periods.Length]);
        }

        sums[period] += amount;
    }
}
