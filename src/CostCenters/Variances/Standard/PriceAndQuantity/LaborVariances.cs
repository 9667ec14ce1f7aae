using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.PriceAndQuantity;

/// <summary>Why labor cost more or less than its standard: rate, idle time and efficiency.</summary>
/// <remarks>
/// <para>Tree of basis cost: a positive amount harms profit. No rounding.</para>
/// <para><c>labor</c> = <c>labor rate</c> on the hours paid + <c>labor idle time</c> (hours paid - hours worked) +
/// <c>labor efficiency</c> (hours worked - standard hours), the last two at the standard rate; the treatment of the
/// joint term can change where the rate is weighed. Where no hours are idle, the idle time is 0.</para>
/// <para>Source: OpenStax, Principles of Accounting, Volume 2, Managerial Accounting, labor variances; idle time
/// apart from efficiency as in British operating statements.</para>
/// </remarks>
public static partial class LaborVariances
{
    /// <summary>The key of the labor node.</summary>
    public const string LaborKey = "labor";

    /// <summary>The key of the labor rate node.</summary>
    public const string LaborRateKey = "labor-rate";

    /// <summary>The key of the labor idle time node.</summary>
    public const string LaborIdleTimeKey = "labor-idle-time";

    /// <summary>The key of the labor efficiency node.</summary>
    public const string LaborEfficiencyKey = "labor-efficiency";

    /// <summary>The key of the labor joint node.</summary>
    public const string LaborJointKey = "labor-joint";

    /// <summary>The key of the labor rounding node.</summary>
    public const string LaborRoundingKey = "labor-rounding";

    private static readonly PriceQuantityTerms Terms =
        new(LaborKey, "labor", LaborRateKey, "labor rate", "rate", "hours");

    /// <summary>Splits the variance of labor whose standard expects no idle time.</summary>
    /// <param name="standard">The hours allowed for the actual output, at the standard rate.</param>
    /// <param name="paid">The hours paid, at the actual rate.</param>
    /// <param name="hoursWorked">The hours of those in which work was done, between 0 and the hours paid.</param>
    /// <param name="joint">Where the joint term goes.</param>
    /// <param name="units">Currency and unit.</param>
    /// <exception cref="ArgumentException"><paramref name="standard"/> has no rate, or <paramref name="paid"/> has none
    /// and the joint term is not in the rate.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Hours are negative, <paramref name="hoursWorked"/> exceeds the
    /// hours paid, or <paramref name="joint"/> is no treatment.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    public static VarianceNode Analyze(
        PricedQuantity standard,
        PricedQuantity paid,
        decimal hoursWorked,
        JointVariance joint,
        VarianceUnits units) =>
        Analyze(standard, paid, hoursWorked, 0m, joint, units);

    /// <summary>Splits the variance of labor whose standard expects a part of the hours paid to be idle.</summary>
    /// <remarks>An hour of work then costs the rate of pay / (1 - expected idle time). The idle time variance is what
    /// is idle beyond that: (hours paid × (1 - expected idle time) - hours worked) × the cost of an hour of
    /// work.</remarks>
    /// <param name="standard">The hours of work allowed for the actual output, at the standard rate of pay.</param>
    /// <param name="paid">The hours paid, at the actual rate.</param>
    /// <param name="hoursWorked">The hours of those in which work was done, between 0 and the hours paid.</param>
    /// <param name="expectedIdle">The part of the hours paid that the standard expects to be idle, from 0 to below 1:
    /// 0.1 for a tenth.</param>
    /// <param name="joint">Where the joint term goes.</param>
    /// <param name="units">Currency and unit.</param>
    /// <exception cref="ArgumentException"><paramref name="standard"/> has no rate, or <paramref name="paid"/> has none
    /// and the joint term is not in the rate.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Hours are negative, <paramref name="hoursWorked"/> exceeds the
    /// hours paid, <paramref name="expectedIdle"/> is out of bounds, or <paramref name="joint"/> is no treatment.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    public static VarianceNode Analyze(
        PricedQuantity standard,
        PricedQuantity paid,
        decimal hoursWorked,
        decimal expectedIdle,
        JointVariance joint,
        VarianceUnits units) =>
        Split(standard, paid, InputRange.NotNegative(hoursWorked), expectedIdle, joint, units);

    internal static VarianceNode Split(
        PricedQuantity standard,
        PricedQuantity paid,
        Fraction hoursWorked,
        decimal expectedIdle,
        JointVariance joint,
        VarianceUnits units)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(expectedIdle, 1m);
        Fraction busy = Fraction.One - InputRange.NotNegative(expectedIdle);
        Domain.RequireNotNegative(standard.Quantity, nameof(standard));
        if (hoursWorked > paid.Quantity)
        {
            throw new ArgumentOutOfRangeException(
                nameof(hoursWorked), hoursWorked, $"At most the {paid.Quantity} hours paid were expected.");
        }

        // Rates are those of pay, for hours paid; idle time and efficiency count hours of work, which cost more.
        var pay = new PriceQuantitySplit(
            Terms, standard.Times(Fraction.One / busy), paid, joint, units, nameof(paid));
        Fraction expected = paid.Quantity * busy;
        var work = new PriceQuantitySplit(
            Terms,
            PricedQuantity.At(standard.Quantity, standard.RequirePrice(nameof(standard)) / busy),
            paid.Price is Fraction rate ? PricedQuantity.At(expected, rate / busy) : paid,
            joint,
            units,
            nameof(paid));
        return pay.Whole(
            paid.Cost,
            work.Quantity(
                LaborIdleTimeKey,
                "labor idle time",
                "hours worked",
                hoursWorked,
                expectedIdle == 0m ? "hours paid" : "hours of work expected of the hours paid",
                expected),
            work.Quantity(
                LaborEfficiencyKey,
                "labor efficiency",
                "standard hours",
                standard.Quantity,
                "hours worked",
                hoursWorked));
    }
}
