namespace CostCenters.Explanations;

/// <summary>What an input of a figure is counted in.</summary>
public enum InputUnitKind
{
    /// <summary>Nothing: a plain number, such as a share (0.05 is 5 %) or a factor.</summary>
    Number,

    /// <summary>Hundredths: 5 is 5 %.</summary>
    Percent,

    /// <summary>Money of one currency.</summary>
    Money,

    /// <summary>Money of a currency that the caller has not named.</summary>
    AnyMoney,

    /// <summary>A quantity of one unit, such as kilograms, hours or contacts.</summary>
    Quantity,

    /// <summary>So much of one unit for each of another, such as euros for an hour.</summary>
    Rate,
}
