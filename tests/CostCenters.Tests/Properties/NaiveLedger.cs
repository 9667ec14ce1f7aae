using CostCenters.Calendars;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Properties;

/// <summary>What a ledger holds at one moment, in plain lists and sets.</summary>
internal sealed record NaiveState(
    int Moment,
    IReadOnlyList<Posting> Postings,
    IReadOnlyList<string> Trail,
    IReadOnlySet<(string Center, FiscalPeriod Period)> Closed)
{
    public static NaiveState Empty { get; } = new(0, [], [], new HashSet<(string, FiscalPeriod)>());
}

/// <summary>What a command came to: the faults as place (-1 for the whole) and kind.</summary>
internal sealed record NaiveResult(
    CommandOutcome Outcome, int Moment, IReadOnlyList<(int Line, CommandFaultKind Kind)> Faults);

/// <summary>A ledger as one would write it first: every state is kept, everything is searched for.</summary>
internal sealed class NaiveLedger(Organization org)
{
    private readonly Dictionary<string, (int Moment, string? Reverses, IReadOnlyList<Posting> Postings)> documents = [];

    public List<NaiveState> States { get; } = [NaiveState.Empty];

    private NaiveState Now => States[^1];

    public NaiveResult Post(string id, bool inDollars, IReadOnlyList<Posting> postings) => inDollars
        ? Refused((-1, CommandFaultKind.CurrencyMismatch))
        : Take(id, null, postings);

    public NaiveResult Reverse(string id, string reversalId, LocalDate? date)
    {
        if (!documents.TryGetValue(id, out var original))
        {
            return Refused((-1, CommandFaultKind.UnknownDocument));
        }

        bool same = documents.TryGetValue(reversalId, out var taken) && taken.Reverses == id;
        if (!same && (original.Reverses is not null || documents.Values.Any(document => document.Reverses == id)))
        {
            return Refused((-1, CommandFaultKind.NotReversible));
        }

        return Take(reversalId, id, [.. original.Postings.Select(p => new Posting(
            date ?? p.Date,
            p.Center,
            p.Element,
            -p.Amount,
            -p.Quantity,
            p.Reference,
            p.Text,
            date is null || date == p.Date ? p.AdjustmentPeriod : null))]);
    }

    public NaiveResult SetClosed(FiscalPeriod period, IReadOnlyList<CenterCode> centers, bool closes)
    {
        var faults = centers
            .Select((center, line) => (line, CommandFaultKind.UnknownCenter, center))
            .Where(fault => org.Centers.All(spec => spec.CenterCode != fault.center))
            .Select(fault => (fault.line, fault.UnknownCenter))
            .ToArray();
        if (faults.Length > 0)
        {
            return Refused(faults);
        }

        var next = Now.Closed.ToHashSet();
        foreach (var center in centers)
        {
            _ = closes ? next.Add((center.Value, period)) : next.Remove((center.Value, period));
        }

        if (next.SetEquals(Now.Closed))
        {
            return new(CommandOutcome.AcceptedBefore, Now.Moment, []);
        }

        string trail = $"{(closes ? "close" : "open")} {period} {string.Join(',', centers)}";
        States.Add(new(Now.Moment + 1, Now.Postings, [.. Now.Trail, trail], next));
        return new(CommandOutcome.Accepted, Now.Moment, []);
    }

    private NaiveResult Take(string id, string? reverses, IReadOnlyList<Posting> postings)
    {
        if (documents.TryGetValue(id, out var taken))
        {
            return taken.Reverses == reverses && taken.Postings.SequenceEqual(postings)
                ? new(CommandOutcome.AcceptedBefore, taken.Moment, [])
                : Refused((-1, CommandFaultKind.DocumentIdTaken));
        }

        var faults = postings
            .SelectMany((posting, line) => FaultsOf(posting).Select(kind => (line, kind)))
            .ToArray();
        if (faults.Length > 0)
        {
            return Refused(faults);
        }

        States.Add(new(
            Now.Moment + 1,
            [.. Now.Postings, .. postings],
            [.. Now.Trail, $"post {id} {reverses} {Now.Postings.Count} {postings.Count}"],
            Now.Closed));
        documents.Add(id, (Now.Moment, reverses, postings));
        return new(CommandOutcome.Accepted, Now.Moment, []);
    }

    private IEnumerable<CommandFaultKind> FaultsOf(Posting posting)
    {
        bool hasDate = posting.Date >= new LocalDate(1900, 1, 1) && posting.Date <= new LocalDate(2149, 12, 31);
        bool hasPeriod = hasDate && (posting.AdjustmentPeriod ?? 0) <= org.Space.Calendar.AdjustmentPeriodCount;
        if (!hasPeriod)
        {
            yield return CommandFaultKind.DateOutOfRange;
        }

        var center = org.Centers.SingleOrDefault(spec => spec.CenterCode == posting.Center);
        var validity = center?.Validities.SingleOrDefault(v => v.FirstDay <= posting.Date && posting.Date <= v.LastDay);
        if (center is null)
        {
            yield return CommandFaultKind.UnknownCenter;
        }
        else if (validity is null)
        {
            yield return CommandFaultKind.CenterNotValid;
        }
        else if (validity.IsBlocked)
        {
            yield return CommandFaultKind.CenterBlocked;
        }

        if (center is not null && hasPeriod && Now.Closed.Contains((center.Code, PeriodOf(org, posting))))
        {
            yield return CommandFaultKind.PeriodClosed;
        }

        if (!Enumerable.Range(0, org.Elements.Length).Any(e => Organization.ElementCode(e) == posting.Element))
        {
            yield return CommandFaultKind.UnknownElement;
        }

        if (Math.Abs(posting.Amount) > 1e15m)
        {
            yield return CommandFaultKind.OutOfRange;
        }
        else if (posting.Amount * org.Space.Scale.UnitsPerWhole % 1m != 0m)
        {
            yield return CommandFaultKind.TooManyDigits;
        }

        if (posting.Quantity is decimal quantity && quantity * 1_000_000m % 1m != 0m)
        {
            yield return CommandFaultKind.TooManyDigits;
        }
    }

    public static FiscalPeriod PeriodOf(Organization org, Posting posting)
    {
        var byDate = org.Space.Calendar.PeriodOf(posting.Date);
        return posting.AdjustmentPeriod is int number
            ? new FiscalPeriod(byDate.Year, org.Space.Calendar.PeriodCount + number)
            : byDate;
    }

    private NaiveResult Refused(params (int Line, CommandFaultKind Kind)[] faults) =>
        new(CommandOutcome.Refused, Now.Moment, faults);
}
