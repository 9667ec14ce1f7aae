namespace CostCenters.Variances.Standard.PriceAndQuantity;

/// <summary>How one kind of input names its price, its quantity and their variances.</summary>
internal sealed record PriceQuantityTerms(
    string Key, string Whole, string PriceKey, string PricePart, string Price, string Quantity);
