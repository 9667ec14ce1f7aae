using CostCenters.KeyFigures;
using CostCenters.Structure;

namespace CostCenters.Samples.SupportDesk;

/// <summary>The key figures of a desk, and how they come together.</summary>
internal static class DeskFigures
{
    public static readonly KeyFigureCode Contacts = new("contacts");
    public static readonly KeyFigureCode Customers = new("customers");
    public static readonly KeyFigureCode HandlingMinutes = new("handling_minutes");
    public static readonly KeyFigureCode PaidMinutes = new("paid_minutes");
    public static readonly KeyFigureCode FollowedByContact = new("followed_by_contact");
    public static readonly KeyFigureCode ContactsPerCustomer = new("contacts_per_customer");

    /// <summary>The tickets of a cause, which are counted from contacts.csv.</summary>
    public static KeyFigureCode TicketsOf(string cause) => new($"tickets: {cause}");

    public static KeyFigureCatalog CatalogWith(IEnumerable<string> causes) => new(
    [
        KeyFigure.Flow(Contacts, "contacts", KeyFigurePreference.Neutral),
        KeyFigure.Stock(Customers, "customers", KeyFigurePreference.MoreIsBetter, StockRule.Average),
        KeyFigure.Flow(HandlingMinutes, "minutes", KeyFigurePreference.Neutral),
        KeyFigure.Flow(PaidMinutes, "minutes", KeyFigurePreference.Neutral),
        KeyFigure.Flow(FollowedByContact, "contacts", KeyFigurePreference.MoreIsWorse),
        KeyFigure.Ratio(
            ContactsPerCustomer, "contacts per customer", KeyFigurePreference.MoreIsWorse, Contacts, Customers),
        .. causes.Select(cause => KeyFigure.Flow(TicketsOf(cause), "tickets", KeyFigurePreference.MoreIsWorse)),
    ]);
}
