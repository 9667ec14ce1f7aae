using CostCenters.Monetary;
using CostCenters.Variances.Standard;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>Rebuilds the inputs that an exam question leaves out from the variances that it tells. Variances are
/// effects on profit, favorable positive; the joint term is in the price.</summary>
public static class ExamSolver
{
    /// <summary>Units of a profit (or contribution) at so much a unit.</summary>
    public static Fraction Units(decimal profit, decimal profitPerUnit) => Of(profit) / Of(profitPerUnit);

    /// <summary>Units made: (hours paid × rate + the variances of labor) ÷ standard cost of labor in a unit.</summary>
    public static Fraction UnitsMade(decimal hoursPaid, decimal rate, decimal variances, decimal costPerUnit) =>
        ((Of(hoursPaid) * Of(rate)) + Of(variances)) / Of(costPerUnit);

    /// <summary>Actual price = standard price - price variance ÷ quantity.</summary>
    public static Fraction ActualPrice(decimal standardPrice, decimal quantity, decimal variance) =>
        Of(standardPrice) - (Of(variance) / Of(quantity));

    /// <summary>Hours allowed, of which the excess is a share: -efficiency variance ÷ rate ÷ share.</summary>
    public static Fraction StandardHours(decimal efficiency, decimal rate, decimal excessShare) =>
        -(Of(efficiency) / Of(rate) / Of(excessShare));

    /// <summary>Hours worked and their cost behind the hours allowed at a rate and both variances.</summary>
    public static (Fraction Hours, Fraction Cost) Actual(
        Fraction standardHours, decimal rate, decimal rateVariance, decimal efficiency) =>
        (standardHours - (Of(efficiency) / Of(rate)), (standardHours * Of(rate)) - Of(rateVariance) - Of(efficiency));

    /// <summary>The standard whose rate is that of the cost without the rate variance.</summary>
    public static PricedQuantity Standard(decimal hours, decimal cost, decimal rateVariance, decimal standardHours) =>
        PricedQuantity.AtPrice(
            standardHours, (Of(cost + rateVariance) / Of(hours)).RoundTo(8, MidpointRounding.ToEven));

    /// <summary>So many units at so many hours each.</summary>
    public static Fraction UnitsOf(Fraction hours, decimal hoursPerUnit) => hours / Of(hoursPerUnit);

    private static Fraction Of(decimal value) => Fraction.Of(value);
}
