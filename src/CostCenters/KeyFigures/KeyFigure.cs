using CostCenters.Structure;

namespace CostCenters.KeyFigures;

/// <summary>The definition of a statistical key figure: what is counted, in which unit, and how it rolls up.</summary>
/// <remarks>Not money. Immutable.</remarks>
public sealed class KeyFigure
{
    private KeyFigure(
        KeyFigureCode code,
        string unit,
        KeyFigurePreference preference,
        KeyFigureKind kind,
        StockRule? stockRule = null,
        KeyFigureFormula? formula = null)
    {
        _ = code.Value;
        ArgumentNullException.ThrowIfNull(unit);
        if (!Enum.IsDefined(preference))
        {
            throw new ArgumentOutOfRangeException(nameof(preference), preference, "There is no such preference.");
        }

        Code = code;
        Unit = unit;
        Preference = preference;
        Kind = kind;
        StockRule = stockRule;
        Formula = formula;
    }

    /// <summary>The code.</summary>
    public KeyFigureCode Code { get; }

    /// <summary>The unit, such as <c>contacts</c> or <c>minutes</c>; empty for a bare number.</summary>
    public string Unit { get; }

    /// <summary>Whether more is better, worse or neither.</summary>
    public KeyFigurePreference Preference { get; }

    /// <summary>How its values come together.</summary>
    public KeyFigureKind Kind { get; }

    /// <summary>How a stock comes together over periods; null for any other kind.</summary>
    public StockRule? StockRule { get; }

    /// <summary>How it is computed; null where values are recorded.</summary>
    public KeyFigureFormula? Formula { get; }

    /// <summary>A figure that happens in a period and adds up, such as contacts.</summary>
    /// <param name="code">The code.</param>
    /// <param name="unit">The unit; empty for a bare number.</param>
    /// <param name="preference">Whether more is better, worse or neither.</param>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such preference.</exception>
    public static KeyFigure Flow(KeyFigureCode code, string unit, KeyFigurePreference preference) =>
        new(code, unit, preference, KeyFigureKind.Flow);

    /// <summary>A figure that exists at a time, such as heads.</summary>
    /// <param name="code">The code.</param>
    /// <param name="unit">The unit; empty for a bare number.</param>
    /// <param name="preference">Whether more is better, worse or neither.</param>
    /// <param name="rule">Which figure stands for several periods.</param>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such preference or rule.</exception>
    public static KeyFigure Stock(KeyFigureCode code, string unit, KeyFigurePreference preference, StockRule rule) =>
        Enum.IsDefined(rule)
            ? new(code, unit, preference, KeyFigureKind.Stock, rule)
            : throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such rule.");

    /// <summary>One figure over another: the ratio of the sums, weighted by its denominator.</summary>
    /// <param name="code">The code.</param>
    /// <param name="unit">The unit, such as <c>contacts per customer</c>; empty for a bare number.</param>
    /// <param name="preference">Whether more is better, worse or neither.</param>
    /// <param name="numerator">The figure above the line.</param>
    /// <param name="denominator">The figure below the line.</param>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such preference.</exception>
    public static KeyFigure Ratio(
        KeyFigureCode code,
        string unit,
        KeyFigurePreference preference,
        KeyFigureCode numerator,
        KeyFigureCode denominator) =>
        Computed(code, unit, preference, KeyFigureFormula.Of(numerator) / KeyFigureFormula.Of(denominator));

    /// <summary>A figure that is computed from others.</summary>
    /// <param name="code">The code.</param>
    /// <param name="unit">The unit; empty for a bare number.</param>
    /// <param name="preference">Whether more is better, worse or neither.</param>
    /// <param name="formula">How it is computed.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such preference.</exception>
    public static KeyFigure Computed(
        KeyFigureCode code, string unit, KeyFigurePreference preference, KeyFigureFormula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return new KeyFigure(code, unit, preference, KeyFigureKind.Computed, formula: formula);
    }

    /// <summary>Text such as <c>contacts (Flow)</c>.</summary>
    public override string ToString() => $"{Code} ({Kind})";
}
