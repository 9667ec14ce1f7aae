using CostCenters.Cubes;

namespace CostCenters.Ledgers;

/// <summary>A cell whose quantity is known in part only: some of its postings have a quantity, and others have an
/// amount without one.</summary>
/// <remarks>
/// <para>The cell of a cube has the whole amount beside the quantity of a part, so that its price and every price
/// variance and unit cost over it are wrong. Postings without a quantity whose amounts add up to 0, such as one and its
/// reversal, change no price, and make no cell partial.</para>
/// <para>Amount of the cell = <see cref="AmountWithQuantity"/> + <see cref="AmountWithoutQuantity"/>, in the currency
/// of the ledger with natural signs; no rounding. Immutable.</para>
/// </remarks>
public sealed record PartialQuantity
{
    internal PartialQuantity(
        CellAddress cell, decimal quantity, decimal amountWithQuantity, decimal amountWithoutQuantity)
    {
        Cell = cell;
        Quantity = quantity;
        AmountWithQuantity = amountWithQuantity;
        AmountWithoutQuantity = amountWithoutQuantity;
    }

    /// <summary>Center, element and period.</summary>
    public CellAddress Cell { get; }

    /// <summary>The sum of the quantities that there are, in the unit of the element; it may be 0.</summary>
    public decimal Quantity { get; }

    /// <summary>The sum of the postings with a quantity.</summary>
    public decimal AmountWithQuantity { get; }

    /// <summary>The sum of the postings without one; never 0.</summary>
    public decimal AmountWithoutQuantity { get; }

    /// <summary>Looks at the postings behind a cell.</summary>
    /// <param name="cell">Center, element and period, which the result bears.</param>
    /// <param name="postings">All postings of the cell, such as <see cref="LedgerSnapshot.PostingsOf(CellAddress,
    /// CancellationToken)"/> gives, in any order.</param>
    /// <returns>The sums of both parts; null where all that has an amount has a quantity, or nothing has one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="postings"/> is null.</exception>
    /// <exception cref="OverflowException">A sum outgrows a decimal.</exception>
    public static PartialQuantity? Find(CellAddress cell, IEnumerable<Posting> postings)
    {
        ArgumentNullException.ThrowIfNull(postings);
        decimal? quantity = null;
        decimal with = 0m;
        decimal without = 0m;
        foreach (Posting posting in postings)
        {
            if (posting.Quantity is decimal counted)
            {
                quantity = (quantity ?? 0m) + counted;
                with += posting.Amount;
            }
            else
            {
                without += posting.Amount;
            }
        }

        return quantity is decimal known && without != 0m ? new PartialQuantity(cell, known, with, without) : null;
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(PartialQuantity),
        (nameof(Cell), Cell),
        (nameof(Quantity), Quantity),
        (nameof(AmountWithQuantity), AmountWithQuantity),
        (nameof(AmountWithoutQuantity), AmountWithoutQuantity));
}
