using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.Reports.Reading;

/// <summary>One step of a <see cref="Bridge"/>.</summary>
public sealed record BridgeStep
{
    internal BridgeStep(Center? center, CostElement? element, FiscalPeriod? period, decimal amount, decimal running)
    {
        Center = center;
        Element = element;
        Period = period;
        Amount = amount;
        Running = running;
    }

    /// <summary>The center whose own amounts make the step; null in a bridge by another dimension.</summary>
    public Center? Center { get; }

    /// <summary>The element; null in a bridge by another dimension.</summary>
    public CostElement? Element { get; }

    /// <summary>The period; null in a bridge by another dimension.</summary>
    public FiscalPeriod? Period { get; }

    /// <summary>Actual - budget of the step, in the measure of the bridge.</summary>
    public decimal Amount { get; }

    /// <summary>The budget and all steps so far.</summary>
    public decimal Running { get; }

    /// <summary>The code of the center or element, or the period.</summary>
    internal string Code => Center?.Code.Value ?? Element?.Code.Value ?? Period.ToString()!;

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(BridgeStep),
        (nameof(Center), Center),
        (nameof(Element), Element),
        (nameof(Period), Period),
        (nameof(Amount), Amount),
        (nameof(Running), Running));
}
