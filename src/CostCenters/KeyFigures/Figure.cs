using System.ComponentModel;
using System.Text.Json.Serialization;
using CostCenters.Monetary;

namespace CostCenters.KeyFigures;

/// <summary>A computed figure, or the reason why there is none.</summary>
/// <remarks>Exact and unrounded, in the unit of what was asked for. <c>default(Figure)</c> is the figure 0.</remarks>
[JsonConverter(typeof(TextJsonConverter<Figure>))]
[TypeConverter(typeof(TextTypeConverter<Figure>))]
public readonly record struct Figure : ITextValue<Figure>
{
    private readonly Fraction value;

    private Figure(Fraction value, FigureGap gap)
    {
        this.value = value;
        Gap = gap;
    }

    private const string NoFigure = "none: ";

    static string ITextValue<Figure>.Expected => "a figure; write it like 5/2, or like none: ZeroDivisor";

    /// <summary>The figure, or null when there is none.</summary>
    public Fraction? Value => Gap == FigureGap.None ? value : null;

    /// <summary>Why there is no figure; <see cref="FigureGap.None"/> when there is one.</summary>
    public FigureGap Gap { get; }

    /// <summary>A figure.</summary>
    /// <param name="value">Its value.</param>
    public static Figure Of(Fraction value) => new(value, FigureGap.None);

    /// <summary>No figure.</summary>
    /// <param name="reason">Why.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reason"/> is none.</exception>
    public static Figure Missing(FigureGap reason) =>
        reason != FigureGap.None && Enum.IsDefined(reason)
            ? new Figure(Fraction.Zero, reason)
            : throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason was expected.");

    /// <summary>The quotient, or the reason why there is none: a part is missing, or the divisor is 0.</summary>
    /// <param name="dividend">What is divided.</param>
    /// <param name="divisor">What it is divided by.</param>
    public static Figure Quotient(Figure dividend, Figure divisor) =>
        Combine(dividend, divisor, (left, right) =>
            right.IsZero ? Missing(FigureGap.ZeroDivisor) : Of(left / right));

    /// <summary>Text such as <c>5/2</c> or <c>none: ZeroDivisor</c>.</summary>
    public override string ToString() => Value is Fraction number ? number.ToString() : NoFigure + Gap;

    internal static Figure Combine(Figure left, Figure right, Func<Fraction, Fraction, Figure> combine) =>
        left.Value is not Fraction first ? left : right.Value is not Fraction second ? right : combine(first, second);

    static bool ITextValue<Figure>.TryRead(ReadOnlySpan<char> text, IFormatProvider? provider, out Figure value)
    {
        if (!text.StartsWith(NoFigure, StringComparison.Ordinal))
        {
            bool isRead = TextValue.TryParse(text, out Fraction number);
            value = Of(number);
            return isRead;
        }

        bool isReason = TextValue.TryName(text[NoFigure.Length..], out FigureGap gap) && gap != FigureGap.None;
        value = isReason ? Missing(gap) : default;
        return isReason;
    }

    string ITextValue<Figure>.ExactText() => ToString();
}
