using System.Globalization;

namespace CostCenters.Ledgers;

/// <summary>A moment of a ledger: the number that it gave to a command, 1 for the first.</summary>
/// <remarks>The same moment gives the same figures for ever. <c>default(Moment)</c> is the empty ledger.</remarks>
public readonly record struct Moment : IComparable<Moment>
{
    /// <summary>Creates a moment.</summary>
    /// <param name="number">0 for the empty ledger, else the number of the command.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is negative.</exception>
    public Moment(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        Number = number;
    }

    /// <summary>How many commands had been taken.</summary>
    public long Number { get; }

    /// <summary>Whether one moment is before another.</summary>
    public static bool operator <(Moment left, Moment right) => left.Number < right.Number;

    /// <summary>Whether one moment is after another.</summary>
    public static bool operator >(Moment left, Moment right) => left.Number > right.Number;

    /// <summary>Whether one moment is before another or the same.</summary>
    public static bool operator <=(Moment left, Moment right) => left.Number <= right.Number;

    /// <summary>Whether one moment is after another or the same.</summary>
    public static bool operator >=(Moment left, Moment right) => left.Number >= right.Number;

    /// <inheritdoc/>
    public int CompareTo(Moment other) => Number.CompareTo(other.Number);

    /// <summary>The number.</summary>
    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}
