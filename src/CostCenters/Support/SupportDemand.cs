using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.Support;

/// <summary>How much support was asked for in a span of time.</summary>
public sealed record SupportDemand
{
    /// <summary>Creates a demand.</summary>
    /// <param name="contacts">The contacts.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="months">The months that the span takes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or out of its range.</exception>
    public SupportDemand(decimal contacts, decimal customers, decimal months)
        : this(InputRange.NotNegative(contacts), InputRange.NotNegative(customers), InputRange.NotNegative(months))
    {
    }

    /// <summary>Creates a demand of computed figures, such as a mean number of customers.</summary>
    /// <param name="contacts">The contacts.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="months">The months that the span takes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public SupportDemand(Fraction contacts, Fraction customers, Fraction months)
    {
        Contacts = InputRange.NotNegative(contacts);
        Customers = InputRange.NotNegative(customers);
        Months = InputRange.NotNegative(months);
    }

    /// <summary>The contacts.</summary>
    public Fraction Contacts { get; }

    /// <summary>The customers.</summary>
    public Fraction Customers { get; }

    /// <summary>The months.</summary>
    public Fraction Months { get; }

    /// <summary>Contacts / customers: how often a customer needs help.</summary>
    public WeightedRatio ContactsPerCustomer => new(Contacts, Customers);

    /// <summary>How much of what a price is charged for there was.</summary>
    /// <param name="basis">What is charged for.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such basis.</exception>
    public Fraction UnitsOf(PriceBasis basis) => basis switch
    {
        PriceBasis.Contact => Contacts,
        PriceBasis.Customer => Customers,
        PriceBasis.Month => Months,
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "There is no such basis."),
    };
}
