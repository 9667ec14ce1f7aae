using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CostCenters.Explanations;

public sealed partial class VarianceNode
{
    /// <summary>The tree as indented lines of name, amount, outcome and formula.</summary>
    /// <param name="digits">Decimals of the printed amounts.</param>
    /// <param name="rounding">How the printed amounts are rounded; the tree itself stays exact.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is below 0 or above 28, or
    /// <paramref name="rounding"/> is no rule.</exception>
    /// <exception cref="OverflowException">An amount does not fit a decimal with so many decimals.</exception>
    public string ToText(int digits, MidpointRounding rounding)
    {
        var text = new StringBuilder();
        Append(this, depth: 0);
        return text.ToString();

        void Append(VarianceNode node, int depth)
        {
            text.Append(' ', 2 * depth)
                .Append(CultureInfo.InvariantCulture, $"{node.Name}: {node.Amount.RoundTo(digits, rounding)} ")
                .Append(node.Outcome.ToString().ToLowerInvariant())
                .Append(node.Formula.Length > 0 ? $" = {node.Formula}" : "")
                .Append('\n');
            foreach (VarianceNode child in node.Children)
            {
                Append(child, depth + 1);
            }
        }
    }

    /// <summary>Writes the tree as JSON: name, basis, amount, profitEffect, outcome, formula, inputs, cells, children.
    /// </summary>
    /// <param name="json">Where to.</param>
    /// <remarks>Amounts and inputs are exact texts: <c>12.5</c>, or <c>-1/3</c> where no decimal number is exact.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A cell of the tree has no center or element.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("name", Name);
        json.WriteString("basis", Basis.ToString().ToLowerInvariant());
        json.WriteString("amount", Amount.ToString());
        json.WriteString("profitEffect", ProfitEffect.ToString());
        json.WriteString("outcome", Outcome.ToString().ToLowerInvariant());
        json.WriteString("formula", Formula);
        json.WriteStartArray("inputs");
        foreach (VarianceInput input in Inputs)
        {
            json.WriteStartObject();
            json.WriteString("name", input.Name);
            json.WriteString("value", input.Value.ToString());
            json.WriteString("unit", input.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("cells");
        foreach (Cubes.CellAddress cell in Cells)
        {
            json.WriteStartObject();
            json.WriteString("center", cell.Center.ToString());
            json.WriteString("element", cell.Element.ToString());
            json.WriteString("period", cell.Period.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("children");
        foreach (VarianceNode child in Children)
        {
            child.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
