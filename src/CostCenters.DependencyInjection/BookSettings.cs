using CostCenters.Csv.Folders;

namespace CostCenters.DependencyInjection;

/// <summary>Where a book is, as one value that configuration can be bound to.</summary>
/// <remarks>Immutable. Bound from configuration it has the keys <c>Path</c>, <c>Format</c> and <c>RejectedRows</c>.
/// </remarks>
public sealed record BookSettings
{
    private static readonly BookProfiles Contract = new();

    /// <summary>Creates settings.</summary>
    /// <param name="path">The folder of the book, or its journal file.</param>
    /// <param name="format">Which of the two it is.</param>
    /// <param name="rejectedRows">What is done about rows that cannot be read; without effect for a journal.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Another argument is none of its values.</exception>
    public BookSettings(string path, BookFormat format, RejectedRows rejectedRows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!Enum.IsDefined(format))
        {
            throw new ArgumentOutOfRangeException(nameof(format), format, "Folder or Journal was expected.");
        }

        if (!Enum.IsDefined(rejectedRows))
        {
            throw new ArgumentOutOfRangeException(
                nameof(rejectedRows), rejectedRows, "Refuse or LeaveOut was expected.");
        }

        Path = path;
        Format = format;
        RejectedRows = rejectedRows;
        Profiles = Contract;
    }

    private BookSettings(BookSettings settings, BookProfiles profiles)
        : this(settings.Path, settings.Format, settings.RejectedRows) => Profiles = profiles;

    /// <summary>The folder of the book, or its journal file.</summary>
    public string Path { get; }

    /// <summary>Which of the two it is.</summary>
    public BookFormat Format { get; }

    /// <summary>What is done about rows that cannot be read.</summary>
    public RejectedRows RejectedRows { get; }

    /// <summary>The dialects of the files of a folder; those of the contract where nothing else was said.</summary>
    public BookProfiles Profiles { get; }

    /// <summary>The same settings with files of other dialects.</summary>
    /// <param name="profiles">The dialects.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profiles"/> is null.</exception>
    public BookSettings WithProfiles(BookProfiles profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return new BookSettings(this, profiles);
    }

    internal void RequirePath()
    {
        if (Format == BookFormat.Folder ? !Directory.Exists(Path) : !File.Exists(Path))
        {
            throw new ArgumentException(
                $"There is no {(Format == BookFormat.Folder ? "folder" : "journal file")} '{Path}'.", nameof(Path));
        }
    }
}
