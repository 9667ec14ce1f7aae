using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.KeyFigures;

/// <summary>How a key figure is computed from others: sums, differences, products and quotients.</summary>
/// <remarks>
/// <para>The figures that it names come together over periods and centers first, each by its own rule, and are combined
/// afterwards: a quotient is the ratio of the sums, never a mean of ratios.</para>
/// <para>A formula may nest to any depth; a part that stands in it several times is computed once.</para>
/// <para>Exact. Where a figure is missing the result is missing; a quotient over 0 is missing too. Immutable.</para>
/// </remarks>
public sealed class KeyFigureFormula
{
    private readonly char operation;
    private readonly KeyFigureCode code;
    private readonly decimal constant;
    private readonly KeyFigureFormula? left;
    private readonly KeyFigureFormula? right;

    private KeyFigureFormula(KeyFigureCode code) => (operation, this.code) = ('k', code);

    private KeyFigureFormula(decimal constant) => (operation, this.constant) = ('c', constant);

    private KeyFigureFormula(KeyFigureFormula left, char operation, KeyFigureFormula right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        this.left = left;
        this.operation = operation;
        this.right = right;
    }

    /// <summary>The key figures that the formula names, each once, in the order of their codes.</summary>
    public ImmutableArray<KeyFigureCode> Inputs =>
        [.. PartsInOrder().Where(part => part.operation == 'k').Select(part => part.code).Distinct().Order()];

    /// <summary>The value of a key figure.</summary>
    /// <param name="code">Its code.</param>
    public static KeyFigureFormula Of(KeyFigureCode code)
    {
        _ = code.Value;
        return new KeyFigureFormula(code);
    }

    /// <summary>A number.</summary>
    /// <param name="value">The number, without a unit.</param>
    public static KeyFigureFormula Constant(decimal value) => new(value);

    /// <summary>Adds; both sides must have one unit.</summary>
    public static KeyFigureFormula operator +(KeyFigureFormula left, KeyFigureFormula right) => new(left, '+', right);

    /// <summary>Subtracts; both sides must have one unit.</summary>
    public static KeyFigureFormula operator -(KeyFigureFormula left, KeyFigureFormula right) => new(left, '-', right);

    /// <summary>Multiplies.</summary>
    public static KeyFigureFormula operator *(KeyFigureFormula left, KeyFigureFormula right) => new(left, '*', right);

    /// <summary>Divides; over 0 there is no value.</summary>
    public static KeyFigureFormula operator /(KeyFigureFormula left, KeyFigureFormula right) => new(left, '/', right);

    /// <summary>Adds; both sides must have one unit.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public static KeyFigureFormula Add(KeyFigureFormula left, KeyFigureFormula right) => left + right;

    /// <summary>Subtracts; both sides must have one unit.</summary>
    /// <param name="left">What is subtracted from.</param>
    /// <param name="right">What is subtracted.</param>
    public static KeyFigureFormula Subtract(KeyFigureFormula left, KeyFigureFormula right) => left - right;

    /// <summary>Multiplies.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public static KeyFigureFormula Multiply(KeyFigureFormula left, KeyFigureFormula right) => left * right;

    /// <summary>Divides; over 0 there is no value.</summary>
    /// <param name="left">What is divided.</param>
    /// <param name="right">What it is divided by.</param>
    public static KeyFigureFormula Divide(KeyFigureFormula left, KeyFigureFormula right) => left / right;

    /// <summary>Text such as <c>(contacts - tickets) / contacts</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var left = new Stack<(string? Text, KeyFigureFormula? Part)>();
        left.Push((null, this));
        while (left.TryPop(out var next))
        {
            switch (next.Part)
            {
                case null:
                    text.Append(next.Text);
                    break;
                case { operation: 'k' or 'c' } leaf:
                    text.Append(
                        leaf.operation == 'k' ? leaf.code.Value : leaf.constant.ToString(CultureInfo.InvariantCulture));
                    break;
                case KeyFigureFormula node:
                    PushNested(node.right!);
                    left.Push(($" {node.operation} ", null));
                    PushNested(node.left!);
                    break;
            }
        }

        return text.ToString();

        void PushNested(KeyFigureFormula part)
        {
            bool isNested = part.left is not null;
            left.Push((isNested ? ")" : "", null));
            left.Push((null, part));
            left.Push((isNested ? "(" : "", null));
        }
    }

    internal Figure Evaluate(Func<KeyFigureCode, Figure> read) => Fold<Figure>((part, first, second) =>
        part.operation switch
        {
            'k' => read(part.code),
            'c' => Figure.Of(Fraction.Of(part.constant)),
            '/' => Figure.Quotient(first, second),
            '+' => Figure.Combine(first, second, (augend, addend) => Figure.Of(augend + addend)),
            '-' => Figure.Combine(first, second, (minuend, subtrahend) => Figure.Of(minuend - subtrahend)),
            _ => Figure.Combine(first, second, (factor, other) => Figure.Of(factor * other)),
        });

    /// <summary>The unit of sums and differences; null where it is a new one, or a bare number.</summary>
    /// <exception cref="ArgumentException">Two units are added or subtracted.</exception>
    internal string? UnitBy(Func<KeyFigureCode, string> unitOf) => Fold<string?>((part, first, second) =>
        part.operation switch
        {
            'k' => unitOf(part.code),
            'c' or '*' or '/' => null,
            _ => first is null || second is null || first == second
                ? first ?? second
                : throw new ArgumentException($"'{part}' mixes the units '{first}' and '{second}'."),
        });

    /// <summary>Computes something of each part once, from what was computed of both sides of it.</summary>
    private T Fold<T>(Func<KeyFigureFormula, T, T, T> compute)
    {
        var computed = new Dictionary<KeyFigureFormula, T>(ReferenceEqualityComparer.Instance);
        foreach (KeyFigureFormula part in PartsInOrder())
        {
            computed[part] = part.left is null
                ? compute(part, default!, default!)
                : compute(part, computed[part.left], computed[part.right!]);
        }

        return computed[this];
    }

    /// <summary>The formula and all within it, each once, a part behind both of its sides.</summary>
    private List<KeyFigureFormula> PartsInOrder()
    {
        var order = new List<KeyFigureFormula>();
        var done = new HashSet<KeyFigureFormula>(ReferenceEqualityComparer.Instance);
        var open = new Stack<KeyFigureFormula>();
        open.Push(this);
        while (open.TryPeek(out KeyFigureFormula? part))
        {
            bool waits = false;
            foreach (KeyFigureFormula? side in new[] { part.right, part.left })
            {
                if (side is not null && !done.Contains(side))
                {
                    open.Push(side);
                    waits = true;
                }
            }

            if (!waits)
            {
                open.Pop();
                if (done.Add(part))
                {
                    order.Add(part);
                }
            }
        }

        return order;
    }
}
