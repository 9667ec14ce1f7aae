namespace CostCenters.Support.Contacts;

/// <summary>What can be counted of contacts.</summary>
public enum ContactMeasure
{
    /// <summary>Tickets that were opened, each once.</summary>
    Tickets,

    /// <summary>Contacts, repeated ones included.</summary>
    Contacts,

    /// <summary>Contacts beyond the first of their ticket.</summary>
    RepeatedContacts,

    /// <summary>Tickets that got a first answer.</summary>
    Answered,

    /// <summary>Tickets that were resolved.</summary>
    Resolved,

    /// <summary>Tickets that were resolved with their first contact.</summary>
    ResolvedAtFirstContact,

    /// <summary>Tickets with a score.</summary>
    Scored,

    /// <summary>How often a ticket was opened again after it had been resolved.</summary>
    Reopened,

    /// <summary>Tickets that stood resolved after all their events of a period, those reopened included.</summary>
    FullyResolved,
}
