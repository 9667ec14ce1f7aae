namespace CostCenters.DependencyInjection;

/// <summary>How a book is kept.</summary>
public enum BookFormat
{
    /// <summary>A folder of CSV files, read into memory; commands change the memory alone, and are gone with it or
    /// with a reload.</summary>
    Folder,

    /// <summary>A journal file; each command is appended to it.</summary>
    Journal,
}
