using CostCenters.Monetary;

namespace CostCenters.Profitability;

/// <summary>Units in inventory and the fixed overhead that they carry.</summary>
internal sealed class FixedCostInventory(InventoryFlow flow)
{
    private readonly Queue<(Fraction Units, Fraction FixedCost)> layers = [];

    public Fraction Units => Fraction.Sum(layers.Select(layer => layer.Units));

    public Fraction FixedCost => Fraction.Sum(layers.Select(layer => layer.FixedCost));

    public void Receive(Fraction units, Fraction fixedCost)
    {
        (Fraction Units, Fraction FixedCost) layer = (units, fixedCost);
        if (flow == InventoryFlow.WeightedAverage)
        {
            layer = (Units + units, FixedCost + fixedCost);
            layers.Clear();
        }

        layers.Enqueue(layer);
    }

    /// <summary>Takes units out; there are enough of them.</summary>
    public void Issue(Fraction units)
    {
        var kept = new List<(Fraction Units, Fraction FixedCost)>();
        foreach (var layer in layers)
        {
            Fraction taken = units < layer.Units ? units : layer.Units;
            units -= taken;
            if (taken < layer.Units)
            {
                Fraction left = layer.Units - taken;
                kept.Add((left, layer.FixedCost * left / layer.Units));
            }
        }

        layers.Clear();
        kept.ForEach(layers.Enqueue);
    }
}
