namespace CostCenters.KeyFigures;

/// <summary>Why there is no figure.</summary>
public enum FigureGap
{
    /// <summary>Nothing is missing: there is a figure.</summary>
    None,

    /// <summary>No value was recorded for what is asked; absent is not zero.</summary>
    NoValue,

    /// <summary>There is nothing to divide by: the divisor is 0.</summary>
    ZeroDivisor,

    /// <summary>The records do not reach back over all periods that the figure needs.</summary>
    TooFewPeriods,

    /// <summary>The value of one of several centers, or of one period, is lacking where others are recorded: what
    /// they come to without it is not the figure of all of them.</summary>
    Incomplete,
}
