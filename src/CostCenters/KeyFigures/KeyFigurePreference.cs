namespace CostCenters.KeyFigures;

/// <summary>Whether a higher value of a key figure is a good sign.</summary>
public enum KeyFigurePreference
{
    /// <summary>More is neither better nor worse, as with heads or square metres.</summary>
    Neutral,

    /// <summary>More is better, as with satisfaction.</summary>
    MoreIsBetter,

    /// <summary>More is worse, as with response times.</summary>
    MoreIsWorse,
}
