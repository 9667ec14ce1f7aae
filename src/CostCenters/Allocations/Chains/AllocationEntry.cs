using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>One side of a charge as a ledger books it: the receiver with the amount, the sender with its opposite.
/// </summary>
/// <remarks>A row without a ledger: whoever has one posts the rows of a chain as one document, which is balanced, and
/// whose reversal takes all of it back. Equal when all parts are equal.</remarks>
public sealed record AllocationEntry
{
    internal AllocationEntry(
        string rule, FiscalPeriod period, CenterCode center, ElementCode element, decimal amount, CenterCode partner)
    {
        Rule = rule;
        Period = period;
        Center = center;
        Element = element;
        Amount = amount;
        Partner = partner;
    }

    /// <summary>The rule that charged.</summary>
    public string Rule { get; }

    /// <summary>The fiscal period.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>The secondary element, or the original one of a distribution.</summary>
    public ElementCode Element { get; }

    /// <summary>In the currency of the cost: a charge as it is, a credit with the opposite sign.</summary>
    public decimal Amount { get; }

    /// <summary>The other center: of a charge the sender, of a credit the receiver.</summary>
    public CenterCode Partner { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(AllocationEntry),
        (nameof(Rule), Rule),
        (nameof(Period), Period),
        (nameof(Center), Center),
        (nameof(Element), Element),
        (nameof(Amount), Amount),
        (nameof(Partner), Partner));
}
