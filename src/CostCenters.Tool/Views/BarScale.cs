namespace CostCenters.Tool.Views;

/// <summary>Bars of characters between two figures, all on one scale.</summary>
internal sealed class BarScale(decimal low, decimal high, int width)
{
    /// <summary>A bar from one figure to another, at its place.</summary>
    public string Bar(decimal from, decimal to)
    {
        (int start, int end) = (Place(from), Place(to));
        string bar = new(from == to ? '|' : '█', Math.Max(1, Math.Abs(end - start)));
        return new string(' ', Math.Min(Math.Min(start, end), Math.Max(0, width - bar.Length))) + bar;
    }

    /// <summary>A figure as a mark.</summary>
    public string Mark(decimal value) => new string(' ', Math.Min(Place(value), Math.Max(0, width - 1))) + "|";

    private int Place(decimal value) => high == low ? 0 : (int)((value - low) * width / (high - low));
}
