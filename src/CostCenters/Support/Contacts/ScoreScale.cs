using System.Text.Json.Serialization;

namespace CostCenters.Support.Contacts;

/// <summary>The lowest and the highest score that an answer can have, such as 1 and 5.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct ScoreScale
{
    /// <summary>Creates a scale.</summary>
    /// <param name="lowest">The lowest score, inclusive.</param>
    /// <param name="highest">The highest score, inclusive.</param>
    /// <exception cref="ArgumentException">The highest score is below the lowest.</exception>
    [JsonConstructor]
    public ScoreScale(decimal lowest, decimal highest)
    {
        if (highest < lowest)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The highest score {highest} is below the lowest, {lowest}."),
                nameof(highest));
        }

        Lowest = lowest;
        Highest = highest;
    }

    /// <summary>The lowest score, inclusive.</summary>
    public decimal Lowest { get; }

    /// <summary>The highest score, inclusive.</summary>
    public decimal Highest { get; }

    /// <summary>Whether a score is on the scale.</summary>
    /// <param name="score">The score.</param>
    public bool Contains(decimal score) => Lowest <= score && score <= Highest;

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ScoreScale), (nameof(Lowest), Lowest), (nameof(Highest), Highest));
}
