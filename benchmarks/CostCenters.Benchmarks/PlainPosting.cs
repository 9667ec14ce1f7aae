using CostCenters.Ledgers;

namespace CostCenters.Benchmarks;

/// <summary>A posting as a program without this library would hold it.</summary>
internal sealed record PlainPosting(string Center, string Element, DateOnly Date, decimal Amount, decimal? Quantity)
{
    public static PlainPosting From(Posting posting) =>
        new(
            posting.Center.Value,
            posting.Element.Value,
            posting.Date.ToDateOnly(),
            posting.Amount,
            posting.Quantity);
}
