using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;

namespace CostCenters.Simulation.Tests;

/// <content>All that a book says is held against the model.</content>
internal sealed partial class Simulator
{
    /// <summary>The book as it is now, every cell of it.</summary>
    private void Compare() => Compare(model.Position, subject.Snapshot());

    /// <summary>Some earlier positions: each answers what it answered then.</summary>
    private void CompareEarlier(int count)
    {
        for (; count > 0; count--)
        {
            long position = random.NextInt64(model.Position + 1);
            Compare(position, subject.AsOf(position));
        }
    }

    private void Compare(long position, BookSnapshot snapshot)
    {
        ModelState state = model.States[(int)position];
        Same(position, snapshot.Position.Number, "the position of a snapshot");
        Same(state.PostingCount, snapshot.Ledger.PostingCount, "the number of postings");
        SameCells(
            state.Cells,
            CellsOf(subject.Actuals(snapshot, 1 + random.Next(2), CancellationToken.None)),
            $"the actuals as of position {position}");
        Same(state.Centers.Count, snapshot.Space.Centers.Centers.Length, "the number of centers");
        Same(state.Closed.Count, snapshot.Ledger.ClosedPeriods.Count, "the number of closed periods");
        foreach ((string center, FiscalPeriod period) in state.Closed)
        {
            Same(
                true,
                snapshot.Ledger.ClosedPeriods.Contains(new(center), period),
                $"whether {period} of {center} is closed");
        }

        Same(state.Budgets.Count, snapshot.Budgets.Length, "the number of budgets");
        for (int i = 0; i < state.Budgets.Count; i++)
        {
            SameCells(state.Budgets[i].Cells, CellsOf(snapshot.Budgets[i].Cube), $"budget {snapshot.Budgets[i].Layer}");
        }

        IEnumerable<KeyFigureValue> recorded = snapshot.KeyFigures;
        Same(true, state.KeyFigures.SequenceEqual(recorded), "whether the key figures are those that were recorded");
    }

    private static Dictionary<ModelCell, ModelSum> CellsOf(Cube cube) => cube.Cells().ToDictionary(
        cell => new ModelCell(cell.Address.Center.Value, cell.Address.Element.Value, cell.Address.Period),
        cell => new ModelSum(cell.Amount, cell.Quantity));

    private void SameCells(
        IReadOnlyDictionary<ModelCell, ModelSum> expected, Dictionary<ModelCell, ModelSum> actual, string what)
    {
        foreach ((ModelCell cell, ModelSum sum) in expected)
        {
            ModelSum? found = actual.TryGetValue(cell, out ModelSum there) ? there : null;
            Same(sum, found, $"{what}, {cell}");
        }

        Same(expected.Count, actual.Count, $"{what}, the number of cells");
    }
}
