namespace CostCenters.Support.Contacts;

/// <summary>One event. While it is counted the times of a ticket turn from instants into working time, and the opening
/// into the time that the ticket stood open.</summary>
internal struct ContactRow
{
    /// <summary>Stands where there is no time or score.</summary>
    public const long None = long.MinValue;

    public long Opened;
    public long Response;
    public long Resolution;
    public long FullResolution;
    public long Score;
    public int Cell;
    public int Contacts;

    // The ticket: some bits of the hash of its name, and where the name stands in the block.
    public uint Hash;
    public int Name;
}
