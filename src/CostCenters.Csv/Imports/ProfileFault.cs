namespace CostCenters.Csv.Imports;

/// <summary>One mistake in the JSON of a profile.</summary>
public sealed record ProfileFault
{
    internal ProfileFault(string place, string message)
    {
        Place = place;
        Message = message;
    }

    /// <summary>Where it is, such as <c>columns.center.at</c> or <c>filters[1].drop</c>; empty for the whole.</summary>
    public string Place { get; }

    /// <summary>What was expected, what came, what to do.</summary>
    public string Message { get; }

    /// <summary>Place and message in one line.</summary>
    public override string ToString() => Place.Length == 0 ? Message : $"{Place}: {Message}";
}
