namespace CostCenters.Cubes;

/// <summary>Figures over two spaces were to meet, and neither space extends the other as it would have to.</summary>
/// <remarks>See <see cref="CubeSpace.Extend"/>.</remarks>
public sealed class CubeSpaceMismatchException : ArgumentException
{
    internal CubeSpaceMismatchException(CubeSpace first, CubeSpace second, string parameter)
        : base(Difference(first, second), parameter)
    {
        First = first;
        Second = second;
    }

    /// <summary>One of the spaces: of two of which one should come later, that one.</summary>
    public CubeSpace First { get; }

    /// <summary>The other one.</summary>
    public CubeSpace Second { get; }

    private static string Difference(CubeSpace first, CubeSpace second)
    {
        string difference =
            first.Currency != second.Currency ? $"one counts {first.Currency}, the other {second.Currency}"
            : first.Scale != second.Scale ? $"one counts by {first.Scale}, the other by {second.Scale}"
            : !first.Calendar.Equals(second.Calendar) ? "their fiscal calendars differ"
            : second.Extends(first) ? "the one that was expected to be the later one is the earlier one"
            : first.HasOriginOf(second) ? $"both extend a third one, each in its own way ({Sizes()})"
            : first.NumbersLike(second) ? "they number their centers and elements alike, but were made separately"
            : $"they have other centers or elements ({Sizes()})";
        return $"Neither cube space extends the other as it has to: {difference}. Make one space, and others from it "
            + "by CubeSpace.Extend.";

        string Sizes() =>
            $"{first.CenterCount} x {first.ElementCount} and {second.CenterCount} x {second.ElementCount}";
    }
}
