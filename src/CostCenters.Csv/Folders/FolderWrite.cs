using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Folders;

/// <summary>Replaces the files of a book folder: all of them or none, whatever happens.</summary>
/// <remarks>
/// <para>First the new files are written into a folder aside, in that of the book, and flushed. Then a marker that
/// names them is created and flushed: from this moment the new book counts. At last the files are moved to their
/// places, and marker and folder are removed.</para>
/// <para>Broken off before the marker, the old book stands untouched. Broken off after it, the moves can be done again
/// at any time: readers take each file from where it is (<see cref="BookPlaces"/>), the next write ends the moves.
/// Every name is created new, so that no link is followed; a link in the place of a file is replaced.</para>
/// </remarks>
internal static class FolderWrite
{
    private const int TriesForReaders = 25;
    private const int MillisecondsATry = 20;

    /// <summary>Opens a file that other programs must not have open meanwhile.</summary>
    /// <remarks>On Windows an open file can only be removed where its sharing says so.</remarks>
    public static FileShare Alone => OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    /// <summary>Replaces files.</summary>
    /// <param name="folder">The folder of the book, made if it is not there.</param>
    /// <param name="files">The name and the content of each file.</param>
    /// <exception cref="IOException">A file cannot be written or replaced, or another program writes the book.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">A file or the folder must not be written.</exception>
    public static void Replace(string folder, IReadOnlyList<(string Name, Action<Stream> Write)> files)
    {
        Directory.CreateDirectory(folder);
        Recover(folder);
        foreach ((string name, _) in files)
        {
            RequireReplaceable(Path.Combine(folder, name));
        }

        string aside = PendingWrite.NewName();
        string path = Path.Combine(folder, aside);
        CreateFolder(path);
        bool isKept = false;
        FileStream? inUse = null;
        try
        {
            inUse = CreateAlone(Path.Combine(path, PendingWrite.InUseFile));
            var lengths = files.ToDictionary(
                file => file.Name, file => WriteFile(Path.Combine(path, file.Name), folder, file.Write));
            FolderFlush.Flush(path);
            Commit(folder, new PendingWrite(aside, lengths), ref isKept);
        }
        finally
        {
            if (!isKept)
            {
                Remove(path);
            }

            inUse?.Dispose();
        }
    }

    private static void Commit(string folder, PendingWrite write, ref bool isKept)
    {
        string path = Path.Combine(folder, PendingWrite.MarkerFile);
        using FileStream marker = CreateMarker(path, folder);
        try
        {
            write.Write(marker);
            FolderFlush.Flush(folder);
            isKept = true;
        }
        finally
        {
            if (!isKept)
            {
                File.Delete(path);
            }
        }

        MoveFiles(folder, write);
        File.Delete(path);
        isKept = false;
    }

    /// <summary>Moves the new files to their places; those that are there already stay.</summary>
    private static void MoveFiles(string folder, PendingWrite write)
    {
        foreach (string name in write.Lengths.Keys)
        {
            string source = Path.Combine(folder, write.Aside, name);
            if (!File.Exists(source))
            {
                continue;
            }

            try
            {
                File.Move(source, Path.Combine(folder, name), overwrite: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new IOException(
                    $"The new book is written and counts, but '{name}' cannot be moved to its place: {error.Message} "
                        + $"It is read from '{write.Aside}' until the next write moves it.",
                    error);
            }
        }

        FolderFlush.Flush(folder);
    }

    /// <summary>Ends a write that was broken off when it counted, and removes what others have left.</summary>
    private static void Recover(string folder)
    {
        string markerPath = Path.Combine(folder, PendingWrite.MarkerFile);
        if (File.Exists(markerPath))
        {
            using FileStream? marker = OpenMarker(markerPath, folder);
            if (marker is not null && PendingWrite.Read(marker) is PendingWrite write)
            {
                if (write.FirstMissing(folder) is string missing)
                {
                    throw new IOException(BookPlaces.NotWhole(missing));
                }

                MoveFiles(folder, write);
            }

            File.Delete(markerPath);
        }

        foreach (string aside in PendingWrite.AsidesIn(folder))
        {
            string path = Path.Combine(folder, aside);
            if (!File.Exists(Path.Combine(path, PendingWrite.InUseFile)) || !PendingWrite.IsInUse(folder, aside))
            {
                Remove(path);
            }
        }
    }

    private static FileStream CreateMarker(string path, string folder)
    {
        try
        {
            return CreateAlone(path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // A reader that looked at it at this moment keeps it from being ours alone, or another writer was first.
            Recover(folder);
            return CreateAlone(path);
        }
    }

    /// <summary>Opens a marker that nobody else has open; null when it has just been removed.</summary>
    private static FileStream? OpenMarker(string path, string folder)
    {
        for (int tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, Alone);
            }
            catch (FileNotFoundException)
            {
                return null;
            }
            catch (IOException) when (tries < TriesForReaders)
            {
                // A reader that looks at it is done at once, another writer is not.
                Thread.Sleep(MillisecondsATry);
            }
            catch (IOException error)
            {
                throw new IOException($"'{folder}' is being written by another program: {error.Message}", error);
            }
        }
    }

    /// <summary>Finds out before anything is changed that a file cannot be replaced.</summary>
    private static void RequireReplaceable(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder; a file of the book has this name.");
        }

        if (!File.Exists(path) || new FileInfo(path).LinkTarget is not null)
        {
            return;
        }

        if (FileKinds.IsNoFile(path))
        {
            throw new IOException($"'{path}' is a pipe, a device or a socket; a file of the book has this name.");
        }

        // On Windows nobody may have open what is replaced, elsewhere readers go on with what they have opened.
        FileShare share = OperatingSystem.IsWindows() ? FileShare.None : FileShare.ReadWrite;
        using FileStream writable = new(path, FileMode.Open, FileAccess.Write, share);
    }

    private static long WriteFile(string path, string folder, Action<Stream> write)
    {
        using FileStream stream = CreateAlone(path, ModeLike(Path.Combine(folder, Path.GetFileName(path))));
        write(stream);
        stream.Flush(flushToDisk: true);
        return stream.Length;
    }

    /// <summary>A file that takes the place of another is as private as that one.</summary>
    private static UnixFileMode? ModeLike(string replaced) =>
        !OperatingSystem.IsWindows() && new FileInfo(replaced) is { Exists: true, LinkTarget: null }
            ? File.GetUnixFileMode(replaced)
            : null;

    private static FileStream CreateAlone(string path, UnixFileMode? mode = null)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = Alone,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        return new FileStream(path, options);
    }

    private static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Removes a folder aside; one that cannot be removed is left to the next write.</summary>
    private static void Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What it held is in its place, or has never counted.
        }
    }
}
