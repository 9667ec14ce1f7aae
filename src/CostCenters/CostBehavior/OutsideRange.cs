namespace CostCenters.CostBehavior;

/// <summary>What a cost function says of an activity outside its relevant range.</summary>
public enum OutsideRange
{
    /// <summary>Nothing: the activity is refused.</summary>
    Refuse,

    /// <summary>The cost at the nearest end of the range: it neither falls nor rises any further.</summary>
    KeepNearest,

    /// <summary>
    /// The pattern goes on: a line with its rate, steps with the width and the rise of the last one.
    /// </summary>
    Extrapolate,
}
