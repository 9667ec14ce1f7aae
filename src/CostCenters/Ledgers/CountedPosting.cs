using System.Text.Json.Serialization;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;

namespace CostCenters.Ledgers;

/// <summary>A posting by numbers: what importers and query results hand to a ledger.</summary>
/// <remarks>Nothing is checked here: the ledger does that. Immutable.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct CountedPosting
{
    /// <summary>Creates a posting.</summary>
    /// <param name="center">The number of the center in its hierarchy.</param>
    /// <param name="element">The number of the element in its chart.</param>
    /// <param name="day">The day, as <see cref="FiscalCalendar.DayNumber"/> counts.</param>
    /// <param name="amount">Counts at the scale of the space, with natural sign.</param>
    /// <param name="quantity">Counts at <see cref="DecimalScale.Quantity"/>, or null when there is none.</param>
    /// <param name="reference">The number of a voucher or order, or null.</param>
    /// <param name="text">What it was for, or null.</param>
    [JsonConstructor]
    public CountedPosting(
        int center,
        int element,
        int day,
        long amount,
        long? quantity = null,
        string? reference = null,
        string? text = null)
    {
        Center = center;
        Element = element;
        Day = day;
        Amount = amount;
        Quantity = quantity;
        Reference = reference;
        Text = text;
    }

    /// <summary>The number of the center in its hierarchy.</summary>
    public int Center { get; }

    /// <summary>The number of the element in its chart.</summary>
    public int Element { get; }

    /// <summary>The day, as <see cref="FiscalCalendar.DayNumber"/> counts.</summary>
    public int Day { get; }

    /// <summary>Counts at the scale of the space, with natural sign.</summary>
    public long Amount { get; }

    /// <summary>Counts at <see cref="DecimalScale.Quantity"/>, or null when there is none.</summary>
    public long? Quantity { get; }

    /// <summary>The number of a voucher or order, or null.</summary>
    public string? Reference { get; }

    /// <summary>What it was for, or null.</summary>
    public string? Text { get; }

    /// <summary>The posting that the numbers stand for.</summary>
    /// <param name="space">The space that numbers centers and elements.</param>
    /// <exception cref="ArgumentNullException"><paramref name="space"/> is null.</exception>
    /// <exception cref="IndexOutOfRangeException">The space has no such center or element.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such day.</exception>
    public Posting ToPosting(CubeSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentOutOfRangeException.ThrowIfNegative(Day);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Day, FiscalCalendar.DayCount);
        return new Posting(
            FiscalCalendar.FirstDate.PlusDays(Day),
            space.Centers.Centers[Center].Code,
            space.Elements.Elements[Element].Code,
            space.Scale.ToDecimal(Amount),
            Quantity is long count ? DecimalScale.Quantity.ToDecimal(count) : null,
            Reference,
            Text);
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(CountedPosting),
        (nameof(Center), Center),
        (nameof(Element), Element),
        (nameof(Day), Day),
        (nameof(Amount), Amount),
        (nameof(Quantity), Quantity),
        (nameof(Reference), Reference),
        (nameof(Text), Text));
}
