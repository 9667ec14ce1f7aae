using System.Collections.Immutable;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations.Activities;

/// <summary>Charges of a service at plan prices: the fixed cost by capacity, the variable cost by use.</summary>
/// <remarks>
/// <para>Who uses less pays less of the variable cost, and never more because another one used less. A single rate is a
/// dual rate whose capacity is the usage itself.</para>
/// <para>What is charged seldom is what the service costs: <see cref="OverRecovery(decimal)"/> stays with it. Nothing
/// is rounded. Immutable.</para>
/// <para>Source: Horngren, Datar and Rajan, Cost Accounting, dual-rate method.</para>
/// </remarks>
public sealed class DualRate
{
    private DualRate(Fraction fixedRate, Fraction variableRate, IEnumerable<ServiceUser> users)
    {
        FixedRate = fixedRate;
        VariableRate = variableRate;
        Charges =
        [
            .. users.Select(user => new ServiceCharge(
                user, fixedRate * Fraction.Of(user.Capacity), variableRate * Fraction.Of(user.Usage))),
        ];
    }

    /// <summary>The price of a unit of capacity.</summary>
    public Fraction FixedRate { get; }

    /// <summary>The price of a unit of use.</summary>
    public Fraction VariableRate { get; }

    /// <summary>The charges, in the order of the users.</summary>
    public ImmutableArray<ServiceCharge> Charges { get; }

    /// <summary>What all users are charged.</summary>
    public Fraction Charged => Fraction.Sum(Charges.Select(charge => charge.Total));

    /// <summary>Charges users at given prices.</summary>
    /// <param name="fixedRate">The price of a unit of capacity.</param>
    /// <param name="variableRate">The price of a unit of use.</param>
    /// <param name="users">The users.</param>
    /// <exception cref="ArgumentNullException"><paramref name="users"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A price is negative or beyond its range.</exception>
    public static DualRate AtPrices(decimal fixedRate, decimal variableRate, IEnumerable<ServiceUser> users)
    {
        ArgumentNullException.ThrowIfNull(users);
        return new DualRate(InputRange.NotNegative(fixedRate), InputRange.NotNegative(variableRate), users);
    }

    /// <summary>Charges users at the prices of a plan: fixed cost ÷ the capacity of all users, and a variable price.
    /// </summary>
    /// <param name="fixedCost">The planned cost of keeping the capacity ready.</param>
    /// <param name="variableRate">The planned price of a unit of use.</param>
    /// <param name="users">The users; together they have a capacity above 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="users"/> is null.</exception>
    /// <exception cref="ArgumentException">No user has a capacity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond its range, or the price is
    /// negative.</exception>
    public static DualRate OfFixedCost(decimal fixedCost, decimal variableRate, IEnumerable<ServiceUser> users)
    {
        ArgumentNullException.ThrowIfNull(users);
        ImmutableArray<ServiceUser> all = [.. users];
        Fraction capacity = Fraction.Sum(all.Select(user => Fraction.Of(user.Capacity)));
        return capacity.IsZero
            ? throw new ArgumentException("No user has a capacity, so the fixed cost has no price.", nameof(users))
            : new DualRate(InputRange.Amount(fixedCost) / capacity, InputRange.NotNegative(variableRate), all);
    }

    /// <summary>What is charged above what the service cost; below 0, what stays uncovered (under-recovery).</summary>
    /// <param name="actualCost">What the service cost.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="actualCost"/> is beyond its range.</exception>
    public Fraction OverRecovery(decimal actualCost) => Charged - InputRange.Amount(actualCost);

    /// <summary>The service as a sender of fixed amounts: in a run its rest is its under-recovery.</summary>
    /// <param name="service">The center of the service.</param>
    /// <param name="scale">The decimals of the amounts.</param>
    /// <param name="rounding">Where an amount halfway between two goes; each charge is rounded by itself, since a
    /// charge at a price is no share of a whole.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rounding"/> is no rule, or a charge is beyond
    /// 10^15 or has more than 8 decimals.</exception>
    /// <exception cref="OverflowException">A charge is beyond a decimal.</exception>
    public AllocationSender ToSender(CenterCode service, DecimalScale scale, MidpointRounding rounding)
    {
        _ = InputRange.Rule(rounding);
        return new AllocationSender(service, DriverBasis.FixedAmounts, Charges.Select(charge => new AllocationDriver(
            charge.User.Center, charge.Total.RoundTo(scale.Digits, rounding))));
    }
}
