using System.Collections.Immutable;

namespace CostCenters.Csv.Shapes;

/// <summary>How an amount stands in a row: in one column, in two for debit and credit, or with its sign in another.
/// </summary>
/// <remarks>
/// <code>
/// AmountSource ledger = AmountSource.FromDebitAndCredit(ColumnSource.Named("Debit"), ColumnSource.Named("Credit"));
/// AmountSource datev = AmountSource.FromColumn(ColumnSource.Named("Umsatz"))
///     .SignedBy(ColumnSource.Named("Soll/Haben-Kennzeichen"), positive: ["S"], negative: ["H"]);
/// </code>
/// Immutable; what no method allows is refused.
/// </remarks>
public sealed class AmountSource
{
    private AmountSource(ColumnSource column, ColumnSource? credit)
    {
        ArgumentNullException.ThrowIfNull(column);
        Column = column;
        Credit = credit;
    }

    private AmountSource(AmountSource other)
    {
        Column = other.Column;
        Credit = other.Credit;
        Nets = other.Nets;
        AllowsMinus = other.AllowsMinus;
        Sign = other.Sign;
        Positive = other.Positive;
        Negative = other.Negative;
        Shift = other.Shift;
    }

    /// <summary>The column of the amount, or that of debits.</summary>
    public ColumnSource Column { get; }

    /// <summary>The column of credits, which count negative; null where there is one column.</summary>
    public ColumnSource? Credit { get; }

    /// <summary>Whether a row may fill both columns and then counts debit − credit.</summary>
    public bool Nets { get; private init; }

    /// <summary>Whether a minus in the column of debits or credits, or beside a sign column, turns the sign.</summary>
    public bool AllowsMinus { get; private init; }

    /// <summary>The column of the sign, or null.</summary>
    public ColumnSource? Sign { get; private init; }

    /// <summary>The texts of the sign column that mean a positive amount.</summary>
    public ImmutableArray<string> Positive { get; private init; } = [];

    /// <summary>The texts of the sign column that mean a negative amount.</summary>
    public ImmutableArray<string> Negative { get; private init; } = [];

    /// <summary>How many places the decimal point moves to the right: 3 for a file in thousands.</summary>
    public int Shift { get; private init; }

    /// <summary>Amounts in one column, with their signs.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentNullException"><paramref name="column"/> is null.</exception>
    public static AmountSource FromColumn(ColumnSource column) => new(column, null);

    /// <summary>Debits (or money out) in one column, credits (or money in) in another.</summary>
    /// <remarks>The amount is debit or −credit; an empty cell or one of zero is no amount, unless both are, which is an
    /// amount of zero. Both filled is a fault, and so is a minus.</remarks>
    /// <param name="debit">The column of amounts that count positive.</param>
    /// <param name="credit">The column of amounts that count negative.</param>
    /// <exception cref="ArgumentNullException">A column is null.</exception>
    public static AmountSource FromDebitAndCredit(ColumnSource debit, ColumnSource credit)
    {
        ArgumentNullException.ThrowIfNull(credit);
        return new(debit, credit);
    }

    /// <summary>A row may fill both columns; its amount is debit − credit.</summary>
    /// <exception cref="InvalidOperationException">There is one column.</exception>
    public AmountSource Netting() => Credit is null
        ? throw new InvalidOperationException("There is one column of amounts, so nothing is netted.")
        : new(this) { Nets = true };

    /// <summary>A minus turns the sign that the column, or the sign column, gives.</summary>
    /// <exception cref="InvalidOperationException">The amounts stand with their signs in one column.</exception>
    public AmountSource WithMinus() => Credit is null && Sign is null
        ? throw new InvalidOperationException("The amounts have their own signs; a minus is read anyway.")
        : new(this) { AllowsMinus = true };

    /// <summary>The amounts of the column have no signs; another column has them.</summary>
    /// <remarks>A text that is neither is a fault, an empty one too.</remarks>
    /// <param name="sign">The column of the sign.</param>
    /// <param name="positive">The texts of a positive amount, such as <c>S</c>, compared without letter case.</param>
    /// <param name="negative">The texts of a negative amount, such as <c>H</c>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A list is empty, or a text is in both.</exception>
    /// <exception cref="InvalidOperationException">There are two columns, for debits and credits.</exception>
    public AmountSource SignedBy(ColumnSource sign, IEnumerable<string> positive, IEnumerable<string> negative)
    {
        ArgumentNullException.ThrowIfNull(sign);
        ImmutableArray<string> positives = [.. positive];
        ImmutableArray<string> negatives = [.. negative];
        if (positives.IsEmpty || negatives.IsEmpty
            || positives.Intersect(negatives, StringComparer.OrdinalIgnoreCase).Any())
        {
            throw new ArgumentException("Name the texts of both signs, none of them twice.", nameof(positive));
        }

        return Credit is not null
            ? throw new InvalidOperationException("Debit and credit columns have no sign column.")
            : new(this) { Sign = sign, Positive = positives, Negative = negatives };
    }

    /// <summary>The amounts are written in thousands, millions or another power of ten.</summary>
    /// <param name="places">3 for thousands, 6 for millions; 1 to 9, or -1 to -9 for amounts in minor units.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is 0 or out of bounds.</exception>
    public AmountSource InPowersOfTen(int places)
    {
        ArgumentOutOfRangeException.ThrowIfZero(places);
        ArgumentOutOfRangeException.ThrowIfLessThan(places, -9);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, 9);
        return new(this) { Shift = places };
    }
}
