using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Profitability.Segments;

/// <summary>Puts cells on the lines of a statement.</summary>
internal sealed class SegmentReader
{
    private readonly CubeSpace space;
    private readonly ResponsibilityTable responsibilities;
    private readonly Func<CellAddress, SegmentSums> sumsOf;
    private readonly LocalDate day;
    private readonly Dictionary<(CenterCode, ElementCode), Place> places = [];

    /// <param name="space">The space of the cells.</param>
    /// <param name="periods">Their periods.</param>
    /// <param name="responsibilities">Who answers for what.</param>
    /// <param name="sumsOf">The segment that a cell belongs to, by its center and element alone.</param>
    public SegmentReader(
        CubeSpace space,
        FiscalPeriodRange periods,
        ResponsibilityTable responsibilities,
        Func<CellAddress, SegmentSums> sumsOf)
    {
        this.space = space;
        this.responsibilities = responsibilities;
        this.sumsOf = sumsOf;
        day = space.Calendar.DatesOf(periods.Through).Last;
        _ = space.Calendar.OrdinalOf(periods.From);
    }

    public void Read(CubeCell cell)
    {
        var key = (cell.Address.Center, cell.Address.Element);
        if (!places.TryGetValue(key, out Place? place))
        {
            places.Add(key, place = PlaceOf(cell.Address));
        }

        place.Amount += cell.Amount;
        foreach (SegmentSums.Sum sum in place.Sums)
        {
            sum.Add(place.IsCredit ? -cell.Amount : cell.Amount, cell.Address);
        }
    }

    public ImmutableArray<SegmentFinding> Findings() =>
    [
        .. places.OrderBy(place => space.Centers.IndexOf(place.Key.Item1))
            .ThenBy(place => space.Elements.IndexOf(place.Key.Item2))
            .SelectMany(place => place.Value.Missing.Select(kind => new SegmentFinding(
                kind, place.Key.Item1, place.Key.Item2, Fraction.Of(place.Value.Amount)))),
    ];

    private Place PlaceOf(CellAddress cell)
    {
        CostElement element = space.Elements[cell.Element];
        Responsibility? rule = responsibilities.Find(cell.Center, cell.Element);
        SegmentSums sums = sumsOf(cell);
        if (element.Nature == ElementNature.Revenue || element.Category == ElementCategory.Secondary)
        {
            bool isAllocated = element.Category == ElementCategory.Secondary;
            return new Place(
                [sums.Of(
                    isAllocated ? SegmentLine.AllocatedCost : SegmentLine.Revenue,
                    cell.Element,
                    AnswersOf(cell, rule, rule?.IsControllable ?? true),
                    Fraction.One)],
                [])
            {
                // A secondary element of revenue credits its center: a charge with the other sign.
                IsCredit = isAllocated && element.Nature == ElementNature.Revenue,
            };
        }

        Fraction? variable = element.Behavior switch
        {
            ElementBehavior.Variable => Fraction.One,
            ElementBehavior.Fixed => Fraction.Zero,
            _ => rule?.VariableShare is decimal share ? Fraction.Of(share) : null,
        };
        return CostPlaceOf(cell, rule, sums, variable);
    }

    private Place CostPlaceOf(CellAddress cell, Responsibility? rule, SegmentSums sums, Fraction? variableShare)
    {
        Fraction variable = variableShare ?? Fraction.Zero;
        var targets = new List<SegmentSums.Sum>();
        var missing = new List<SegmentFindingKind>();
        if (!variable.IsZero)
        {
            targets.Add(sums.Of(
                SegmentLine.VariableCost,
                cell.Element,
                AnswersOf(cell, rule, rule?.IsControllable ?? true),
                variable));
        }

        if (variable != Fraction.One)
        {
            bool isControllable = rule?.IsControllable ?? false;
            targets.Add(sums.Of(
                isControllable ? SegmentLine.ControllableFixedCost : SegmentLine.TraceableFixedCost,
                cell.Element,
                AnswersOf(cell, rule, isControllable),
                Fraction.One - variable));
            if (rule is null)
            {
                missing.Add(SegmentFindingKind.NoResponsibility);
            }
        }

        if (variableShare is null)
        {
            missing.Add(SegmentFindingKind.NoBehavior);
        }

        return new Place([.. targets], [.. missing]);
    }

    private string? AnswersOf(CellAddress cell, Responsibility? rule, bool isControllable) =>
        rule?.Answers ?? (isControllable ? space.Centers[cell.Center].PlacedAt(day).Owner : null);

    /// <summary>Where the cells of a center and element are added up, and what is not known of them.</summary>
    private sealed class Place(SegmentSums.Sum[] sums, SegmentFindingKind[] missing)
    {
        public SegmentSums.Sum[] Sums => sums;

        public SegmentFindingKind[] Missing => missing;

        public bool IsCredit { get; init; }

        public decimal Amount { get; set; }
    }
}
