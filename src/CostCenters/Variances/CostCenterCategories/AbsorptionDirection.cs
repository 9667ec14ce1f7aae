namespace CostCenters.Variances.CostCenterCategories;

/// <summary>Whether more or less cost was absorbed than occurred.</summary>
public enum AbsorptionDirection
{
    /// <summary>Absorbed and actual cost are the same.</summary>
    Even,

    /// <summary>More was absorbed than occurred.</summary>
    Over,

    /// <summary>Less was absorbed than occurred.</summary>
    Under,
}
