using CostCenters.Control.Spending;
using CostCenters.Monetary;

namespace CostCenters.Control.Commitments;

/// <summary>A request or an order as it stands while commands run; in counts.</summary>
internal sealed class Commitment(CommitmentEntry entry)
{
    /// <summary>Null as long as every line is open as it was asked for.</summary>
    private CommitmentLine[]? lines;

    public CommitmentEntry Entry => entry;

    /// <summary>How it ended, or null while something is open.</summary>
    public CommitmentState? End { get; private set; }

    public int LineCount => entry.Cells.Length;

    public CommitmentState State =>
        End ?? (IsTakenOver ? CommitmentState.PartlyLiquidated
            : Entry.Document.Stage == SpendingStage.Order ? CommitmentState.Reserved
            : CommitmentState.Requested);

    private bool IsTakenOver => lines is not null && Array.Exists(lines, line => line.TakenOver != 0);

    public CommitmentLine LineAt(int number) => lines is null ? AsAsked(entry.Cells[number].Amount) : lines[number];

    /// <summary>Something of a line goes on to a later stage, with an amount of its own.</summary>
    public void TakeOver(in TakenLine later)
    {
        (int number, long taken, long amount) = (later.TakeOver.Line, later.Taken, later.Amount);
        CommitmentLine[] all = OwnLines();
        CommitmentLine line = all[number];
        all[number] = line with
        {
            Open = line.Open - taken,
            TakenOver = line.TakenOver + amount,
            Exceeded = line.Exceeded + Math.Max(amount - taken, 0),
            Released = line.Released + Math.Max(taken - amount, 0),
            Difference = line.Difference + later.Difference,
        };
        if (Array.TrueForAll(all, each => each.Open == 0))
        {
            End = CommitmentState.Liquidated;
        }
    }

    /// <summary>What went on comes back, because its invoice was reversed; what has ended by now stays ended.</summary>
    /// <returns>What is open again.</returns>
    public long GiveBack(in TakenLine later)
    {
        (int number, long taken, long amount) = (later.TakeOver.Line, later.Taken, later.Amount);
        CommitmentLine[] all = OwnLines();
        CommitmentLine line = all[number];
        bool opens = End is null or CommitmentState.Liquidated;
        all[number] = line with
        {
            Open = line.Open + (opens ? taken : 0),
            TakenOver = line.TakenOver - amount,
            Released = line.Released + amount - (opens ? taken : 0),
            Difference = line.Difference - later.Difference,
        };
        End = opens ? null : End;
        return opens ? taken : 0;
    }

    /// <summary>Everything open ends.</summary>
    public void Finish(bool hasExpired)
    {
        End = hasExpired ? CommitmentState.Expired
            : IsTakenOver ? CommitmentState.Closed
            : CommitmentState.Released;
        foreach (ref CommitmentLine line in OwnLines().AsSpan())
        {
            line = line with { Open = 0, Released = line.Released + line.Open };
        }
    }

    public CommitmentStatus ToStatus(DecimalScale scale) =>
        new(Entry, State, [.. entry.Document.Lines.Select((line, number) =>
            new CommitmentLineStatus(line, scale, LineAt(number)))]);

    private CommitmentLine[] OwnLines() => lines ??= [.. entry.Cells.Select(cell => AsAsked(cell.Amount))];

    private static CommitmentLine AsAsked(long amount) => new() { Asked = amount, Open = amount };
}

/// <summary>One line in counts: asked + exceeded = open + taken over + released.</summary>
/// <remarks>Invoices and their reversals may follow each other without end, which 64 bits would not hold.</remarks>
internal readonly record struct CommitmentLine(
    long Asked, long Open, Int128 TakenOver, Int128 Exceeded, Int128 Released, TakenDifference Difference);
