using System.Globalization;

namespace CostCenters.Csv.Imports;

/// <summary>How many data rows were read, and what became of them.</summary>
/// <remarks>
/// Read = accepted + rejected + set aside, always. The header, blank rows and rows whose cells are all empty are no
/// data rows. <c>default</c> is no row at all.
/// </remarks>
public readonly record struct ImportCounts
{
    /// <summary>Creates counts.</summary>
    /// <param name="accepted">Rows that were taken.</param>
    /// <param name="rejected">Rows with a fault.</param>
    /// <param name="setAside">Rows that the profile says are no data, such as totals.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public ImportCounts(long accepted, long rejected, long setAside = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(setAside);
        ArgumentOutOfRangeException.ThrowIfNegative(accepted);
        ArgumentOutOfRangeException.ThrowIfNegative(rejected);
        Accepted = accepted;
        Rejected = rejected;
        SetAside = setAside;
    }

    /// <summary>Accepted + rejected + set aside.</summary>
    public long Read => Accepted + Rejected + SetAside;

    /// <summary>Rows that were taken.</summary>
    public long Accepted { get; }

    /// <summary>Rows with a fault, rejected whole.</summary>
    public long Rejected { get; }

    /// <summary>Rows that the profile says are no data, such as totals that agree.</summary>
    public long SetAside { get; }

    /// <summary>Adds counts, of two files for instance.</summary>
    public static ImportCounts operator +(ImportCounts left, ImportCounts right) => left.Add(right);

    /// <summary>Adds counts, of two files for instance.</summary>
    /// <param name="other">The counts to add.</param>
    public ImportCounts Add(ImportCounts other) => new(
        Accepted + other.Accepted, Rejected + other.Rejected, SetAside + other.SetAside);

    /// <summary>Text such as <c>3 read, 2 accepted, 1 rejected</c>, with rows set aside if there are any.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Read} read, {Accepted} accepted, {Rejected} rejected")
            + (SetAside == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {SetAside} set aside"));
}
