using NodaTime;

namespace CostCenters.Csv.Shapes;

internal sealed class ElapsedTimeSource : ColumnSource
{
    public ElapsedTimeSource(ColumnSource start, ColumnSource duration, Duration? goal)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(duration);
        if (goal <= Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(goal), goal, "A goal above 0 was expected.");
        }

        Start = start;
        Elapsed = duration;
        Goal = goal;
    }

    public ColumnSource Start { get; }

    public ColumnSource Elapsed { get; }

    /// <summary>The goal of which the duration is left; null where the duration is what passed.</summary>
    public Duration? Goal { get; }

    internal override bool IsContractForm => true;
}
