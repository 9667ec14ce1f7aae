using CostCenters.Ledgers;

namespace CostCenters.Data.Results;

/// <summary>A posting and the key of its row.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SqlPosting
{
    internal SqlPosting(object key, Posting posting)
    {
        Key = key;
        Posting = posting;
    }

    /// <summary>The value of the key column.</summary>
    public object Key { get; }

    /// <summary>The posting.</summary>
    public Posting Posting { get; }
}
