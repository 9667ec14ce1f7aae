namespace CostCenters.KeyFigures;

/// <summary>Which figure stands for a stock over several periods.</summary>
/// <remarks>The stock of several centers is added up within each period first. A period without a value of any of them
/// does not count; where some have one, each center that was recorded before must have one too, or the figure is
/// missing as <see cref="FigureGap.Incomplete"/>. A center that is closed has the value 0.</remarks>
public enum StockRule
{
    /// <summary>The mean of the periods that have a value.</summary>
    Average,

    /// <summary>The value of the last period that has one.</summary>
    Last,

    /// <summary>The highest value of a period.</summary>
    Maximum,
}
