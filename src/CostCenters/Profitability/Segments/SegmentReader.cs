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
    private readonly LocalDate day;
    private readonly Dictionary<(CenterCode, ElementCode, SegmentFindingKind), decimal> missing = [];

    public SegmentReader(CubeSpace space, FiscalPeriodRange periods, ResponsibilityTable responsibilities)
    {
        this.space = space;
        this.responsibilities = responsibilities;
        day = space.Calendar.DatesOf(periods.Through).Last;
        _ = space.Calendar.OrdinalOf(periods.From);
    }

    public void Read(CubeCell cell, SegmentSums sums)
    {
        CostElement element = space.Elements[cell.Address.Element];
        Responsibility? rule = responsibilities.Find(cell.Address.Center, element.Code);
        Fraction variable = element.Nature == ElementNature.Revenue || element.Category == ElementCategory.Secondary
            ? Fraction.One
            : VariableShare(element, rule, cell);
        if (!variable.IsZero)
        {
            SegmentLine line = element.Category == ElementCategory.Secondary ? SegmentLine.AllocatedCost
                : element.Nature == ElementNature.Revenue ? SegmentLine.Revenue
                : SegmentLine.VariableCost;

            // A secondary element of revenue credits its center: a charge with the other sign.
            decimal amount = line == SegmentLine.AllocatedCost && element.Nature == ElementNature.Revenue
                ? -cell.Amount
                : cell.Amount;
            sums.Add(line, AnswersOf(cell, rule, isControllable: rule?.IsControllable ?? true), amount, variable,
                cell.Address);
        }

        if (variable != Fraction.One)
        {
            if (rule is null)
            {
                Miss(cell, SegmentFindingKind.NoResponsibility);
            }

            bool isControllable = rule?.IsControllable ?? false;
            sums.Add(
                isControllable ? SegmentLine.ControllableFixedCost : SegmentLine.TraceableFixedCost,
                AnswersOf(cell, rule, isControllable),
                cell.Amount,
                Fraction.One - variable,
                cell.Address);
        }
    }

    public ImmutableArray<SegmentFinding> Findings() =>
    [
        .. missing.OrderBy(entry => space.Centers.IndexOf(entry.Key.Item1))
            .ThenBy(entry => space.Elements.IndexOf(entry.Key.Item2)).ThenBy(entry => entry.Key.Item3)
            .Select(entry => new SegmentFinding(
                entry.Key.Item3, entry.Key.Item1, entry.Key.Item2, Fraction.Of(entry.Value))),
    ];

    private Fraction VariableShare(CostElement element, Responsibility? rule, CubeCell cell)
    {
        if (element.Behavior is ElementBehavior.Variable or ElementBehavior.Fixed)
        {
            return element.Behavior == ElementBehavior.Variable ? Fraction.One : Fraction.Zero;
        }

        if (rule?.VariableShare is decimal share)
        {
            return Fraction.Of(share);
        }

        Miss(cell, SegmentFindingKind.NoBehavior);
        return Fraction.Zero;
    }

    private string? AnswersOf(CubeCell cell, Responsibility? rule, bool isControllable) =>
        rule?.Answers ?? (isControllable ? space.Centers[cell.Address.Center].PlacedAt(day).Owner : null);

    private void Miss(CubeCell cell, SegmentFindingKind kind)
    {
        var key = (cell.Address.Center, cell.Address.Element, kind);
        missing[key] = missing.GetValueOrDefault(key) + cell.Amount;
    }
}
