using CostCenters.Control.Checks;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Journals;
using NodaTime;

namespace CostCenters.Tests.Properties;

/// <summary>One line of a document of the model: where, when, how much, and what it takes over.</summary>
internal sealed record NaiveLine(
    int Center,
    int Element,
    int Month,
    decimal Amount,
    (string Document, int Line, decimal Taken)? From,
    (string Currency, decimal Amount, decimal Rate)? Foreign = null)
{
    /// <summary>What of the amount comes from another rate than that of the line before it.</summary>
    public decimal RateDifferenceTo(NaiveLine earlier) =>
        Foreign is { } now && earlier.Foreign is { } frozen
            ? Amount - decimal.Round(now.Amount * frozen.Rate, 2, MidpointRounding.ToEven)
            : 0m;
}

/// <summary>A rule of the model: which cells it covers, and which months it adds up for one.</summary>
internal sealed record NaiveRule(
    AvailabilityRule Rule, Func<int, int, bool> Covers, Func<int, IEnumerable<int[]>> WindowsOf)
{
    public AvailabilityVerdict Beyond(SpendingStage stage) => Of(Rule.BeyondLimit, stage);

    public AvailabilityVerdict Without(SpendingStage stage) => Of(Rule.WithoutBudget, stage);

    public static AvailabilityVerdict Of(RuleResponse response, SpendingStage stage) =>
        stage == SpendingStage.Request ? response.OnRequest
        : stage == SpendingStage.Order ? response.OnOrder
        : response.OnActual;
}

/// <summary>Availability control that keeps nothing but what happened, and adds it up for every question.</summary>
internal sealed partial class NaiveControl
{
    private readonly List<Commitment> commitments = [];
    private readonly Dictionary<string, NaiveLine[]> invoices = [];
    private readonly HashSet<string> reversed = [];
    private readonly List<(int Center, int Element, int Month, decimal Amount)> actuals = [];

    public List<NaiveRule>? Rules { get; set; }

    public RuleResponse? Outside { get; set; }

    /// <summary>The last month whose funds are open.</summary>
    public int OpenThrough { get; set; }

    /// <summary>The budget of a month of each cell.</summary>
    public Dictionary<(int Center, int Element, int Month), decimal> Budget { get; set; } = [];

    public IEnumerable<string> Open =>
        commitments.Where(commitment => commitment.End is null).Select(commitment => commitment.Id);

    public IEnumerable<string> Invoices => invoices.Keys;

    /// <summary>What is wrong with a document, money aside.</summary>
    public List<(int Line, CommandFaultKind Kind)> FaultsOf(SpendingStage stage, NaiveLine[] lines)
    {
        var faults = new List<(int, CommandFaultKind)>();
        var taken = new Dictionary<(string, int), decimal>();
        var amounts = new Dictionary<(string, int), decimal>();
        for (int i = 0; i < lines.Length; i++)
        {
            NaiveLine line = lines[i];
            if (line.Amount <= 0m && (stage != SpendingStage.Actual || line.From is not null))
            {
                faults.Add((i, CommandFaultKind.AmountNotPositive));
            }

            if (line.From is not { } from)
            {
                continue;
            }

            Commitment? target = commitments.Find(each => each.Id == from.Document);
            if (RefusalOf(target, stage, line, from.Line) is CommandFaultKind refusal)
            {
                faults.Add((i, refusal));
                continue;
            }

            var place = (from.Document, from.Line);
            if (from.Taken <= 0m)
            {
                faults.Add((i, CommandFaultKind.AmountNotPositive));
            }
            else if (taken.GetValueOrDefault(place) + from.Taken > target!.OpenOf(from.Line))
            {
                faults.Add((i, CommandFaultKind.MoreThanOpen));
            }

            taken[place] = taken.GetValueOrDefault(place) + from.Taken;
            amounts[place] = amounts.GetValueOrDefault(place) + line.Amount
                - line.RateDifferenceTo(target!.Lines[from.Line]);
            if (target.OverDelivery is decimal percent
                && target.TakenOverOf(from.Line) - target.RateDifferenceOf(from.Line) + amounts[place]
                    > decimal.Floor(target.Lines[from.Line].Amount * (100m + percent)) / 100m)
            {
                faults.Add((i, CommandFaultKind.OverDelivery));
            }
        }

        return faults;
    }

    /// <summary>Why a line takes nothing over, whatever its amount.</summary>
    private static CommandFaultKind? RefusalOf(
        Commitment? target, SpendingStage stage, NaiveLine line, int number) =>
        target is null || number >= target.Lines.Length ? CommandFaultKind.UnknownDocument
        : target.Stage > stage ? CommandFaultKind.WrongStage
        : target.End is CommitmentState end ? KindOf(end)
        : line.Foreign is { } now && target.Lines[number].Foreign is { } frozen && now.Currency != frozen.Currency
            ? CommandFaultKind.CurrencyMismatch
        : null;

    /// <summary>What each rule says, as text, and the worst of it.</summary>
    public (AvailabilityVerdict Verdict, List<string> Rules) Judge(SpendingStage stage, NaiveLine[] lines)
    {
        var worst = AvailabilityVerdict.Pass;
        var texts = new List<string>();
        if (Rules is null)
        {
            return (worst, texts);
        }

        foreach (NaiveRule rule in Rules)
        {
            var moves = lines.Select(line => MovesOf(stage, line).Where(move => rule.Covers(move.Center, move.Element))
                .ToArray()).ToArray();
            var windows = moves.SelectMany(of => of).SelectMany(move => rule.WindowsOf(move.Month))
                .DistinctBy(months => months[^1]).OrderBy(months => months[^1])
                .Select(months => Judge(rule, stage, months, moves));
            var told = rule.Rule.Span == RuleSpan.YearToDate
                ? windows.OrderByDescending(window => window.Verdict).ThenByDescending(window => window.Finding)
                    .ThenBy(window => window.Left).Take(1)
                : windows;
            foreach (var window in told)
            {
                worst = (AvailabilityVerdict)Math.Max((int)worst, (int)window.Verdict);
                texts.Add(window.Text);
            }
        }

        if (lines.Any(line => UncoveredOf(stage, line) > 0m))
        {
            worst = (AvailabilityVerdict)Math.Max((int)worst, (int)NaiveRule.Of(Outside!, stage));
        }

        return (worst, texts);
    }

    public void Reserve(string id, SpendingStage stage, NaiveLine[] lines, decimal? overDelivery, Instant? expires)
    {
        foreach (NaiveLine line in lines.Where(line => line.From is not null))
        {
            var (document, number, taken) = line.From!.Value;
            Commitment target = commitments.Single(each => each.Id == document);
            target.Events.Add(new Event(
                number,
                taken,
                line.Amount,
                line.RateDifferenceTo(target.Lines[number]),
                stage == SpendingStage.Actual ? id : null));
            if (Enumerable.Range(0, target.Lines.Length).All(i => target.OpenOf(i) == 0m))
            {
                target.End = CommitmentState.Liquidated;
            }
        }

        if (stage == SpendingStage.Actual)
        {
            invoices.Add(id, lines);
            actuals.AddRange(lines.Select(line => (line.Center, line.Element, line.Month, line.Amount)));
        }
        else
        {
            commitments.Add(new Commitment(id, stage, lines, overDelivery, expires));
        }
    }

    public bool TryReverse(string id)
    {
        if (!invoices.TryGetValue(id, out NaiveLine[]? lines) || !reversed.Add(id))
        {
            return false;
        }

        actuals.AddRange(lines.Select(line => (line.Center, line.Element, line.Month, -line.Amount)));
        foreach (Commitment commitment in commitments)
        {
            foreach (Event each in commitment.Events.Where(each => each.Invoice == id))
            {
                each.Back = commitment.End is null or CommitmentState.Liquidated ? Return.Open : Return.Released;
            }

            if (commitment.Events.Exists(each => each.Invoice == id) && commitment.End == CommitmentState.Liquidated)
            {
                commitment.End = null;
            }
        }

        return true;
    }

    public CommandFaultKind? Release(string id)
    {
        Commitment? commitment = commitments.Find(each => each.Id == id);
        if (commitment is null || commitment.End is not null)
        {
            return commitment is null ? CommandFaultKind.UnknownDocument : KindOf(commitment.End!.Value);
        }

        commitment.End = Enumerable.Range(0, commitment.Lines.Length).Any(i => commitment.TakenOverOf(i) != 0m)
            ? CommitmentState.Closed
            : CommitmentState.Released;
        return null;
    }

    public int Expire(Instant now)
    {
        var ended = commitments.Where(each => each.End is null && each.Expires <= now).ToList();
        ended.ForEach(each => each.End = CommitmentState.Expired);
        return ended.Count;
    }

    /// <summary>Where every request and order stands, as text.</summary>
    public IEnumerable<string> Commitments() => commitments.SelectMany(each => Enumerable.Range(0, each.Lines.Length)
        .Select(i => FormattableString.Invariant(
            $"{each.Id} {each.State} {each.Lines[i].Amount:F2} {each.OpenOf(i):F2} {each.TakenOverOf(i):F2} ")
            + FormattableString.Invariant($"{each.RateDifferenceOf(i):F2} {each.PriceDifferenceOf(i):F2}")));

    /// <summary>What a rule has in a window, as text.</summary>
    public string FiguresOf(NaiveRule rule, int[] months) => Text(rule, months, []);

    private (AvailabilityVerdict Verdict, RuleFinding Finding, decimal Left, string Text) Judge(
        NaiveRule rule, SpendingStage stage, int[] months, Move[][] moves)
    {
        var beyond = new List<int>();
        var finding = RuleFinding.WithinLimit;
        for (int i = 0; i < moves.Length; i++)
        {
            finding = FindingAfter(i);
            if (moves[i].Where(move => months.Contains(move.Month)).Sum(move => move.Amount) > 0m
                && finding != RuleFinding.WithinLimit)
            {
                beyond.Add(i);
            }
        }

        var verdict = finding == RuleFinding.NoBudget ? rule.Without(stage)
            : finding == RuleFinding.BeyondLimit ? rule.Beyond(stage)
            : AvailabilityVerdict.Pass;
        Move[] all = [.. moves.SelectMany(of => of)];
        string lines = finding == RuleFinding.WithinLimit ? "" : string.Join(',', beyond);
        return (
            verdict,
            finding,
            LimitOf(rule, months) - UsedOf(rule, months, all),
            $"{rule.Rule.Code} {finding} {verdict} {lines} | {Text(rule, months, [])} | {Text(rule, months, all)}");

        RuleFinding FindingAfter(int line)
        {
            Move[] soFar = [.. moves.Take(line + 1).SelectMany(of => of)];
            return soFar.Where(move => months.Contains(move.Month)).Sum(move => move.Amount) <= 0m
                ? RuleFinding.WithinLimit
                : !HasBudget(rule, months) ? RuleFinding.NoBudget
                : UsedOf(rule, months, soFar) > LimitOf(rule, months) ? RuleFinding.BeyondLimit
                : RuleFinding.WithinLimit;
        }
    }

    private string Text(NaiveRule rule, int[] months, Move[] more)
    {
        decimal used = UsedOf(rule, months, more);
        decimal committed = SumOf(SpendingStage.Order);
        decimal requested = SumOf(SpendingStage.Request);
        return FormattableString.Invariant($"{BudgetOf(rule, months):F2} {SumOf(SpendingStage.Actual):F2} ")
            + FormattableString.Invariant($"{committed:F2} {requested:F2} {used - committed - requested:F2} ")
            + FormattableString.Invariant($"{BudgetOf(rule, months) - used:F2} {LimitOf(rule, months):F2} ")
            + FormattableString.Invariant($"{HeldOf(rule, months):F2}");

        decimal SumOf(SpendingStage stage) => Uses(more)
            .Where(use => use.Stage == stage && rule.Covers(use.Center, use.Element) && months.Contains(use.Month))
            .Sum(use => use.Amount);
    }

    private IEnumerable<Move> MovesOf(SpendingStage stage, NaiveLine line)
    {
        yield return new Move(stage, line.Center, line.Element, line.Month, line.Amount);
        if (line.From is { } from)
        {
            Commitment target = commitments.Single(each => each.Id == from.Document);
            NaiveLine earlier = target.Lines[from.Line];
            yield return new Move(target.Stage, earlier.Center, earlier.Element, earlier.Month, -from.Taken);
        }
    }

    /// <summary>What of a line no rule covers; element 4 is revenue, of which nothing is controlled.</summary>
    private decimal UncoveredOf(SpendingStage stage, NaiveLine line) =>
        line.Element == 4 ? line.From is { } from && !Covered(MovesOf(stage, line).Last()) ? -from.Taken : 0m
        : MovesOf(stage, line).Where(move => !Covered(move)).Sum(move => move.Amount);

    private bool Covered(Move move) => Rules!.Exists(rule => rule.Covers(move.Center, move.Element));

    private static CommandFaultKind KindOf(CommitmentState end) => end switch
    {
        CommitmentState.Liquidated => CommandFaultKind.AlreadyLiquidated,
        CommitmentState.Released => CommandFaultKind.AlreadyReleased,
        CommitmentState.Expired => CommandFaultKind.AlreadyExpired,
        _ => CommandFaultKind.AlreadyClosed,
    };

    private sealed record Move(SpendingStage Stage, int Center, int Element, int Month, decimal Amount);

    private enum Return
    {
        None,
        Open,
        Released,
    }

    private sealed class Event(int line, decimal taken, decimal amount, decimal rateDifference, string? invoice)
    {
        public int Line => line;

        public decimal Taken => taken;

        public decimal Amount => amount;

        public decimal RateDifference => rateDifference;

        public string? Invoice => invoice;

        public Return Back { get; set; }
    }

    private sealed class Commitment(
        string id, SpendingStage stage, NaiveLine[] lines, decimal? overDelivery, Instant? expires)
    {
        public string Id => id;

        public SpendingStage Stage => stage;

        public NaiveLine[] Lines => lines;

        public decimal? OverDelivery => overDelivery;

        public Instant? Expires => expires;

        public List<Event> Events { get; } = [];

        public CommitmentState? End { get; set; }

        public CommitmentState State => End
            ?? (Enumerable.Range(0, lines.Length).Any(i => TakenOverOf(i) != 0m) ? CommitmentState.PartlyLiquidated
                : stage == SpendingStage.Order ? CommitmentState.Reserved
                : CommitmentState.Requested);

        public decimal OpenOf(int line) =>
            End is not (null or CommitmentState.Liquidated) ? 0m
            : lines[line].Amount - Events.Where(each => each.Line == line && each.Back != Return.Open)
                .Sum(each => each.Taken);

        public decimal TakenOverOf(int line) => FollowersOf(line).Sum(each => each.Amount);

        public decimal RateDifferenceOf(int line) => FollowersOf(line).Sum(each => each.RateDifference);

        /// <summary>Without quantities, whatever is not rate is price.</summary>
        public decimal PriceDifferenceOf(int line) =>
            FollowersOf(line).Sum(each => each.Amount - each.Taken) - RateDifferenceOf(line);

        private IEnumerable<Event> FollowersOf(int line) =>
            Events.Where(each => each.Line == line && each.Back == Return.None);
    }
}
