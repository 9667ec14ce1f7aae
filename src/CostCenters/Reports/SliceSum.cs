using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Reports;

/// <summary>Budget and actual of part of a comparison, in counts of the space; each may be absent.</summary>
internal struct SliceSum
{
    private Int128 budget;
    private Int128 actual;
    private bool hasBudget;
    private bool hasActual;

    public readonly bool IsEmpty => !hasBudget && !hasActual;

    public void Add(in SliceEntry entry)
    {
        if (entry.IsActual)
        {
            actual += entry.Amount;
            hasActual = true;
        }
        else
        {
            budget += entry.Amount;
            hasBudget = true;
        }
    }

    public void Add(in SliceSum other)
    {
        actual += other.actual;
        budget += other.budget;
        hasActual |= other.hasActual;
        hasBudget |= other.hasBudget;
    }

    public readonly Variance ToVariance(DecimalScale scale, Measure measure) =>
        new(hasBudget ? scale.ToDecimal(budget) : null, scale.ToDecimal(actual), measure);
}
