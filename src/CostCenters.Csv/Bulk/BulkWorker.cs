using System.Runtime.CompilerServices;
using System.Text.Unicode;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Tables;

namespace CostCenters.Csv.Bulk;

/// <summary>What one thread of a bulk import works with.</summary>
internal sealed class BulkWorker(BulkSettings settings, BulkProgress progress, CancellationToken cancellation)
{
    private const byte LineFeed = (byte)'\n';

    private readonly ChunkBuffer chunk = new();
    private readonly SeparatorIndex index = new(settings.Width);
    private readonly OddRows odd = new();
    private readonly Dictionary<BulkTable, RowColumns> columnsOf = [];

    /// <summary>Takes the rows of a chunk.</summary>
    public void Take(BulkFile file, long number)
    {
        cancellation.ThrowIfCancellationRequested();
        if (file.IsCutShort)
        {
            return;
        }

        if (!file.IsSplit)
        {
            progress.Add(file.Length, TakeTail(file, 0, 1));
            return;
        }

        (long offset, int length) = file.PlaceOf(number);
        chunk.Load(file.Handle, offset, length);
        if (file.Table.Encoding is SingleByteText encoding)
        {
            chunk.Transcode(encoding);
        }

        int textLength = chunk.End - chunk.Start;
        if (!file.WaitForTurn(number))
        {
            return;
        }

        long line = file.BeginTurn(chunk);
        int textStart = chunk.End - textLength;
        index.Build(chunk.Bytes, chunk.Start, chunk.End, file.Delimiter);
        int rest = chunk.End - index.RowsEnd;
        bool isLast = number == file.ChunkCount - 1;
        bool isTooMuch = !isLast && rest > settings.LongestCarry;
        if (isTooMuch)
        {
            file.CutShort();
        }
        else
        {
            file.EndTurn(chunk.Bytes.AsSpan(index.RowsEnd..chunk.End), index.Lines);
        }

        long taken = TakeAll(
            file, isLast && rest > 0, line, (offset * file.Table.PlacesOfByte) - textStart);
        progress.Add(length, taken);
        if (isTooMuch)
        {
            TakeTail(file, offset + BytesBetween(file, textStart, index.RowsEnd), line + index.Lines);
        }
    }

    /// <summary>How many bytes of the file lie between two places of the text; below 0 if the second is before.
    /// </summary>
    private int BytesBetween(BulkFile file, int from, int to) =>
        file.Table.Encoding is null ? to - from
        : from <= to ? SingleByteText.CharactersOf(chunk.Bytes.AsSpan(from..to))
        : -SingleByteText.CharactersOf(chunk.Bytes.AsSpan(to..from));

    private long TakeAll(BulkFile file, bool hasUnendedRow, long line, long offset)
    {
        RowColumns columns = ColumnsOf(file.Table);
        odd.Clear();
        odd.AddRange(index.Broken);
        if (hasUnendedRow)
        {
            odd.Add(index.RowsEnd, chunk.End);
        }

        ReadOnlySpan<byte> text = chunk.Bytes.AsSpan(chunk.Start..index.RowsEnd);
        bool isText = !index.HasOddBytes || IsText(text);
        long taken = 0;
        foreach (Segment segment in index.Segments)
        {
            taken += isText && IsEven(segment, file.Header.CellCount)
                ? TakeRows(file, columns, segment.First, segment.Rows, offset)
                : TakeUneven(file, columns, segment, isText, offset);
        }

        file.Outcomes.Accept(taken);
        return taken + odd.Read(file, columns, chunk, line, offset);
    }

    /// <summary>Takes rows that follow each other, given the number of their first separator.</summary>
    private long TakeRows(BulkFile file, RowColumns columns, int first, int rows, long offset)
    {
        int cellCount = file.Header.CellCount;
        long taken = 0;
        for (int row = 0; row < rows; row += RowBatch.Most)
        {
            int count = Math.Min(RowBatch.Most, rows - row);
            ReadOnlySpan<int> before = index.Positions.AsSpan(first - 1 + (row * cellCount), 1 + (count * cellCount));
            columns.IsOdd.AsSpan(0, count).Clear();
            var batch = new RowBatch(chunk.Bytes, before, cellCount, file.Table.Profile.Settings.Shape.TrimsCells);
            int accepted = columns.Take(file.Header, batch, offset);
            taken += accepted;
            for (int i = 0; accepted < count && i < count; i++)
            {
                if (columns.IsOdd[i])
                {
                    odd.Add(batch.StartOf(i), batch.StartOf(i + 1));
                }
            }
        }

        return taken;
    }

    /// <summary>Whether every row has as many cells as the header: every so many separators end one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsEven(Segment segment, int cellCount)
    {
        if ((long)segment.Rows * cellCount != segment.End - segment.First)
        {
            return false;
        }

        ReadOnlySpan<int> positions = index.Positions.AsSpan(segment.First..segment.End);
        ReadOnlySpan<byte> bytes = chunk.Bytes;
        for (int last = cellCount - 1; last < positions.Length; last += cellCount)
        {
            if (bytes[positions[last]] != LineFeed)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes the stretches of rows that have as many cells as the header; the others are odd.</summary>
    private long TakeUneven(BulkFile file, RowColumns columns, Segment segment, bool isText, long offset)
    {
        int cellCount = file.Header.CellCount;
        int[] positions = index.Positions;
        long taken = 0;
        int rows = 0;
        int first = segment.First;
        for (int next = segment.First; next < segment.End; next++)
        {
            int end = positions[next];
            if (chunk.Bytes[end] != LineFeed)
            {
                continue;
            }

            int firstOfRow = first + (rows * cellCount);
            int start = positions[firstOfRow - 1] + 1;
            if (next - firstOfRow == cellCount - 1 && (isText || IsText(chunk.Bytes.AsSpan(start..end))))
            {
                rows++;
                continue;
            }

            odd.Add(start, end + 1);
            taken += TakeRows(file, columns, first, rows, offset);
            first = next + 1;
            rows = 0;
        }

        return taken + TakeRows(file, columns, first, rows, offset);
    }

    private RowColumns ColumnsOf(BulkTable table)
    {
        if (!columnsOf.TryGetValue(table, out RowColumns? columns))
        {
            columns = table.NewColumns();
            columnsOf.Add(table, columns);
        }

        return columns;
    }

    /// <summary>Leaves the rest of a file to the plain reader: where a row of unusual length begins, or all of it.
    /// </summary>
    /// <returns>How many rows there were.</returns>
    private long TakeTail(BulkFile file, long offset, long line)
    {
        using var stream = new FileTail(file.HeaderText, file.Handle, offset, file.Length, cancellation);
        long headerLines = file.HeaderText.AsSpan().Count(LineFeed);
        using TableReader table = TableReader.Open(
            CsvInput.FromStream(stream, file.Name),
            file.Table.Schema,
            file.IsSplit ? file.Table.PartProfile : file.Table.Profile,
            file.Table.Context);
        table.Log.MostTold = file.Outcomes.MostToldFrom(line);

        // The order of the lines serves where the plain reader does not know the places.
        ColumnsOf(file.Table).TakeOdd(table, own => (offset * file.Table.PlacesOfByte) + own);
        file.Outcomes.TakeRows(table.Log, own => own - 1 - headerLines + line, isWhole: !file.IsSplit);
        return table.Log.ToFile().Counts.Read;
    }

    private static bool IsText(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) && !bytes.Contains((byte)0);
}
