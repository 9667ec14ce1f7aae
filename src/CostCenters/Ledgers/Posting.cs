using System.Text.Json.Serialization;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Ledgers;

/// <summary>One dated amount on one center and element; never edited, only reversed.</summary>
/// <remarks>
/// Natural signs: a cost incurred and a revenue earned are positive, credits are negative. Immutable.
/// </remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Posting
{
    /// <summary>Creates a posting.</summary>
    /// <param name="date">The day that decides the fiscal period.</param>
    /// <param name="center">The center that answers for it.</param>
    /// <param name="element">The kind of cost or revenue.</param>
    /// <param name="amount">In the currency of the document, exact.</param>
    /// <param name="quantity">In the element's unit, at most six decimals and 10^12; null when there is none.</param>
    /// <param name="reference">The number of a voucher or order, or null.</param>
    /// <param name="text">What it was for, or null.</param>
    /// <param name="adjustmentPeriod">Null for a period by date; 1 for the first adjustment period of the fiscal year
    /// of the date, and so on.</param>
    /// <exception cref="ArgumentException"><paramref name="center"/> or <paramref name="element"/> is a default value,
    /// or <paramref name="reference"/> or <paramref name="text"/> has a NUL or half of a surrogate pair.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="adjustmentPeriod"/> is below 1.</exception>
    public Posting(
        LocalDate date,
        CenterCode center,
        ElementCode element,
        decimal amount,
        decimal? quantity = null,
        string? reference = null,
        string? text = null,
        int? adjustmentPeriod = null)
    {
        if (center == default || element == default)
        {
            throw new ArgumentException("A posting needs a center and an element.");
        }

        if (adjustmentPeriod is int number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(adjustmentPeriod));
        }

        Date = date;
        Center = center;
        Element = element;
        Amount = amount;
        Quantity = quantity;
        Reference = reference is null ? null : WholeText.Require(reference);
        Text = text is null ? null : WholeText.Require(text);
        AdjustmentPeriod = adjustmentPeriod;
    }

    /// <summary>The day that decides the fiscal period.</summary>
    [JsonConverter(typeof(IsoJsonConverter<LocalDate>))]
    public LocalDate Date { get; }

    /// <summary>The center that answers for it.</summary>
    public CenterCode Center { get; }

    /// <summary>The kind of cost or revenue.</summary>
    public ElementCode Element { get; }

    /// <summary>In the currency of the document, with natural sign.</summary>
    public decimal Amount { get; }

    /// <summary>In the element's unit, or null when there is none.</summary>
    public decimal? Quantity { get; }

    /// <summary>The number of a voucher or order, or null.</summary>
    public string? Reference { get; }

    /// <summary>What it was for, or null.</summary>
    public string? Text { get; }

    /// <summary>Null for a period by date, else which adjustment period of the fiscal year of the date.</summary>
    public int? AdjustmentPeriod { get; }

    /// <summary>The posting that takes this one back: amount and quantity with opposite signs.</summary>
    /// <param name="date">Its day, or null for the same day.</param>
    internal Posting Reversed(LocalDate? date) =>
        new(
            date ?? Date,
            Center,
            Element,
            -Amount,
            -Quantity,
            Reference,
            Text,
            date is null || date == Date ? AdjustmentPeriod : null);

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(Posting),
        (nameof(Date), Date),
        (nameof(Center), Center),
        (nameof(Element), Element),
        (nameof(Amount), Amount),
        (nameof(Quantity), Quantity),
        (nameof(Reference), Reference),
        (nameof(Text), Text),
        (nameof(AdjustmentPeriod), AdjustmentPeriod));
}
