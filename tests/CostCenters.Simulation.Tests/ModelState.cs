using System.Collections.Immutable;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;
using NodaTime;

namespace CostCenters.Simulation.Tests;

/// <summary>A center, an element and a period.</summary>
internal readonly record struct ModelCell(string Center, string Element, FiscalPeriod Period);

/// <summary>What a cell holds.</summary>
internal readonly record struct ModelSum(decimal Amount, decimal? Quantity)
{
    public ModelSum Add(decimal amount, decimal? quantity) =>
        new(Amount + amount, quantity is null ? Quantity : (Quantity ?? 0m) + quantity);
}

/// <summary>Where a center stands; null where it is not valid. Of two layers of a day the later given one counts.
/// </summary>
internal sealed record ModelLayer(LocalDate From, LocalDate Through, ModelPlace? Place);

internal sealed record ModelPlace(string? Parent, bool IsBlocked);

internal sealed record ModelElement(string Code, bool IsCost, string? Parent, LocalDate From);

internal sealed record ModelDocument(string Id, string? Reverses, long Position, IReadOnlyList<Posting> Postings);

internal sealed record ModelBudget(
    string Name,
    int Revision,
    long Position,
    IReadOnlyList<BudgetLine> Lines,
    IReadOnlyDictionary<ModelCell, ModelSum> Cells);

internal sealed record ModelRecord(long Position, IReadOnlyList<KeyFigureValue> Values);

/// <summary>What the company holds after a command, in plain lists and dictionaries of decimal.</summary>
internal sealed record ModelState
{
    public static ModelState Empty { get; } = new();

    public ImmutableSortedDictionary<string, ImmutableList<ModelLayer>> Centers { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableList<ModelLayer>>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, ModelElement> Elements { get; init; } =
        ImmutableSortedDictionary.Create<string, ModelElement>(StringComparer.Ordinal);

    public ImmutableList<ModelDocument> Documents { get; init; } = [];

    public IReadOnlyDictionary<ModelCell, ModelSum> Cells { get; init; } = new Dictionary<ModelCell, ModelSum>();

    public ImmutableList<ModelBudget> Budgets { get; init; } = [];

    public ImmutableList<ModelRecord> Records { get; init; } = [];

    public ImmutableHashSet<(string Center, FiscalPeriod Period)> Closed { get; init; } = [];

    public int PostingCount => Documents.Sum(document => document.Postings.Count);

    public IEnumerable<KeyFigureValue> KeyFigures => Records.SelectMany(record => record.Values);

    public ModelDocument? Find(string id) => Documents.Find(document => document.Id == id);

    /// <summary>Where a center stands on a day; null where it is not valid.</summary>
    public ModelPlace? PlaceOn(string center, LocalDate day) =>
        Centers[center].FindLast(layer => layer.From <= day && day <= layer.Through)?.Place;

    /// <summary>Where a tree of a day shows a center: as on that day, else as on the nearest day before, else as on
    /// its first day.</summary>
    public string? ParentOn(string center, LocalDate day)
    {
        ImmutableList<ModelLayer> layers = Centers[center];
        LocalDate[] days =
        [
            .. layers.SelectMany(layer => new[] { layer.From, Before(layer.From), layer.Through, After(layer.Through) })
                .Append(day)
                .Where(each => PlaceOn(center, each) is not null),
        ];
        LocalDate[] reached = [.. days.Where(each => each <= day)];
        return PlaceOn(center, reached.Length > 0 ? reached.Max() : days.Min())!.Parent;
    }

    public bool IsBelow(string center, string top, LocalDate day) =>
        center == top || (ParentOn(center, day) is string parent && IsBelow(parent, top, day));

    /// <summary>The centers of a tree of a day: each before its children, siblings by code.</summary>
    public IEnumerable<string> Preorder(LocalDate day, string? parent = null) =>
        Centers.Keys.Where(center => ParentOn(center, day) == parent)
            .SelectMany(center => Preorder(day, center).Prepend(center));

    public bool IsInGroup(string element, string group) =>
        element == group || (Elements[element].Parent is string parent && IsInGroup(parent, group));

    public IEnumerable<string> ElementPreorder(string? parent = null) =>
        Elements.Values.Where(element => element.Parent == parent)
            .SelectMany(element => ElementPreorder(element.Code).Prepend(element.Code));

    private static LocalDate Before(LocalDate day) => day == LocalDate.MinIsoValue ? day : day.PlusDays(-1);

    private static LocalDate After(LocalDate day) => day == LocalDate.MaxIsoValue ? day : day.PlusDays(1);
}
