using System.Globalization;

namespace CostCenters.Csv.Imports;

/// <summary>How many data rows were read, and what became of them.</summary>
/// <remarks>
/// Read = accepted + rejected, always. The header, blank rows and rows whose cells are all empty are no data
/// rows. <c>default</c> is no row at all.
/// </remarks>
public readonly record struct ImportCounts
{
    /// <summary>Creates counts.</summary>
    /// <param name="accepted">Rows that were taken.</param>
    /// <param name="rejected">Rows with a fault.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public ImportCounts(long accepted, long rejected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(accepted);
        ArgumentOutOfRangeException.ThrowIfNegative(rejected);
        Accepted = accepted;
        Rejected = rejected;
    }

    /// <summary>Accepted + rejected.</summary>
    public long Read => Accepted + Rejected;

    /// <summary>Rows that were taken.</summary>
    public long Accepted { get; }

    /// <summary>Rows with a fault, rejected whole.</summary>
    public long Rejected { get; }

    /// <summary>Adds counts, of two files for instance.</summary>
    public static ImportCounts operator +(ImportCounts left, ImportCounts right) => left.Add(right);

    /// <summary>Adds counts, of two files for instance.</summary>
    /// <param name="other">The counts to add.</param>
    public ImportCounts Add(ImportCounts other) => new(Accepted + other.Accepted, Rejected + other.Rejected);

    /// <summary>Text such as <c>3 read, 2 accepted, 1 rejected</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Read} read, {Accepted} accepted, {Rejected} rejected");
}
