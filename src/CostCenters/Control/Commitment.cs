using CostCenters.Monetary;

namespace CostCenters.Control;

/// <summary>A request or an order as it stands while commands run; in counts.</summary>
internal sealed class Commitment
{
    private readonly CommitmentLine[] lines;

    public Commitment(CommitmentEntry entry)
    {
        Entry = entry;
        lines = new CommitmentLine[entry.Cells.Length];
        for (int line = 0; line < lines.Length; line++)
        {
            long amount = entry.Cells[line].Amount;
            lines[line] = new CommitmentLine { Asked = amount, Open = amount };
        }
    }

    public CommitmentEntry Entry { get; }

    /// <summary>How it ended, or null while something is open.</summary>
    public CommitmentState? End { get; private set; }

    public ReadOnlySpan<CommitmentLine> Lines => lines;

    public CommitmentState State =>
        End ?? (Array.Exists(lines, line => line.TakenOver != 0) ? CommitmentState.PartlyLiquidated
            : Entry.Document.Stage == SpendingStage.Order ? CommitmentState.Reserved
            : CommitmentState.Requested);

    /// <summary>Something of a line goes on to a later stage, with an amount of its own.</summary>
    public void TakeOver(in TakenLine later)
    {
        (int number, long taken, long amount) = (later.TakeOver.Line, later.Taken, later.Amount);
        CommitmentLine line = lines[number];
        lines[number] = line with
        {
            Open = line.Open - taken,
            TakenOver = line.TakenOver + amount,
            Exceeded = line.Exceeded + Math.Max(amount - taken, 0),
            Released = line.Released + Math.Max(taken - amount, 0),
            Difference = line.Difference + later.Difference,
        };
        if (Array.TrueForAll(lines, each => each.Open == 0))
        {
            End = CommitmentState.Liquidated;
        }
    }

    /// <summary>What went on comes back, because its invoice was reversed; what has ended by now stays ended.</summary>
    /// <returns>What is open again.</returns>
    public long GiveBack(in TakenLine later)
    {
        (int number, long taken, long amount) = (later.TakeOver.Line, later.Taken, later.Amount);
        CommitmentLine line = lines[number];
        bool opens = End is null or CommitmentState.Liquidated;
        lines[number] = line with
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
            : Array.Exists(lines, line => line.TakenOver != 0) ? CommitmentState.Closed
            : CommitmentState.Released;
        for (int number = 0; number < lines.Length; number++)
        {
            CommitmentLine line = lines[number];
            lines[number] = line with { Open = 0, Released = line.Released + line.Open };
        }
    }

    public CommitmentStatus ToStatus(DecimalScale scale) =>
        new(Entry, State, [.. lines.Select((line, number) => new CommitmentLineStatus(
            Entry.Document.Lines[number], scale, line))]);
}

/// <summary>One line in counts: asked + exceeded = open + taken over + released.</summary>
/// <remarks>Invoices and their reversals may follow each other without end, which 64 bits would not hold.</remarks>
internal readonly record struct CommitmentLine(
    long Asked, long Open, Int128 TakenOver, Int128 Exceeded, Int128 Released, TakenDifference Difference);
