using System.Collections.Immutable;
using CostCenters.Budgets;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;

namespace CostCenters.Csv;

/// <summary>A book folder in memory: master data, budgets, postings and key figures of one company.</summary>
/// <remarks>Immutable but for its ledger, which goes on taking commands.</remarks>
public sealed class Book
{
    /// <summary>Creates a book.</summary>
    /// <param name="name">The name of the company.</param>
    /// <param name="space">Centers, elements, calendar, currency and scale.</param>
    /// <param name="budgets">The budget versions; copied.</param>
    /// <param name="ledger">The ledger, over the same space.</param>
    /// <param name="keyFigures">The values of key figures; copied.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The ledger or a version is over another space, or two versions have one
    /// name.</exception>
    public Book(
        string name,
        CubeSpace space,
        IEnumerable<BudgetVersion> budgets,
        Ledger ledger,
        IEnumerable<KeyFigureValue> keyFigures)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(budgets);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(keyFigures);
        Name = name;
        Space = space;
        Budgets = [.. budgets];
        Ledger = ledger;
        KeyFigures = [.. keyFigures];
        if (!ReferenceEquals(ledger.Space, space) || Budgets.Any(budget => !ReferenceEquals(budget.Cube.Space, space)))
        {
            throw new ArgumentException("The ledger and the budgets must be over the space of the book.");
        }

        if (Budgets.DistinctBy(version => version.Name).Count() < Budgets.Length)
        {
            throw new ArgumentException("Two budget versions have the same name.", nameof(budgets));
        }
    }

    /// <summary>The name of the company.</summary>
    public string Name { get; }

    /// <summary>Centers, elements, calendar, currency and scale.</summary>
    public CubeSpace Space { get; }

    /// <summary>The budget versions, in order of appearance.</summary>
    public ImmutableArray<BudgetVersion> Budgets { get; }

    /// <summary>The postings.</summary>
    public Ledger Ledger { get; }

    /// <summary>The values of key figures, in order of appearance.</summary>
    public ImmutableArray<KeyFigureValue> KeyFigures { get; }

    /// <summary>The actuals as they are now and each budget version, as layers for the analyses.</summary>
    /// <exception cref="AmountOverflowException">A cell of the actuals outgrows 64 bits.</exception>
    public CubeLayers ToLayers() =>
        Budgets.Aggregate(
            new CubeLayers(Space).With(LayerKey.Actual, Ledger.Snapshot().ToCube()),
            (layers, version) => layers.With(version.Layer, version.Cube));
}
