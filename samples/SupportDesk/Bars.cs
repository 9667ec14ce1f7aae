using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.Samples.SupportDesk;

/// <summary>Draws figures as bars of text on one scale.</summary>
internal sealed class Bars
{
    private readonly Fraction lowest;
    private readonly Fraction span;
    private readonly int width;

    private Bars(Fraction lowest, Fraction highest, int width)
    {
        this.lowest = lowest;
        span = highest - lowest;
        this.width = width;
    }

    /// <summary>A scale from 0 to the highest figure.</summary>
    public static Bars FromZero(IEnumerable<Figure> figures, int width) =>
        new(Fraction.Zero, figures.Select(figure => figure.Value ?? Fraction.Zero).DefaultIfEmpty().Max(), width);

    /// <summary>A scale from the lowest to the highest figure.</summary>
    public static Bars Between(IReadOnlyCollection<Fraction> figures, int width) =>
        new(figures.Min(), figures.Max(), width);

    /// <summary>A bar of the actual, and a line where the budget is.</summary>
    public string Compared(Figure budget, Figure actual, string color)
    {
        string bar = Whole(actual).PadRight(width + 1);
        if (budget.Value is not Fraction planned)
        {
            return $"[{color}]{bar.TrimEnd()}[/]";
        }

        int place = Place(planned);
        return $"[{color}]{bar[..place]}[/]│[{color}]{bar[(place + 1)..].TrimEnd()}[/]";
    }

    /// <summary>A bar from 0.</summary>
    public string Whole(Figure figure) => figure.Value is Fraction value ? new('█', Place(value)) : "";

    /// <summary>A bar between two figures.</summary>
    public string Step(Fraction from, Fraction to, string color)
    {
        int start = Math.Min(Place(from), Place(to));
        int length = Math.Abs(Place(from) - Place(to));
        return $"{new string(' ', start)}[{color}]{(length == 0 ? "│" : new string('█', length))}[/]";
    }

    /// <summary>A line where a figure is.</summary>
    public string Mark(Fraction value) => new string(' ', Place(value)) + "│";

    private int Place(Fraction value) =>
        span.Sign > 0 && value > lowest
            ? (int)((value - lowest) / span * Fraction.Of(width)).RoundTo(0, MidpointRounding.AwayFromZero)
            : 0;
}
