using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Support;

/// <summary>Value that is credited to a center beside the accounts.</summary>
/// <remarks>Not a posting: no ledger and no cube ever holds it. Immutable.</remarks>
public sealed record MemoPosting
{
    /// <summary>Credits value.</summary>
    /// <param name="period">The fiscal period.</param>
    /// <param name="center">The center.</param>
    /// <param name="kind">What it was for.</param>
    /// <param name="value">The value, positive to the credit of the center.</param>
    /// <param name="text">Who says so, and from what.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind, or the value is out of its
    /// range.</exception>
    public MemoPosting(FiscalPeriod period, CenterCode center, MemoKind kind, decimal value, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind.");
        }

        Period = period;
        Center = center;
        Kind = kind;
        Value = InputRange.Amount(value);
        Text = text;
    }

    /// <summary>The fiscal period.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>What it was for.</summary>
    public MemoKind Kind { get; }

    /// <summary>The value, positive to the credit of the center.</summary>
    public Fraction Value { get; }

    /// <summary>Who says so, and from what.</summary>
    public string Text { get; }
}
