using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace CostCenters.Tests.Properties;

/// <summary>One step in the life of a book: what kind, and numbers to make it from.</summary>
public sealed record GrowthStep(int Kind, int First, int Second, int Third);

/// <summary>Steps in which commands and growth of the master data follow each other.</summary>
public sealed record GrowthCase(IReadOnlyList<GrowthStep> Steps)
{
    public override string ToString() =>
        string.Join(" ", Steps.Select(s => $"{s.Kind}:{s.First},{s.Second},{s.Third}"));
}

public static class GrowthGenerators
{
    public static Arbitrary<GrowthCase> GrowthCases() => Arb.From(
        (from kind in Gen.Choose(0, 5)
         from first in Gen.Choose(0, 40)
         from second in Gen.Choose(0, 40)
         from third in Gen.OneOf(Gen.Elements(0, 1, -1, 1_999_999_999), Gen.Choose(-99_999, 99_999))
         select new GrowthStep(kind, first, second, third)).ListOf().Select(steps => new GrowthCase([.. steps])),
        c => Enumerable.Range(0, c.Steps.Count)
            .Select(i => new GrowthCase([.. c.Steps.Take(i), .. c.Steps.Skip(i + 1)])));
}

/// <summary>
/// Random histories in which the master data grows between commands, held against dictionaries of amounts by code.
/// </summary>
[Laws(Arbitrary = [typeof(GrowthGenerators)])]
public class GrowingBookProperties
{
    private static readonly CommandStamp Stamp = new("anna", NodaConstants.UnixEpoch);

    [Property]
    public void Commands_BetweenGrowth_GiveTheFiguresOfAModelThatKnowsNoNumbers(GrowthCase c)
    {
        var life = new Life();
        foreach (GrowthStep step in c.Steps)
        {
            life.Take(step);
            Assert.Equal(life.Model.Actuals, Sums(life.Book.Snapshot().Ledger.ToCube()));
        }

        CubeLayers layers = life.Book.Snapshot().ToLayers();
        Assert.Equal(life.Model.Budgets.Keys.Order(), layers.Keys.Select(key => key.Revision ?? 0).Where(r => r > 0));
        foreach ((int revision, var sums) in life.Model.Budgets)
        {
            Assert.Equal(sums, Sums(layers[LayerKey.Budget("b", revision)]));
        }
    }

    [Property]
    public void Growth_OfTheMasterData_ChangesNoEarlierFigure(GrowthCase c)
    {
        var life = new Life();
        var taken = new List<(BookSnapshot Snapshot, SortedDictionary<string, decimal> Actuals)>();
        foreach (GrowthStep step in c.Steps)
        {
            life.Take(step);
            taken.Add((life.Book.Snapshot(), new(life.Model.Actuals)));
        }

        foreach ((BookSnapshot snapshot, var actuals) in taken)
        {
            BookSnapshot again = life.Book.AsOf(snapshot.Position);
            Assert.Equal(actuals, Sums(snapshot.Ledger.ToCube()));
            Assert.Equal(actuals, Sums(again.Ledger.ToCube()));
            Assert.Same(snapshot.Space, again.Space);
            Assert.Equal(snapshot.Budgets.Length, again.Budgets.Length);
            Assert.True(life.Book.Space.Extends(snapshot.Space));
        }
    }

    [Property]
    public void Journal_OfAGrowingBook_ReadsBackToTheSameBytesAndFigures(GrowthCase c)
    {
        var life = new Life();
        foreach (GrowthStep step in c.Steps)
        {
            life.Take(step);
        }

        byte[] journal = Written(life.Book);
        Book read = Book.Read(new MemoryStream(journal));

        Assert.Equal(journal, Written(read));
        Assert.Equal(life.Model.Actuals, Sums(read.Snapshot().Ledger.ToCube()));
        Assert.Equal(life.Book.Journal.Snapshot().Head, read.Journal.Snapshot().Head);
    }

    private static SortedDictionary<string, decimal> Sums(Cube cube)
    {
        var sums = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (CubeCell cell in cube.Cells())
        {
            sums.Add($"{cell.Address.Center} {cell.Address.Element} {cell.Address.Period}", cell.Amount);
        }

        return sums;
    }

    private static byte[] Written(Book book)
    {
        using var stream = new MemoryStream();
        book.Journal.Snapshot().WriteTo(stream);
        return stream.ToArray();
    }

    private sealed class Model
    {
        public SortedDictionary<string, decimal> Actuals { get; } = new(StringComparer.Ordinal);

        public Dictionary<int, SortedDictionary<string, decimal>> Budgets { get; } = [];

        public List<(string Id, List<(string Cell, decimal Amount)> Postings)> Documents { get; } = [];
    }

    private sealed class Life
    {
        private static readonly FiscalCalendar Calendar = FiscalCalendar.Months(1, YearNaming.End);
        private int documents;

        public Book Book { get; } = new("b", new CubeSpace(
            new CenterHierarchy.Builder().Add(new("c0"), new CenterValidity("", CenterKind.Cost)).Build(),
            new ElementChart.Builder().Add(new CostElement(new("e0"), "", ElementNature.Cost)).Build(),
            Calendar,
            Currency.Eur,
            new DecimalScale(2)));

        public Model Model { get; } = new();

        public void Take(GrowthStep step)
        {
            switch (step.Kind)
            {
                case 0:
                    Grow(step, newCenters: 1 + (step.First % 3), newElements: 0);
                    break;
                case 1:
                    Grow(step, newCenters: step.Second % 2, newElements: 1 + (step.First % 3));
                    break;
                case 2:
                    AddBudget(step);
                    break;
                case 3 when Model.Documents.Count > 0:
                    Reverse(step);
                    break;
                default:
                    Post(step);
                    break;
            }
        }

        private void Grow(GrowthStep step, int newCenters, int newElements)
        {
            CenterHierarchy.Builder centers = Book.Space.Centers.ToBuilder();
            int count = Book.Space.Centers.Centers.Length;
            for (int i = 0; i < newCenters; i++)
            {
                centers.Add(
                    new($"c{count + i}"),
                    new CenterValidity($"{step.Third}", CenterKind.Profit, new CenterCode($"c{step.Second % count}")));
            }

            ElementChart.Builder elements = Book.Space.Elements.ToBuilder();
            int elementCount = Book.Space.Elements.Elements.Length;
            for (int i = 0; i < newElements; i++)
            {
                elements.Add(new CostElement(
                    new($"e{elementCount + i}"),
                    "",
                    ElementNature.Revenue,
                    parent: new ElementCode($"e{step.First % elementCount}")));
            }

            Book.Extend(centers.Build(), elements.Build(), Stamp).GetOrThrow();
        }

        private void Post(GrowthStep step)
        {
            List<(string Cell, decimal Amount, Posting Posting)> lines =
                [.. Enumerable.Range(0, 1 + (step.Second % 3)).Select(i => Line(step, i))];
            string id = $"d{documents++}";
            Book.Ledger.Post(
                new Document(new(id), Currency.Eur, lines.Select(line => line.Posting)), Stamp).GetOrThrow();
            Model.Documents.Add((id, [.. lines.Select(line => (line.Cell, line.Amount))]));
            Add(lines.Select(line => (line.Cell, line.Amount)), 1);
        }

        private void Reverse(GrowthStep step)
        {
            int index = step.First % Model.Documents.Count;
            (string id, var postings) = Model.Documents[index];
            Model.Documents.RemoveAt(index);
            Book.Ledger.Reverse(new(id), new($"r{id}"), null, Stamp).GetOrThrow();
            Add(postings, -1);
        }

        private void AddBudget(GrowthStep step)
        {
            (string cell, decimal amount, Posting posting) = Line(step, 0);
            int revision = Model.Budgets.Count + 1;
            Book.Budgets.Add(
                new BudgetVersion.Builder(Book.Space, "b", revision, Phasing.Even(RemainderRule.LargestRemainder))
                    .Add(BudgetLine.ForPeriod(
                        posting.Center, posting.Element, Calendar.PeriodOf(posting.Date), amount))
                    .Freeze(),
                Stamp).GetOrThrow();
            Model.Budgets.Add(revision, new(StringComparer.Ordinal) { [cell] = amount });
        }

        private (string Cell, decimal Amount, Posting Posting) Line(GrowthStep step, int index)
        {
            int center = (step.First + index) % Book.Space.Centers.Centers.Length;
            int element = (step.Second + (2 * index)) % Book.Space.Elements.Elements.Length;
            decimal amount = (step.Third + index) / 100m;
            var date = new LocalDate(2026, 1 + (step.First % 12), 1 + (step.Second % 28));
            return (
                $"c{center} e{element} {Calendar.PeriodOf(date)}",
                amount,
                new Posting(date, new($"c{center}"), new($"e{element}"), amount));
        }

        private void Add(IEnumerable<(string Cell, decimal Amount)> postings, int sign)
        {
            foreach ((string cell, decimal amount) in postings)
            {
                Model.Actuals[cell] = Model.Actuals.GetValueOrDefault(cell) + (sign * amount);
            }
        }
    }
}
