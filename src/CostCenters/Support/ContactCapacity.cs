using System.Collections.Immutable;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.UnitCosts;

namespace CostCenters.Support;

/// <summary>The time that support is paid for against the time that contacts need, and what a contact costs by it.
/// </summary>
/// <remarks>
/// <para>Rate = cost / paid minutes. Cost of a contact = its minutes x rate, so the cost of time that nobody needed is
/// not hidden in the contacts: cost = used cost + unused cost, exactly. More needed than paid gives a utilisation above
/// 1 and a negative unused cost. Nothing rounds.</para>
/// <para>Source: Kaplan and Anderson, time-driven activity-based costing. Immutable.</para>
/// </remarks>
public sealed class ContactCapacity
{
    /// <summary>Compares work with capacity.</summary>
    /// <param name="cost">The cost of the capacity.</param>
    /// <param name="paidMinutes">The minutes that are paid for and can be worked (practical capacity).</param>
    /// <param name="work">The work by channel or cause.</param>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the minutes are
    /// negative.</exception>
    public ContactCapacity(decimal cost, decimal paidMinutes, IEnumerable<ContactWork> work)
        : this(InputRange.Amount(cost), InputRange.NotNegative(paidMinutes), work)
    {
    }

    /// <summary>Compares work with capacity, both computed.</summary>
    /// <param name="cost">The cost of the capacity.</param>
    /// <param name="paidMinutes">The minutes that are paid for and can be worked (practical capacity).</param>
    /// <param name="work">The work by channel or cause.</param>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The minutes are negative.</exception>
    public ContactCapacity(Fraction cost, Fraction paidMinutes, IEnumerable<ContactWork> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Cost = cost;
        PaidMinutes = InputRange.NotNegative(paidMinutes);
        Work = [.. work];
        NeededMinutes = Fraction.Sum(Work.Select(each => each.Minutes));
    }

    /// <summary>The cost of the capacity.</summary>
    public Fraction Cost { get; }

    /// <summary>The minutes that are paid for.</summary>
    public Fraction PaidMinutes { get; }

    /// <summary>The minutes that the work needs.</summary>
    public Fraction NeededMinutes { get; }

    /// <summary>The work by channel or cause, as given.</summary>
    public ImmutableArray<ContactWork> Work { get; }

    /// <summary>Needed / paid minutes.</summary>
    public WeightedRatio Utilisation => new(NeededMinutes, PaidMinutes);

    /// <summary>Cost / paid minutes; missing when none is paid.</summary>
    public Figure RatePerMinute => Figure.Quotient(Figure.Of(Cost), Figure.Of(PaidMinutes));

    /// <summary>The cost of the time that the work needs.</summary>
    public Figure UsedCost => Times(NeededMinutes);

    /// <summary>The cost of the time that nobody needed; negative when more was needed than paid.</summary>
    public Figure UnusedCost => Times(PaidMinutes - NeededMinutes);

    /// <summary>The cost of a contact by the time it takes.</summary>
    /// <param name="work">The channel or cause.</param>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is null.</exception>
    public UnitCost CostOf(ContactWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return new UnitCost(Times(work.Minutes), Figure.Of(work.Contacts));
    }

    private Figure Times(Fraction minutes) =>
        RatePerMinute.Value is Fraction rate ? Figure.Of(rate * minutes) : RatePerMinute;
}
