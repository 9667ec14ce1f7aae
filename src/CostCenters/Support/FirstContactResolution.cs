using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Support;

/// <summary>What it is worth to resolve a matter with its first contact.</summary>
/// <remarks>Which tickets the share is taken of is the caller's choice: all tickets (Giva), or the resolved ones alone
/// (Freshservice). Nothing rounds.</remarks>
public static class FirstContactResolution
{
    /// <summary>The key of the escalations node.</summary>
    public const string EscalationsKey = "escalations";

    /// <summary>The key of the repeated contacts node.</summary>
    public const string RepeatedContactsKey = "repeated-contacts";

    /// <summary>The change of cost when more tickets are resolved at the first level.</summary>
    /// <param name="tickets">The tickets.</param>
    /// <param name="shareBefore">The share that was resolved at the first level, 0 to 1.</param>
    /// <param name="shareAfter">The share that is, 0 to 1.</param>
    /// <param name="firstLevelCost">The cost of a ticket that is resolved at the first level.</param>
    /// <param name="escalatedCost">The cost of a ticket that is escalated.</param>
    /// <returns>A leaf: amount = -escalations avoided x (escalated cost - first-level cost). Its input
    /// <c>escalations avoided</c> = tickets x (share after - share before).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or out of its range, or a share is above
    /// 1.</exception>
    public static VarianceNode EscalationChange(
        decimal tickets, decimal shareBefore, decimal shareAfter, decimal firstLevelCost, decimal escalatedCost)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shareBefore, 1m);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shareAfter, 1m);
        Fraction avoided = InputRange.NotNegative(tickets)
            * (InputRange.NotNegative(shareAfter) - InputRange.NotNegative(shareBefore));
        Fraction saved = InputRange.NotNegative(escalatedCost) - InputRange.NotNegative(firstLevelCost);
        return VarianceNode.Leaf(
            EscalationsKey,
            "escalations",
            VarianceBasis.Cost,
            -(avoided * saved),
            "-tickets x (share after - share before) x (escalated cost - first-level cost)",
            [
                new("escalations avoided", avoided, InputUnit.Of("tickets")),
                new("cost of an escalation", saved, InputUnit.AnyMoney.Per("ticket")),
            ]);
    }

    /// <summary>The cost of contacts that are only repeated because the first one did not resolve the matter.</summary>
    /// <param name="contacts">The first contacts.</param>
    /// <param name="unresolvedShare">The share of them that did not resolve their matter, 0 to 1.</param>
    /// <param name="extraContactsEach">How many further contacts each of these brings.</param>
    /// <param name="costPerContact">The cost of a contact.</param>
    /// <returns>A leaf: amount = extra contacts x cost per contact. Its input <c>unresolved</c> = contacts x unresolved
    /// share, and <c>extra contacts</c> = unresolved x extra contacts each.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or out of its range, or the share is above
    /// 1.</exception>
    public static VarianceNode RepeatedContactCost(
        decimal contacts, decimal unresolvedShare, decimal extraContactsEach, decimal costPerContact)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(unresolvedShare, 1m);
        Fraction unresolved = InputRange.NotNegative(contacts) * InputRange.NotNegative(unresolvedShare);
        Fraction extra = unresolved * InputRange.NotNegative(extraContactsEach);
        Fraction cost = InputRange.NotNegative(costPerContact);
        return VarianceNode.Leaf(
            RepeatedContactsKey,
            "repeated contacts",
            VarianceBasis.Cost,
            extra * cost,
            "contacts x unresolved share x extra contacts each x cost per contact",
            [
                new("unresolved", unresolved, InputUnit.Of("contacts")),
                new("extra contacts", extra, InputUnit.Of("contacts")),
                new("cost per contact", cost, InputUnit.AnyMoney.Per("contact")),
            ]);
    }
}
