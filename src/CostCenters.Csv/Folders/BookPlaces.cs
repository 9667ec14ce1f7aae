using System.Globalization;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Folders;

/// <summary>
/// Where each file of a book stands: in its folder or, when a write was broken off after it counted, still aside.
/// </summary>
internal sealed class BookPlaces
{
    private const int TriesForAWriter = 100;
    private const int MillisecondsATry = 20;

    private readonly string folder;
    private readonly PendingWrite? pending;

    private BookPlaces(string folder, PendingWrite? pending)
    {
        this.folder = folder;
        this.pending = pending;
    }

    /// <summary>Looks at a folder; null when its book cannot be read, which is told.</summary>
    public static BookPlaces? Find(string folder, BookImport import, CancellationToken cancellation)
    {
        string marker = Path.Combine(folder, PendingWrite.MarkerFile);
        PendingWrite? pending = null;
        for (int tries = 0; File.Exists(marker); tries++)
        {
            try
            {
                pending = ReadMarker(marker);
                break;
            }
            catch (IOException) when (tries < TriesForAWriter)
            {
                // Its writer has it to itself and will soon have moved the files.
                cancellation.WaitHandle.WaitOne(MillisecondsATry);
                cancellation.ThrowIfCancellationRequested();
            }
            catch (IOException)
            {
                import.Stop(
                    ImportIssueCode.UnreadableFile,
                    folder,
                    "The book is being written by another program. Read it again when that is done.");
                return null;
            }
        }

        if (pending?.FirstMissing(folder) is string missing)
        {
            import.Stop(ImportIssueCode.UnfinishedWrite, missing, NotWhole(missing));
            return null;
        }

        TellUnfinished(folder, pending, import);
        return new BookPlaces(folder, pending);
    }

    /// <summary>What is told when a file of a write that counts has got lost or been changed.</summary>
    public static string NotWhole(string missing) =>
        $"A write of the book was broken off, and since then '{missing}' has been removed or changed. Restore it, or "
            + $"remove {PendingWrite.MarkerFile} to take the folder as it stands.";

    /// <summary>The path of a file of the book, whether it is there or not.</summary>
    public string PathOf(string file)
    {
        if (pending is not null && pending.Lengths.ContainsKey(file))
        {
            string aside = Path.Combine(folder, pending.Aside, file);
            if (File.Exists(aside))
            {
                return aside;
            }
        }

        return Path.Combine(folder, file);
    }

    /// <summary>Whether a write counts now that did not when the places were sought.</summary>
    public bool IsBeingWritten()
    {
        string marker = Path.Combine(folder, PendingWrite.MarkerFile);
        try
        {
            return File.Exists(marker) && ReadMarker(marker) is PendingWrite now && now.Aside != pending?.Aside;
        }
        catch (IOException)
        {
            // Its writer has it to itself.
            return true;
        }
    }

    /// <summary>Something that changes when one of the files is written or replaced.</summary>
    public string StateOf(IEnumerable<string> files) =>
        string.Join('\n', files.Select(file =>
        {
            var info = new FileInfo(PathOf(file));
            return info.Exists
                ? string.Create(CultureInfo.InvariantCulture, $"{file} {info.Length} {info.LastWriteTimeUtc.Ticks}")
                : file;
        }));

    private static PendingWrite? ReadMarker(string path)
    {
        try
        {
            using FileStream marker = new(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return PendingWrite.Read(marker);
        }
        catch (FileNotFoundException)
        {
            // Its writer has just ended.
            return null;
        }
    }

    private static void TellUnfinished(string folder, PendingWrite? pending, BookImport import)
    {
        if (pending is not null)
        {
            import.Note(
                ImportIssueCode.UnfinishedWrite,
                pending.Aside,
                "A write is under way or was broken off, and the new book is whole. Its files are read from here; the "
                    + "next write moves them to their places.");
        }

        foreach (string aside in PendingWrite.AsidesIn(folder)
            .Where(aside => aside != pending?.Aside && !PendingWrite.IsInUse(folder, aside)))
        {
            import.Note(
                ImportIssueCode.UnfinishedWrite,
                aside,
                "A write was broken off before the new book was whole. The book is as it was before; the next write "
                    + "removes this folder.");
        }
    }
}
