using System.Collections.Immutable;
using System.Globalization;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.KeyFigures;

/// <summary>How a key figure is computed from others: sums, differences, products and quotients.</summary>
/// <remarks>
/// <para>The figures that it names come together over periods and centers first, each by its own rule, and are combined
/// afterwards: a quotient is the ratio of the sums, never a mean of ratios.</para>
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
    public ImmutableArray<KeyFigureCode> Inputs => [.. AllInputs().Distinct().Order()];

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
    public override string ToString() => operation switch
    {
        'k' => code.Value,
        'c' => constant.ToString(CultureInfo.InvariantCulture),
        _ => $"{Nested(left!)} {operation} {Nested(right!)}",
    };

    internal Figure Evaluate(Func<KeyFigureCode, Figure> read) => operation switch
    {
        'k' => read(code),
        'c' => Figure.Of(Fraction.Of(constant)),
        '/' => Figure.Quotient(left!.Evaluate(read), right!.Evaluate(read)),
        _ => Figure.Combine(left!.Evaluate(read), right!.Evaluate(read), (first, second) => Figure.Of(operation switch
        {
            '+' => first + second,
            '-' => first - second,
            _ => first * second,
        })),
    };

    /// <summary>The unit of sums and differences; null where it is a new one, or a bare number.</summary>
    /// <exception cref="ArgumentException">Two units are added or subtracted.</exception>
    internal string? UnitBy(Func<KeyFigureCode, string> unitOf)
    {
        if (operation is 'k' or 'c')
        {
            return operation == 'k' ? unitOf(code) : null;
        }

        string? first = left!.UnitBy(unitOf);
        string? second = right!.UnitBy(unitOf);
        if (operation is '*' or '/')
        {
            return null;
        }

        return first is null || second is null || first == second
            ? first ?? second
            : throw new ArgumentException($"'{this}' mixes the units '{first}' and '{second}'.");
    }

    private static string Nested(KeyFigureFormula part) => part.left is null ? part.ToString() : $"({part})";

    private IEnumerable<KeyFigureCode> AllInputs() =>
        operation == 'k' ? [code] : left is null ? [] : left.AllInputs().Concat(right!.AllInputs());
}
