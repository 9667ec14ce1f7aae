using CostCenters.Cubes;
using CostCenters.Monetary;

namespace CostCenters.Variances.Currencies;

/// <summary>What one cell adds to one part of a currency variance.</summary>
internal readonly record struct CellShare
{
    public CellShare(string part, CurrencyLayer layer, CellAddress address, PostedPair amounts, Fraction amount)
    {
        Part = part;
        Layer = layer;
        Address = address;
        Amounts = amounts;
        Amount = amount;
    }

    public string Part { get; }

    public CurrencyLayer Layer { get; }

    public CellAddress Address { get; }

    public PostedPair Amounts { get; }

    public string Currency => Layer.Rates.Budget.From.Code;

    public Fraction Amount { get; }
}
