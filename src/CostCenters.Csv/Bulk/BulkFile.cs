using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Reading;
using CostCenters.Csv.Tables;
using Microsoft.Win32.SafeHandles;

namespace CostCenters.Csv.Bulk;

/// <summary>One file of a bulk import: its header, its chunks in turn, and what was told about it.</summary>
/// <remarks>
/// A chunk can be split into rows only when the one before has been: then it is known where its first row starts.
/// That is quick; the rest of the work on several chunks goes on at the same time.
/// </remarks>
internal sealed class BulkFile : IDisposable
{
    public const string BecameShorter = "The file has become shorter while it was read.";
    private const string BecameLonger = "The file has become longer while it was read.";

    private readonly Lock counting = new();
    private readonly object turns = new();
    private readonly string path;
    private readonly int chunkSize;
    /// <summary>Holds the header and the rows below it that are looked at; of many files most are little longer.
    /// </summary>
    private const int HeaderBlock = 16 * 1024;

    private readonly RowOutcomes outcomes;
    private SafeFileHandle? handle;
    private byte[] carry = [];
    private int carried;
    private long turn;
    private long line;
    private long finished;
    private volatile bool isCutShort;

    public BulkFile(string name, string path, BulkTable table, BulkSettings settings)
    {
        Name = name;
        this.path = path;
        Table = table;
        chunkSize = settings.ChunkSize;
        IsSplit = table.CanSplit(settings);
        outcomes = new RowOutcomes(name, table.Schema, settings.MostTold);
        ExpectedLength = LengthOf(path);
    }

    /// <summary>The name that issues tell.</summary>
    public string Name { get; }

    /// <summary>What all files of a kind have in common.</summary>
    public BulkTable Table { get; }

    /// <summary>Whether the bytes are split into chunks; else the whole file is one, and is left to the plain reader.
    /// </summary>
    public bool IsSplit { get; private set; }

    /// <summary>The length before the import, for progress.</summary>
    public long ExpectedLength { get; }

    /// <summary>Where the columns stand.</summary>
    public HeaderMap Header { get; private set; } = null!;

    /// <summary>What stands between cells.</summary>
    public byte Delimiter { get; private set; }

    /// <summary>The header as it stands in the file, with all that is in front of it.</summary>
    public byte[] HeaderText { get; private set; } = [];

    /// <summary>The bytes of the file, known when it is open.</summary>
    public long Length { get; private set; }

    /// <summary>How many chunks there are; 0 until the header has let the file in.</summary>
    public long ChunkCount { get; private set; }

    /// <summary>Whether no further chunk is to be taken.</summary>
    public bool IsCutShort => isCutShort;

    public SafeFileHandle Handle => handle!;

    public RowOutcomes Outcomes => outcomes;

    /// <summary>Opens the file and reads its header; what stops the file is told.</summary>
    public void Open()
    {
        try
        {
            if (!File.Exists(path) || FileKinds.IsNoFile(path))
            {
                ReadHeader(CsvInput.FromRegularFile(path, Name));
                return;
            }

            handle = File.OpenHandle(path);
            Length = RandomAccess.GetLength(handle);
            RequireLength(ExpectedLength);
            var text = new FileTail([], handle, 0, Length, CancellationToken.None);
            if (ReadHeader(CsvInput.FromStream(text, Name).InBlocksOf(HeaderBlock)) is long headerLine)
            {
                IsSplit = IsSplit
                    && !(Table.GuardsLastRow && LastRowForm.MayBeTotal(handle, Length, headerLine, Delimiter));
                HeaderText = IsSplit ? HeaderEnd.Read(handle, Length, headerLine - 1) : [];
                line = 1 + HeaderText.AsSpan().Count((byte)'\n');
                ChunkCount = IsSplit ? (Length - HeaderText.Length + chunkSize - 1) / chunkSize : 1;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            outcomes.StopUnreadable(error);
        }

        CloseAfter(0);
    }

    /// <summary>Where a chunk stands in the file.</summary>
    public (long Offset, int Length) PlaceOf(long chunk)
    {
        long offset = HeaderText.Length + (chunk * chunkSize);
        return (offset, (int)Math.Min(chunkSize, Length - offset));
    }

    /// <summary>Waits until the chunks before have been split into rows; false when there is nothing to do.</summary>
    public bool WaitForTurn(long chunk)
    {
        lock (turns)
        {
            while (turn != chunk && !isCutShort)
            {
                Monitor.Wait(turns);
            }

            return !isCutShort;
        }
    }

    /// <summary>Puts the begin of its first row in front of the chunk whose turn it is.</summary>
    /// <returns>The line on which that row starts.</returns>
    public long BeginTurn(ChunkBuffer chunk)
    {
        chunk.Prepend(carry.AsSpan(0, carried));
        return line;
    }

    /// <summary>Hands the turn to the next chunk, with the begin of its first row.</summary>
    public void EndTurn(ReadOnlySpan<byte> rest, long lines)
    {
        if (carry.Length < rest.Length)
        {
            carry = new byte[rest.Length * 2];
        }

        rest.CopyTo(carry);
        carried = rest.Length;
        line += lines;
        lock (turns)
        {
            turn++;
            Monitor.PulseAll(turns);
        }
    }

    /// <summary>Ends the turns early: because the rest is read in another way, or in vain.</summary>
    public void CutShort()
    {
        lock (turns)
        {
            isCutShort = true;
            Monitor.PulseAll(turns);
        }
    }

    /// <summary>Counts chunks that are done with; after the last one the file is closed.</summary>
    public void CloseAfter(int chunks)
    {
        lock (counting)
        {
            finished += chunks;
            if (finished < ChunkCount || handle is null)
            {
                return;
            }

            try
            {
                RequireLength(Length);
            }
            catch (IOException error)
            {
                outcomes.StopUnreadable(error);
            }

            Dispose();
        }
    }

    public void Dispose()
    {
        handle?.Dispose();
        handle = null;
    }

    /// <summary>The length of what a path leads to, links followed; 0 for a file that cannot be opened.</summary>
    private static long LengthOf(string path)
    {
        if (FileKinds.IsNoFile(path))
        {
            return 0;
        }

        try
        {
            using SafeFileHandle file = File.OpenHandle(path);
            return RandomAccess.GetLength(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // It is told when the file is read.
            return 0;
        }
    }

    private void RequireLength(long expected)
    {
        long length = RandomAccess.GetLength(handle!);
        if (length != expected)
        {
            throw new IOException(length < expected ? BecameShorter : BecameLonger);
        }
    }

    /// <summary>Reads the header; null when it stops the file, or else the line where it starts.</summary>
    private long? ReadHeader(CsvInput input)
    {
        using TableReader table = TableReader.Open(input, Table.Schema, Table.Profile, Table.Context);
        outcomes.TakeHeader(table.Log);
        if (table.Rows is not TableRows rows)
        {
            return null;
        }

        Delimiter = rows.Delimiter;
        if (IsSplit)
        {
            Header = rows is ShapedRows shaped
                ? HeaderMap.Locate(shaped.HeaderNames!, Table.Schema, Table.Profile)
                : ((RowReader)rows).Header;
            outcomes.TakeDirections(rows, table.Log);
        }

        return rows.HeaderLine;
    }
}
