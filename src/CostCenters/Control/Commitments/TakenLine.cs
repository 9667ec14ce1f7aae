using CostCenters.Control.Spending;
using CostCenters.Monetary;

namespace CostCenters.Control.Commitments;

/// <summary>A take-over in counts: of which line of the new document, how much is taken, the amount of that line, and
/// why the two differ.</summary>
internal readonly record struct TakenLine(
    int Line, TakeOver TakeOver, long Taken, long Amount, TakenDifference Difference);

/// <summary>Why the amounts of lines differ from what they take over, in counts; what is neither quantity nor rate is
/// price.</summary>
internal readonly record struct TakenDifference(Int128 Total, Int128 Quantity, Int128 Rate)
{
    public Int128 Price => Total - Quantity - Rate;

    public static TakenDifference operator +(TakenDifference left, TakenDifference right) =>
        new(left.Total + right.Total, left.Quantity + right.Quantity, left.Rate + right.Rate);

    public static TakenDifference operator -(TakenDifference left, TakenDifference right) =>
        new(left.Total - right.Total, left.Quantity - right.Quantity, left.Rate - right.Rate);

    /// <summary>Between a line and what it takes over from an earlier one.</summary>
    public static TakenDifference Of(
        SpendingLine earlier, SpendingLine line, long taken, long amount, DecimalScale scale)
    {
        long atFrozenRate = earlier.Foreign is ForeignAmount frozen && line.Foreign is ForeignAmount now
            ? frozen.CountOf(now, scale)
            : amount;
        long quantity = earlier.Posting.Quantity is decimal ordered and not 0m && line.Posting.Quantity is decimal came
            ? scale.ToCount((Fraction.Of(earlier.Posting.Amount) * Fraction.Of(came) / Fraction.Of(ordered))
                .RoundTo(scale.Digits, MidpointRounding.ToEven)) - taken
            : 0;
        return new TakenDifference((Int128)amount - taken, quantity, (Int128)amount - atFrozenRate);
    }
}
