using System.Collections.Immutable;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Journals;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;
using NodaTime;

namespace CostCenters.Simulation.Tests;

/// <summary>The company as one would write it first: every state is kept, everything is searched for, and nothing of
/// the library is used but its values.</summary>
internal sealed class Model(int firstMonth, int adjustmentPeriods)
{
    public List<ModelState> States { get; } = [ModelState.Empty];

    public ModelState Now => States[^1];

    public long Position => States.Count - 1;

    /// <summary>What the company starts from is no command.</summary>
    public void Start(ModelState state) => States[0] = state;

    /// <summary>What was written after a position is lost.</summary>
    public void CutBack(long position) => States.RemoveRange((int)position + 1, (int)(Position - position));

    public FiscalPeriod PeriodOf(LocalDate day, int adjustment = 0)
    {
        int year = firstMonth > 1 && day.Month >= firstMonth ? day.Year + 1 : day.Year;
        return new FiscalPeriod(year, adjustment > 0 ? 12 + adjustment : ((day.Month - firstMonth + 12) % 12) + 1);
    }

    public LocalDate LastDayOf(FiscalPeriod period) =>
        new LocalDate(firstMonth > 1 ? period.Year - 1 : period.Year, firstMonth, 1)
            .PlusMonths(period.Number)
            .PlusDays(-1);

    public ModelCell CellOf(Posting posting) => new(
        posting.Center.Value, posting.Element.Value, PeriodOf(posting.Date, posting.AdjustmentPeriod ?? 0));

    public Answer Extend(ModelState grown) => Take(grown);

    public Answer Post(string id, IReadOnlyList<Posting> postings, string? reverses = null)
    {
        if (Now.Find(id) is ModelDocument taken)
        {
            return taken.Reverses == reverses && taken.Postings.SequenceEqual(postings)
                ? new Answer(CommandOutcome.AcceptedBefore, taken.Position, "")
                : Refused((null, CommandFaultKind.DocumentIdTaken));
        }

        (int?, CommandFaultKind)[] faults =
            [.. postings.SelectMany((posting, line) => FaultsOf(posting).Select(kind => ((int?)line, kind)))];
        if (faults.Length > 0)
        {
            return Refused(faults);
        }

        ImmutableList<ModelDocument> documents =
            Now.Documents.Add(new ModelDocument(id, reverses, Position + 1, postings));
        return Take(Now with
        {
            Documents = documents,
            Cells = Sum(documents.SelectMany(document => document.Postings)
                .Select(posting => (CellOf(posting), posting.Amount, posting.Quantity))),
        });
    }

    public Answer Reverse(string id, string reversalId, LocalDate? date)
    {
        if (Now.Find(id) is not ModelDocument original)
        {
            return Refused((null, CommandFaultKind.UnknownDocument));
        }

        bool isKnown = Now.Find(reversalId)?.Reverses == id;
        bool isReversed = Now.Documents.Exists(document => document.Reverses == id);
        if (!isKnown && (original.Reverses is not null || isReversed))
        {
            return Refused((null, CommandFaultKind.NotReversible));
        }

        return Post(
            reversalId,
            [.. original.Postings.Select(posting => new Posting(
                date ?? posting.Date,
                posting.Center,
                posting.Element,
                -posting.Amount,
                -posting.Quantity,
                posting.Reference,
                posting.Text,
                date is null || date == posting.Date ? posting.AdjustmentPeriod : null))],
            id);
    }

    public Answer SetClosed(FiscalPeriod period, IReadOnlyList<string> centers, bool closes)
    {
        (int?, CommandFaultKind)[] unknown =
        [
            .. centers.Select((center, line) => (center, line))
                .Where(pair => !Now.Centers.ContainsKey(pair.center))
                .Select(pair => ((int?)pair.line, CommandFaultKind.UnknownCenter)),
        ];
        if (unknown.Length > 0)
        {
            return Refused(unknown);
        }

        var pairs = centers.Select(center => (center, period)).ToImmutableHashSet();
        ImmutableHashSet<(string, FiscalPeriod)> closed = closes ? Now.Closed.Union(pairs) : Now.Closed.Except(pairs);
        return closed.SetEquals(Now.Closed)
            ? new Answer(CommandOutcome.AcceptedBefore, Position, "")
            : Take(Now with { Closed = closed });
    }

    public Answer AddBudget(string name, int revision, IReadOnlyList<BudgetLine> lines)
    {
        if (lines.Any(line => !IsValid(line)))
        {
            return Refused();
        }

        if (Now.Budgets.Find(other => other.Name == name && other.Revision == revision) is ModelBudget taken)
        {
            return taken.Lines.SequenceEqual(lines)
                ? new Answer(CommandOutcome.AcceptedBefore, taken.Position, "")
                : Refused((null, CommandFaultKind.BudgetVersionTaken));
        }

        var cells = Sum(lines.SelectMany(Spread));
        return Take(Now with { Budgets = Now.Budgets.Add(new(name, revision, Position + 1, lines, cells)) });
    }

    public Answer Record(IReadOnlyList<KeyFigureValue> values)
    {
        (int?, CommandFaultKind)[] faults =
            [.. values.SelectMany((value, line) => FaultsOf(value).Select(kind => ((int?)line, kind)))];
        return faults.Length > 0
            ? Refused(faults)
            : Take(Now with { Records = Now.Records.Add(new ModelRecord(Position + 1, values)) });
    }

    public Answer Withdraw(long position) =>
        Now.Records.Find(record => record.Position == position) is ModelRecord record
            ? Take(Now with { Records = Now.Records.Remove(record) })
            : Refused((null, CommandFaultKind.UnknownRecord));

    /// <summary>What the ledger has against a posting.</summary>
    public IEnumerable<CommandFaultKind> FaultsOf(Posting posting, bool looksAtClosed = true)
    {
        bool hasPeriod = posting.Date >= new LocalDate(1900, 1, 1) && posting.Date <= new LocalDate(2149, 12, 31)
            && (posting.AdjustmentPeriod ?? 0) <= adjustmentPeriods;
        if (!hasPeriod)
        {
            yield return CommandFaultKind.DateOutOfRange;
        }

        string center = posting.Center.Value;
        if (!Now.Centers.ContainsKey(center))
        {
            yield return CommandFaultKind.UnknownCenter;
        }
        else
        {
            ModelPlace? place = Now.PlaceOn(center, posting.Date);
            if (place is null or { IsBlocked: true })
            {
                yield return place is null ? CommandFaultKind.CenterNotValid : CommandFaultKind.CenterBlocked;
            }

            if (hasPeriod && looksAtClosed && Now.Closed.Contains((center, CellOf(posting).Period)))
            {
                yield return CommandFaultKind.PeriodClosed;
            }
        }

        if (!Now.Elements.TryGetValue(posting.Element.Value, out ModelElement? element))
        {
            yield return CommandFaultKind.UnknownElement;
        }
        else if (posting.Date < element.From)
        {
            yield return CommandFaultKind.ElementNotValid;
        }

        if (posting.Amount * 100m % 1m != 0m)
        {
            yield return CommandFaultKind.TooManyDigits;
        }
    }

    private IEnumerable<CommandFaultKind> FaultsOf(KeyFigureValue value)
    {
        if (!Now.Centers.ContainsKey(value.Center.Value))
        {
            yield return CommandFaultKind.UnknownCenter;
        }
        else if (Now.PlaceOn(value.Center.Value, LastDayOf(value.Period)) is null)
        {
            yield return CommandFaultKind.CenterNotValid;
        }

        if (value.Value * 1_000_000m % 1m != 0m)
        {
            yield return CommandFaultKind.TooManyDigits;
        }
    }

    private static IEnumerable<FiscalPeriod> PeriodsOf(BudgetLine line) => line.Period is FiscalPeriod period
        ? [period]
        : Enumerable.Range(1, 12).Select(number => new FiscalPeriod(line.Year, number));

    private bool IsValid(BudgetLine line) => PeriodsOf(line).All(period =>
        Now.PlaceOn(line.Center.Value, LastDayOf(period)) is not null
        && Now.Elements[line.Element.Value].From <= LastDayOf(period));

    /// <summary>A year in twelve: the earlier months take what is left over, a smallest unit each.</summary>
    private IEnumerable<(ModelCell Cell, decimal Amount, decimal? Quantity)> Spread(BudgetLine line)
    {
        FiscalPeriod[] periods = [.. PeriodsOf(line)];
        return periods.Select((period, place) => (
            new ModelCell(line.Center.Value, line.Element.Value, period),
            Share(line.Amount, 0.01m, place, periods.Length),
            line.Quantity is decimal quantity ? Share(quantity, 0.000001m, place, periods.Length) : (decimal?)null));
    }

    private static decimal Share(decimal total, decimal unit, int place, int count)
    {
        decimal units = decimal.Abs(total) / unit;
        decimal least = decimal.Truncate(units / count);
        return decimal.Sign(total) * unit * (least + (place < units - (least * count) ? 1m : 0m));
    }

    private static Dictionary<ModelCell, ModelSum> Sum(
        IEnumerable<(ModelCell Cell, decimal Amount, decimal? Quantity)> facts)
    {
        var sums = new Dictionary<ModelCell, ModelSum>();
        foreach ((ModelCell cell, decimal amount, decimal? quantity) in facts)
        {
            sums[cell] = sums.GetValueOrDefault(cell).Add(amount, quantity);
        }

        return sums;
    }

    private Answer Take(ModelState next)
    {
        States.Add(next);
        return new Answer(CommandOutcome.Accepted, Position, "");
    }

    private Answer Refused(params (int?, CommandFaultKind)[] faults) =>
        Answer.Of(CommandOutcome.Refused, Position, faults);
}
