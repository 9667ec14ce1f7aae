using CostCenters.Csv.Imports;
using CostCenters.Csv.Tables;

namespace CostCenters.Csv.Bulk;

/// <summary>The rows of a chunk that are left to the plain reader, which tells what is wrong with them.</summary>
/// <remarks>It gets their exact bytes below the header of their file; lines are told as in the file.</remarks>
internal sealed class OddRows
{
    private readonly List<RowSpan> rows = [];

    public void Clear() => rows.Clear();

    public void Add(int start, int end) => rows.Add(new RowSpan(start, end));

    public void AddRange(IEnumerable<RowSpan> spans) => rows.AddRange(spans);

    /// <summary>Reads the rows.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">What takes the accepted rows.</param>
    /// <param name="chunk">The text.</param>
    /// <param name="line">The line at the start of the text.</param>
    /// <param name="offset">Where the text's array would begin in the file.</param>
    /// <returns>How many of them were rows, blank ones being none.</returns>
    public long Read(BulkFile file, RowColumns columns, ChunkBuffer chunk, long line, long offset)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        rows.Sort((left, right) => left.Start.CompareTo(right.Start));
        byte[] header = file.Table.Encoding?.Transcode(file.HeaderText) ?? file.HeaderText;
        byte[] text = new byte[header.Length + rows.Sum(row => row.End - row.Start)];
        header.CopyTo(text, 0);
        int length = header.Length;
        int known = chunk.Start;
        long ownLine = 1 + text.AsSpan(0, length).Count((byte)'\n');
        var places = new Dictionary<long, (long Line, long Offset)>(rows.Count);
        foreach (RowSpan row in rows)
        {
            line += chunk.Bytes.AsSpan(known..row.Start).Count((byte)'\n');
            known = row.Start;
            places.Add(ownLine, (line, offset + row.Start));
            ReadOnlySpan<byte> bytes = chunk.Bytes.AsSpan(row.Start..row.End);
            bytes.CopyTo(text.AsSpan(length));
            length += bytes.Length;
            ownLine += bytes.Count((byte)'\n');
        }

        var input = CsvInput.FromStream(new MemoryStream(text), file.Name);
        using TableReader table = TableReader.Open(
            input, file.Table.Schema, file.Table.TextProfile, file.Table.Context);
        table.Log.MostTold = file.Outcomes.MostToldFrom(places.Values.Min(place => place.Line));
        columns.TakeOdd(table, own => places[own].Offset);
        file.Outcomes.TakeRows(table.Log, own => places[own].Line, isWhole: false);
        return table.Log.ToFile().Counts.Read;
    }
}
