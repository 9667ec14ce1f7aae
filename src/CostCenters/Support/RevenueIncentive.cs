using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.Support;

/// <summary>Whether revenue rewards faults: whether support earns more from a customer because that customer needs help
/// more often.</summary>
/// <remarks>A warning is given when contacts per customer rose and revenue per customer rose with them, as it does when
/// each contact is charged. Revenue per contact that rises too, as with a price that rises with the number of contacts,
/// is a case of it. Without customers on one side nothing can be said. Immutable.</remarks>
public sealed class RevenueIncentive
{
    private RevenueIncentive(
        (SupportDemand Demand, Figure Revenue) before, (SupportDemand Demand, Figure Revenue) after)
    {
        ContactsPerCustomerBefore = before.Demand.ContactsPerCustomer.Figure;
        ContactsPerCustomerAfter = after.Demand.ContactsPerCustomer.Figure;
        RevenuePerCustomerBefore = Figure.Quotient(before.Revenue, Figure.Of(before.Demand.Customers));
        RevenuePerCustomerAfter = Figure.Quotient(after.Revenue, Figure.Of(after.Demand.Customers));
        RevenuePerContactBefore = Figure.Quotient(before.Revenue, Figure.Of(before.Demand.Contacts));
        RevenuePerContactAfter = Figure.Quotient(after.Revenue, Figure.Of(after.Demand.Contacts));
    }

    /// <summary>How often a customer needed help before.</summary>
    public Figure ContactsPerCustomerBefore { get; }

    /// <summary>How often a customer needs help now.</summary>
    public Figure ContactsPerCustomerAfter { get; }

    /// <summary>Revenue per customer before.</summary>
    public Figure RevenuePerCustomerBefore { get; }

    /// <summary>Revenue per customer now.</summary>
    public Figure RevenuePerCustomerAfter { get; }

    /// <summary>Revenue per contact before.</summary>
    public Figure RevenuePerContactBefore { get; }

    /// <summary>Revenue per contact now.</summary>
    public Figure RevenuePerContactAfter { get; }

    /// <summary>Whether revenue rose with the number of faults; null when it cannot be told.</summary>
    public bool? RewardsFaults =>
        HasRisen(ContactsPerCustomerBefore, ContactsPerCustomerAfter) is bool faults
        && HasRisen(RevenuePerCustomerBefore, RevenuePerCustomerAfter) is bool revenue
            ? faults && revenue
            : null;

    /// <summary>Looks at a plan for two demands.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="before">The earlier demand.</param>
    /// <param name="after">The later demand.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static RevenueIncentive Create(PricePlan plan, SupportDemand before, SupportDemand after)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new RevenueIncentive((before, plan.RevenueOf(before)), (after, plan.RevenueOf(after)));
    }

    /// <summary>Looks at revenue that was earned in two spans of time.</summary>
    /// <param name="before">The earlier demand.</param>
    /// <param name="revenueBefore">What it brought in.</param>
    /// <param name="after">The later demand.</param>
    /// <param name="revenueAfter">What it brought in.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A revenue is out of its range.</exception>
    public static RevenueIncentive FromRevenue(
        SupportDemand before, decimal revenueBefore, SupportDemand after, decimal revenueAfter)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new RevenueIncentive(
            (before, Figure.Of(InputRange.Amount(revenueBefore))),
            (after, Figure.Of(InputRange.Amount(revenueAfter))));
    }

    private static bool? HasRisen(Figure before, Figure after) =>
        before.Value is Fraction from && after.Value is Fraction to ? to > from : null;
}
