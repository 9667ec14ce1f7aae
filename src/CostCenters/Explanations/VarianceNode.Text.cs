using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CostCenters.Explanations;

public sealed partial class VarianceNode
{
    private const int MostIndented = 64;

    /// <summary>The tree as indented lines of name, amount, outcome and formula.</summary>
    /// <param name="digits">Decimals of the printed amounts.</param>
    /// <param name="rounding">How the printed amounts are rounded; the tree itself stays exact.</param>
    /// <remarks>Two blanks a level, for the first 64 levels below the root; a line further down stands there and begins
    /// with its level in brackets, such as <c>[65]</c>, so that the text grows with the tree and not with its
    /// square.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is below 0 or above 28, or
    /// <paramref name="rounding"/> is no rule.</exception>
    /// <exception cref="OverflowException">An amount does not fit a decimal with so many decimals.</exception>
    public string ToText(int digits, MidpointRounding rounding)
    {
        var text = new StringBuilder();
        var left = new Stack<(VarianceNode Node, int Level)>();
        left.Push((this, 0));
        while (left.TryPop(out var line))
        {
            (VarianceNode node, int level) = line;
            text.Append(' ', 2 * Math.Min(level, MostIndented));
            if (level > MostIndented)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{level}] ");
            }

            text.Append(CultureInfo.InvariantCulture, $"{node.Name}: {node.Amount.RoundTo(digits, rounding)} ")
                .Append(node.Outcome.ToString().ToLowerInvariant())
                .Append(node.Formula.Length > 0 ? $" = {node.Formula}" : "")
                .Append('\n');
            for (int child = node.Children.Length - 1; child >= 0; child--)
            {
                left.Push((node.Children[child], level + 1));
            }
        }

        return text.ToString();
    }

    /// <summary>Writes the tree as JSON: key, name, basis, amount, profitEffect, outcome, formula, inputs, cells,
    /// children.</summary>
    /// <param name="json">Where to.</param>
    /// <remarks>
    /// <para>Amounts and inputs are exact texts: <c>12.5</c>, or <c>-1/3</c> where no decimal number is exact.</para>
    /// <para>A tree of n <see cref="Levels"/> nests 2 n + 1 objects and arrays. The writer's
    /// <see cref="JsonWriterOptions.MaxDepth"/>, 1,000 unless its options say otherwise, so takes 499 levels; readers
    /// have a limit of their own (<see cref="JsonReaderOptions.MaxDepth"/>, 64 by default: 31 levels).</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The tree nests deeper than the writer accepts, and nothing was
    /// written; or a cell of the tree has no center or element.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        RequireDepth(json);

        // A node that is null stands for the end of its parent's children.
        var left = new Stack<VarianceNode?>();
        left.Push(this);
        while (left.TryPop(out VarianceNode? node))
        {
            if (node is null)
            {
                json.WriteEndArray();
                json.WriteEndObject();
                continue;
            }

            node.WriteOwn(json);
            json.WriteStartArray("children");
            left.Push(null);
            for (int child = node.Children.Length - 1; child >= 0; child--)
            {
                left.Push(node.Children[child]);
            }
        }
    }

    private void RequireDepth(Utf8JsonWriter json)
    {
        const int Default = 1_000;
        int most = json.Options.MaxDepth == 0 ? Default : json.Options.MaxDepth;
        long needed = json.CurrentDepth + (2L * Levels) + 1;
        if (needed > most)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The {Levels} levels of '{Key}' need a MaxDepth of {needed}; the JSON writer has {most}."));
        }
    }

    /// <summary>Begins the object of this node and writes all of it but its children.</summary>
    private void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("key", Key);
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
            json.WriteString("unit", input.Unit.ToString());
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
    }
}
