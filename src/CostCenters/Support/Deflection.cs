using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Support;

/// <summary>What self-service saved: contacts that did not reach the people of support.</summary>
public static class Deflection
{
    /// <summary>The key of the deflection node.</summary>
    public const string DeflectionKey = "deflection";

    /// <summary>The key of the contacts avoided node.</summary>
    public const string ContactsAvoidedKey = "contacts-avoided";

    /// <summary>The key of the sessions node.</summary>
    public const string SessionsKey = "sessions";

    /// <summary>Measures the deflection of some periods.</summary>
    /// <param name="sessions">Sessions in self-service.</param>
    /// <param name="followedByContact">The sessions after which the customer turned to support all the same.</param>
    /// <param name="assistedCost">The variable cost of an assisted contact.</param>
    /// <param name="selfServiceCost">The variable cost of a session.</param>
    /// <returns>The change of cost: contacts avoided = -(sessions - followed) x assisted cost, sessions = sessions x
    /// self-service cost. Nothing rounds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or out of its range, or more sessions were
    /// followed by a contact than there were.</exception>
    public static VarianceNode Analyze(
        decimal sessions, decimal followedByContact, decimal assistedCost, decimal selfServiceCost) =>
        Analyze(
            InputRange.NotNegative(sessions),
            InputRange.NotNegative(followedByContact),
            InputRange.NotNegative(assistedCost),
            InputRange.NotNegative(selfServiceCost));

    /// <summary>Measures the deflection of some periods by computed figures, such as the cost of a contact.</summary>
    /// <param name="sessions">Sessions in self-service.</param>
    /// <param name="followedByContact">The sessions after which the customer turned to support all the same.</param>
    /// <param name="assistedCost">The variable cost of an assisted contact.</param>
    /// <param name="selfServiceCost">The variable cost of a session.</param>
    /// <returns>The same tree.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or more sessions were followed by a contact
    /// than there were.</exception>
    public static VarianceNode Analyze(
        Fraction sessions, Fraction followedByContact, Fraction assistedCost, Fraction selfServiceCost)
    {
        Fraction all = InputRange.NotNegative(sessions);
        Fraction followed = InputRange.NotNegative(followedByContact);
        Fraction assisted = InputRange.NotNegative(assistedCost);
        Fraction self = InputRange.NotNegative(selfServiceCost);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(followedByContact, sessions);
        return VarianceNode.Sum(DeflectionKey, "deflection", "contacts avoided + sessions",
        [
            VarianceNode.Leaf(
                ContactsAvoidedKey,
                "contacts avoided",
                VarianceBasis.Cost,
                -((all - followed) * assisted),
                "-(sessions - sessions followed by a contact) x assisted cost",
                [
                    new("sessions", all, InputUnit.Of("sessions")),
                    new("sessions followed by a contact", followed, InputUnit.Of("sessions")),
                    new("assisted cost", assisted, InputUnit.AnyMoney.Per("contact")),
                ]),
            VarianceNode.Leaf(
                SessionsKey,
                "sessions",
                VarianceBasis.Cost,
                all * self,
                "sessions x self-service cost",
                [
                    new("sessions", all, InputUnit.Of("sessions")),
                    new("self-service cost", self, InputUnit.AnyMoney.Per("session")),
                ]),
        ]);
    }
}
