namespace CostCenters.Variances.CostCenterCategories;

/// <summary>The categories that are computed; what an unticked one would explain falls into the remaining variance of
/// its side.</summary>
/// <remarks>Source: SAP Library, variance categories of cost centers, and the check boxes of its variance variants.
/// </remarks>
[Flags]
public enum VarianceCategories
{
    /// <summary>None: all is remaining variance.</summary>
    None = 0,

    /// <summary>Actual quantity x (actual price - plan price); the joint term of price and quantity is in here.
    /// </summary>
    InputPrice = 1,

    /// <summary>(Actual quantity - target quantity) x plan price.</summary>
    InputQuantity = 2,

    /// <summary>Inputs that were used and not planned, or planned and not used.</summary>
    ResourceUsage = 4,

    /// <summary>Allocated quantity x (plan price - allocation price).</summary>
    OutputPrice = 8,

    /// <summary>Activity performed but not allocated x plan price.</summary>
    OutputQuantity = 16,

    /// <summary>Planned fixed cost that actual activity does not cover at the plan price; textbooks call it the fixed
    /// overhead volume variance.</summary>
    FixedCost = 32,

    /// <summary>Allocated quantity x (plan price - mixed price).</summary>
    MixedPrice = 64,

    /// <summary>Unplanned scrap x plan price.</summary>
    Scrap = 128,

    /// <summary>All categories of the input side.</summary>
    AllInput = InputPrice | InputQuantity | ResourceUsage,

    /// <summary>All categories of the output side.</summary>
    AllOutput = OutputPrice | OutputQuantity | FixedCost | MixedPrice | Scrap,

    /// <summary>All categories.</summary>
    All = AllInput | AllOutput,
}
