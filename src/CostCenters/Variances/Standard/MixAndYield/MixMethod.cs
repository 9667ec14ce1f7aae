namespace CostCenters.Variances.Standard.MixAndYield;

/// <summary>How a mix variance is given to the single items.</summary>
/// <remarks>The totals of mix, and of yield or quantity, are the same; by item even the outcome can differ.</remarks>
public enum MixMethod
{
    /// <summary>
    /// Individual prices (Horngren, Kaplan, ACCA): mix = (actual - actual total in standard mix) × item's standard
    /// price; the rest = (actual total in standard mix - standard) × item's standard price.
    /// </summary>
    IndividualPrice,

    /// <summary>
    /// Weighted average: mix = (actual - standard) × (item's standard price - average standard price); the rest =
    /// (actual - standard) × average standard price.
    /// </summary>
    WeightedAverage,
}
