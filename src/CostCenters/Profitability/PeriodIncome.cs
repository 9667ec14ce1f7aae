using CostCenters.Monetary;

namespace CostCenters.Profitability;

/// <summary>The income of a period under both costing methods.</summary>
/// <remarks>
/// <para>Law: absorption - marginal income = fixed overhead in closing - in opening inventory, exactly.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed record PeriodIncome
{
    internal PeriodIncome(
        Fraction? fixedOverheadPerUnit,
        Fraction closingUnits,
        Fraction marginalIncome,
        Fraction openingFixedOverhead,
        Fraction closingFixedOverhead)
    {
        FixedOverheadPerUnit = fixedOverheadPerUnit;
        ClosingUnits = closingUnits;
        MarginalIncome = marginalIncome;
        OpeningFixedOverhead = openingFixedOverhead;
        ClosingFixedOverhead = closingFixedOverhead;
    }

    /// <summary>Fixed overhead ÷ units made, or null when none was made.</summary>
    public Fraction? FixedOverheadPerUnit { get; }

    /// <summary>Units in inventory at the end.</summary>
    public Fraction ClosingUnits { get; }

    /// <summary>Income under marginal costing: units sold x contribution - fixed costs.</summary>
    public Fraction MarginalIncome { get; }

    /// <summary>Income under absorption costing: marginal income + the change of fixed overhead in inventory.</summary>
    public Fraction AbsorptionIncome => MarginalIncome + Difference;

    /// <summary>Fixed overhead that the opening inventory carries.</summary>
    public Fraction OpeningFixedOverhead { get; }

    /// <summary>Fixed overhead that the closing inventory carries.</summary>
    public Fraction ClosingFixedOverhead { get; }

    /// <summary>Absorption - marginal income.</summary>
    public Fraction Difference => ClosingFixedOverhead - OpeningFixedOverhead;
}
