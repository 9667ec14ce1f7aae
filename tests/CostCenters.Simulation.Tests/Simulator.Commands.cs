using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Simulation.Tests;

/// <content>The master data grows; documents, periods, budgets and key figures.</content>
internal sealed partial class Simulator
{
    private static readonly KeyFigureCode Contacts = new("contacts");
    private static readonly KeyFigureCode Minutes = new("minutes");
    private static readonly KeyFigureCode Heads = new("heads");

    private ModelState AddCenter(
        ModelState state, CenterHierarchy.Builder centers, string? parent, LocalDate from, LocalDate through)
    {
        string code = NewName(Pick(["A", "b", "Z"]));
        code = state.Centers.IsEmpty ? "A0" : code;
        centers.Add(new CenterCode(code), Validity(parent, from, through, isBlocked: false));
        return state with
        {
            Centers = state.Centers.Add(
                code, [new ModelLayer(from, through, new ModelPlace(parent, IsBlocked: false))]),
        };
    }

    private ModelState AddElement(
        ModelState state, ElementChart.Builder elements, bool isCost, string? parent, LocalDate from)
    {
        string code = NewName(Pick(["e", "R", "w"]));
        elements.Add(new CostElement(
            new ElementCode(code),
            code,
            isCost ? ElementNature.Cost : ElementNature.Revenue,
            parent: parent is null ? null : new ElementCode(parent),
            from: from));
        return state with { Elements = state.Elements.Add(code, new ModelElement(code, isCost, parent, from)) };
    }

    // A name of its own makes every change one that is news.
    private CenterValidity Validity(string? parent, LocalDate from, LocalDate through, bool isBlocked) => new(
        NewName("name "),
        CenterKind.Cost,
        parent is null ? null : new CenterCode(parent),
        from,
        through,
        isBlocked ? CenterStatus.Blocked : CenterStatus.Open);

    private void Grow()
    {
        ModelState state = model.Now;
        CenterHierarchy.Builder centers = subject.Book.Space.Centers.ToBuilder();
        ElementChart.Builder elements = subject.Book.Space.Elements.ToBuilder();
        LocalDate from = OneIn(2) ? CenterValidity.Beginning : AnyDay();
        string changed = KnownCenter();
        switch (random.Next(4))
        {
            case 0:
                state = AddElement(state, elements, OneIn(2), OneIn(2) ? null : KnownElement(), from);
                break;
            case 1:
                state = AddCenter(state, centers, OneIn(6) ? null : KnownCenter(), from, CenterValidity.End);
                break;
            case 2 when state.Centers.Count > 4
                && state.PlaceOn(changed, today) is not null
                && state.PlaceOn(changed, today.PlusDays(1)) is not null:
                centers.End(new CenterCode(changed), today);
                state = With(state, changed, new ModelLayer(today.PlusDays(1), CenterValidity.End, Place: null));
                break;
            default:
                // A parent was there before its child, so that no center is its own ancestor.
                string[] before = [.. state.Centers.Keys.Where(each => Age(each) < Age(changed))];
                string? parent = before.Length == 0 ? null : Pick(before);
                LocalDate through = OneIn(2) || from > today ? CenterValidity.End : today;
                bool isBlocked = OneIn(4);
                centers.Change(new CenterCode(changed), Validity(parent, from, through, isBlocked));
                state = With(state, changed, new ModelLayer(from, through, new ModelPlace(parent, isBlocked)));
                break;
        }

        Give(() => subject.Extend(centers.Build(), elements.Build(), Stamp), () => model.Extend(state));
    }

    private static ModelState With(ModelState state, string center, ModelLayer layer) =>
        state with { Centers = state.Centers.SetItem(center, state.Centers[center].Add(layer)) };

    private static int Age(string code) =>
        int.Parse(code[1..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);

    private void Post()
    {
        List<Posting> postings = SomePostings(random.Next(1, 5));
        if (OneIn(6))
        {
            Posting last = postings[^1];
            postings.Add(random.Next(4) switch
            {
                0 => new Posting(last.Date, new("nobody"), last.Element, 1m),
                1 => new Posting(last.Date, last.Center, new("nothing"), 1m),
                2 => new Posting(last.Date, last.Center, last.Element, 0.001m),
                _ => new Posting(new LocalDate(1899, 12, 31), last.Center, last.Element, 1m),
            });
        }

        Post(NewName("d"), postings);
    }

    private void Post(string id, IReadOnlyList<Posting> postings) => Give(
        () => subject.Post(new Document(new DocumentId(id), Currency.Eur, postings), Stamp),
        () => model.Post(id, postings));

    private List<Posting> SomePostings(int count) => [.. Enumerable.Range(0, count).Select(_ => new Posting(
        AnyDay(),
        new CenterCode(KnownCenter()),
        new ElementCode(KnownElement()),
        AnyAmount(),
        OneIn(3) ? random.Next(-5_000_000, 5_000_000) / 1_000_000m : null,
        OneIn(2) ? NewName("voucher ") : null,
        OneIn(2) ? "caf\u00e9, \"so\"" : null,
        adjustmentPeriods > 0 && OneIn(8) ? 1 + random.Next(adjustmentPeriods) : null))];

    private void PostAgain()
    {
        if (model.Now.Documents.Count > 0)
        {
            ModelDocument known = Pick(model.Now.Documents);
            Post(known.Id, OneIn(2) ? known.Postings : [.. known.Postings, .. SomePostings(1)]);
        }
    }

    private void Reverse()
    {
        string id = model.Now.Documents.Count == 0 || OneIn(20) ? "no document" : Pick(model.Now.Documents).Id;
        string reversalId = OneIn(8) && model.Now.Documents.Count > 0 ? Pick(model.Now.Documents).Id : NewName("r");
        LocalDate? date = OneIn(2) ? AnyDay() : null;
        Give(
            () => subject.Reverse(new DocumentId(id), new DocumentId(reversalId), date, Stamp),
            () => model.Reverse(id, reversalId, date));
    }

    private void CloseOrReopen()
    {
        FiscalPeriod period = model.PeriodOf(AnyDay(), random.Next(adjustmentPeriods + 1));
        bool closes = !OneIn(3);
        List<string> centers = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => AnyCenter())];
        Give(
            () => subject.SetClosed(period, Codes(centers), closes, Stamp),
            () => model.SetClosed(period, centers, closes));
    }

    private void AddBudget()
    {
        bool isKnown = OneIn(4) && model.Now.Budgets.Count > 0;
        ModelBudget? known = isKnown ? Pick(model.Now.Budgets) : null;
        string name = known?.Name ?? Pick(["adopted", "forecast"]);
        int revision = known?.Revision ?? 1 + model.Now.Budgets.Count(budget => budget.Name == name);
        List<BudgetLine> lines = known is not null && OneIn(2) ? [.. known.Lines] : [.. SomeLines()];
        Give(
            () => subject.AddBudget(name, revision, lines, Stamp),
            () => model.AddBudget(name, revision, lines));
    }

    private IEnumerable<BudgetLine> SomeLines()
    {
        for (int count = random.Next(1, 8); count > 0; count--)
        {
            FiscalPeriod period = model.PeriodOf(AnyDay());
            var center = new CenterCode(KnownCenter());
            var element = new ElementCode(KnownElement());
            decimal? quantity = OneIn(3) ? random.Next(-7_000_000, 7_000_000) / 1_000_000m : null;
            yield return OneIn(3)
                ? BudgetLine.ForYear(center, element, period.Year, AnyAmount(), quantity)
                : BudgetLine.ForPeriod(center, element, period, AnyAmount(), quantity);
        }
    }

    private void RecordKeyFigures()
    {
        var values = new List<KeyFigureValue>();
        for (int count = random.Next(1, 6); count > 0; count--)
        {
            KeyFigureCode figure = Pick([Contacts, Minutes, Heads]);
            FiscalPeriod period = model.PeriodOf(AnyDay());
            var center = new CenterCode(AnyCenter());

            // A stock has one value for a center and period.
            bool isTaken = figure == Heads && model.Now.KeyFigures.Concat(values).Any(value =>
                value.KeyFigure == Heads && value.Center == center && value.Period == period);
            if (!isTaken)
            {
                values.Add(new KeyFigureValue(period, center, figure, OneIn(5) ? 0m : random.Next(0, 4000) / 8m));
            }
        }

        if (values.Count > 0)
        {
            Give(() => subject.Record(values, Stamp), () => model.Record(values));
        }
    }

    private void WithdrawKeyFigures()
    {
        long position = OneIn(4) || model.Now.Records.Count == 0
            ? random.Next(50)
            : Pick(model.Now.Records).Position;
        Give(() => subject.Withdraw(position, Stamp), () => model.Withdraw(position));
    }
}
