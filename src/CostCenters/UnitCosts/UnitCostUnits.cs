using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.UnitCosts;

/// <summary>What the figures of a change of unit cost are counted in.</summary>
internal sealed class UnitCostUnits
{
    public UnitCostUnits(Currency currency, string unit)
    {
        Money = InputUnit.Of(currency);
        Units = InputUnit.Of(unit);
    }

    /// <summary>The cost.</summary>
    public InputUnit Money { get; }

    /// <summary>What the cost is divided by, such as contacts.</summary>
    public InputUnit Units { get; }

    /// <summary>The cost of a unit.</summary>
    public InputUnit UnitCost => Money.Per(Units);

    /// <summary>Input a unit, such as minutes a contact.</summary>
    public InputUnit InputPerUnit(string input) => InputUnit.Of(input).Per(Units);

    /// <summary>The price of the input, such as that of a minute.</summary>
    public InputUnit Price(string input) => Money.Per(input);
}
