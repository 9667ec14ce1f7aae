using System.Globalization;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;

namespace CostCenters.Tests.Unit.Variances.Standard;

/// <summary>Trees as short texts, so that a test shows all parts of one.</summary>
internal static class VarianceText
{
    public static VarianceUnits Kilograms { get; } = new(Currency.Eur, "kg");

    public static VarianceUnits Hours { get; } = new(Currency.Eur, "hour");

    public static VarianceUnits Pieces { get; } = new(Currency.Eur, "piece");

    /// <summary>Names and amounts of the whole and its parts, such as <c>material 3: material price 1,
    /// ...</c>.</summary>
    public static string Parts(this VarianceNode node) =>
        $"{Text(node)}: {string.Join(", ", node.Children.Select(Text))}";

    public static decimal Input(this VarianceNode node, string name) =>
        node.Inputs.Single(input => input.Name == name).Value.RoundTo(8, MidpointRounding.ToEven);

    private static string Text(VarianceNode node) =>
        string.Create(CultureInfo.InvariantCulture, $"{node.Name} {node.Amount}");
}
