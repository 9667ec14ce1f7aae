namespace CostCenters.Profitability.Segments;

/// <summary>The own figures of a segment, or those that are common to all.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SegmentFigures
{
    /// <summary>Creates figures.</summary>
    /// <param name="segment">The name of the segment, or null for what is common to the company.</param>
    /// <param name="margins">Its own figures, without those of its parts.</param>
    /// <exception cref="ArgumentNullException"><paramref name="margins"/> is null.</exception>
    public SegmentFigures(string? segment, SegmentMargins margins)
    {
        ArgumentNullException.ThrowIfNull(margins);
        Segment = segment;
        Margins = margins;
    }

    /// <summary>The name of the segment, or null for what is common to the company.</summary>
    public string? Segment { get; }

    /// <summary>Its own figures.</summary>
    public SegmentMargins Margins { get; }
}
