namespace CostCenters.DependencyInjection;

/// <summary>How a book is kept.</summary>
public enum BookFormat
{
    /// <summary>A folder of CSV files, read into memory; commands do not change it.</summary>
    Folder,

    /// <summary>A journal file; each command is appended to it.</summary>
    Journal,
}
