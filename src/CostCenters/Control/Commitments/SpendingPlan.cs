using System.Collections.Immutable;
using CostCenters.Control.Spending;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;

namespace CostCenters.Control.Commitments;

/// <summary>A document in numbers, and everything that is wrong with it, money aside.</summary>
/// <remarks>Made from immutable parts before a command, so that commands wait for each other no longer than they must;
/// what it takes over is looked up inside.</remarks>
internal sealed class SpendingPlan
{
    private readonly List<CommandFault> faults = [];
    private List<TakenLine>? takeOvers;
    private Dictionary<(DocumentId Document, int Line), (Int128 Taken, Int128 Amount)>? taken;
    private readonly PostingRules rules;
    private readonly CenterPeriodSet closed;

    public SpendingPlan(SpendingDocument document, PostingRules rules, CenterPeriodSet closed)
    {
        this.rules = rules;
        this.closed = closed;
        Document = document;
        Space = rules.Space;
        if (document.Currency != Space.Currency)
        {
            Tell(
                CommandFaultKind.CurrencyMismatch,
                null,
                $"Document '{document.Id}' is in {document.Currency}, the book in {Space.Currency}; convert it first.");
            return;
        }

        var cells = ImmutableArray.CreateBuilder<CellChange>(document.Lines.Length);
        for (int line = 0; line < document.Lines.Length; line++)
        {
            PostingEncoder.Encoded encoded =
                PostingEncoder.Encode(rules, closed, document.Lines[line].Posting, line, faults);
            cells.Add(new CellChange(
                encoded.Key.Center,
                encoded.Key.Element,
                Space.Calendar.OrdinalOf(encoded.Key.PeriodIn(Space.Calendar)),
                encoded.Amount));
            Require(document.Lines[line], line);
        }

        Cells = cells.MoveToImmutable();
    }

    public SpendingDocument Document { get; }

    public CubeSpace Space { get; }

    /// <summary>The cell and the amount of each line.</summary>
    public ImmutableArray<CellChange> Cells { get; } = [];

    public ImmutableArray<TakenLine> TakeOvers { get; private set; } = [];

    /// <summary>The foreign amounts of the lines that have one.</summary>
    public static IEnumerable<(int Line, ForeignAmount Amount)> ForeignOf(SpendingDocument document) =>
        document.Lines.Index().Where(line => line.Item.Foreign is not null)
            .Select(line => (line.Index, line.Item.Foreign!));

    public IReadOnlyList<CommandFault> Faults => faults;

    private void Require(SpendingLine line, int number)
    {
        if (line.Foreign is ForeignAmount foreign
            && (foreign.Rate.To != Space.Currency || !foreign.Makes(line.Posting.Amount, Space.Scale)))
        {
            Tell(
                CommandFaultKind.CurrencyMismatch,
                number,
                $"Line {number}: {foreign.Amount} at {foreign.Rate} is not {line.Posting.Amount} {Space.Currency}.");
        }

        if (line.Posting.Amount <= 0m && (Document.Stage != SpendingStage.Actual || line.TakesOver is not null))
        {
            string instead = Document.Stage == SpendingStage.Actual && line.Posting.Amount == 0m
                ? $"; to give back what '{line.TakesOver!.Document}' has open, release it"
                : string.Empty;
            Tell(
                CommandFaultKind.AmountNotPositive,
                number,
                $"Line {number}: an order, and what follows one, has no amount {line.Posting.Amount}{instead}.");
        }
    }

    /// <summary>Whether nothing has changed that the plan was made from.</summary>
    public bool IsOf(PostingRules otherRules, CenterPeriodSet otherClosed) =>
        ReferenceEquals(rules, otherRules) && ReferenceEquals(closed, otherClosed);

    /// <summary>Looks up what the lines take over; once, and inside a command.</summary>
    public void LookUp(CommitmentRegister register)
    {
        for (int line = 0; line < Cells.Length; line++)
        {
            if (Document.Lines[line].TakesOver is TakeOver takesOver)
            {
                Require(register, Document.Lines[line], takesOver, line, Cells[line].Amount);
            }
        }

        if (takeOvers is not null)
        {
            TakeOvers = [.. takeOvers];
        }

        if (faults.Count > 1)
        {
            CommandFault[] inOrder = [.. faults.OrderBy(fault => fault.Line)];
            faults.Clear();
            faults.AddRange(inOrder);
        }
    }

    private void Require(
        CommitmentRegister register, SpendingLine line, TakeOver takesOver, int number, long amount)
    {
        Commitment? commitment = register.Find(takesOver.Document);
        if (commitment is null || takesOver.Line >= commitment.LineCount)
        {
            Tell(
                CommandFaultKind.UnknownDocument,
                number,
                $"Line {number}: there is no line {takesOver.Line} of a request or an order '{takesOver.Document}'.");
        }
        else if (commitment.Entry.Document.Stage > Document.Stage)
        {
            Tell(
                CommandFaultKind.WrongStage,
                number,
                $"Line {number}: a request takes nothing over from order '{takesOver.Document}'.");
        }
        else if (RefusalOf(commitment) is CommandFaultKind end)
        {
            Tell(end, number, $"Line {number}: '{takesOver.Document}' has ended: {commitment.State}.");
        }
        else
        {
            RequireOpen(commitment, line, takesOver, number, amount);
        }
    }

    private void RequireOpen(Commitment commitment, SpendingLine later, TakeOver takesOver, int number, long amount)
    {
        CommitmentLine line = commitment.LineAt(takesOver.Line);
        SpendingLine earlier = commitment.Entry.Document.Lines[takesOver.Line];
        if (earlier.Foreign is not null && later.Foreign is not null
            && earlier.Foreign.Amount.Currency != later.Foreign.Amount.Currency)
        {
            Tell(
                CommandFaultKind.CurrencyMismatch,
                number,
                $"Line {number}: {later.Foreign.Amount} follows '{takesOver.Document}', which is in another currency.");
            return;
        }

        taken ??= [];
        (Int128 before, Int128 amounts) = taken.GetValueOrDefault((takesOver.Document, takesOver.Line));
        if (!Space.Scale.TryToCount(takesOver.Amount, out long count))
        {
            Tell(
                CommandFaultKind.TooManyDigits,
                number,
                $"Line {number}: {takesOver.Amount} has more than {Space.Scale} decimals, or overflows 64 bits.");
            return;
        }

        if (count <= 0)
        {
            Tell(
                CommandFaultKind.AmountNotPositive,
                number,
                $"Line {number}: it takes over {takesOver.Amount}; expected an amount above 0.");
        }
        else if (before + count > line.Open)
        {
            Tell(
                CommandFaultKind.MoreThanOpen,
                number,
                $"Line {number}: {takesOver.Amount} is more than {Left()}, which is open of '{takesOver.Document}'.");
        }

        TakenDifference difference = TakenDifference.Of(earlier, later, count, amount, Space.Scale);
        Int128 delivered = amount - difference.Rate;
        if (commitment.Entry.Document.OverDeliveryPercent is decimal percent
            && line.TakenOver - line.Difference.Rate + amounts + delivered
                > line.Asked + SpendingPercent.PartOf(line.Asked, percent))
        {
            Tell(
                CommandFaultKind.OverDelivery,
                number,
                $"Line {number}: what follows '{takesOver.Document}' exceeds its {Asked()} by more than {percent} %.");
        }

        taken[(takesOver.Document, takesOver.Line)] = (before + count, amounts + delivered);
        (takeOvers ??= []).Add(new TakenLine(number, takesOver, count, amount, difference));

        decimal Left() => Space.Scale.ToDecimal(line.Open - before);

        decimal Asked() => Space.Scale.ToDecimal(line.Asked);
    }

    /// <summary>Why nothing can be taken over or released any more, or null while something is open.</summary>
    public static CommandFaultKind? RefusalOf(Commitment commitment) =>
        commitment.End switch
        {
            null => null,
            CommitmentState.Liquidated => CommandFaultKind.AlreadyLiquidated,
            CommitmentState.Released => CommandFaultKind.AlreadyReleased,
            CommitmentState.Expired => CommandFaultKind.AlreadyExpired,
            _ => CommandFaultKind.AlreadyClosed,
        };

    private void Tell(CommandFaultKind kind, int? line, FormattableString message) =>
        faults.Add(new CommandFault(kind, line, FormattableString.Invariant(message)));
}
