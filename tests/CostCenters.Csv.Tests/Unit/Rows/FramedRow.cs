using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv.Tests.Unit.Rows;

/// <summary>A row as the framer and the splitter give it, or as the naive model does.</summary>
public sealed record FramedRow(long Line, string Content)
{
    public static FramedRow Of(long line, IEnumerable<string> cells) =>
        new(line, string.Join("|", cells.Select(cell => $"<{cell}>")));

    /// <summary>Reads rows through the real code, from a stream that gives few bytes at a time.</summary>
    internal static IReadOnlyList<FramedRow> Read(byte[] bytes, char delimiter, int chunk, int bufferSize)
    {
        using var source = new Utf8Source(
            new TrickleStream(bytes, chunk), FileEncoding.Find("utf-8"), leaveOpen: false);
        var framer = new RowFramer(source, delimiter, 1 << 20, bufferSize);
        using var rows = new CsvHelperRows(delimiter);
        List<FramedRow> found = [];
        while (true)
        {
            FrameKind kind = framer.Next();
            if (kind == FrameKind.End)
            {
                return found;
            }

            if (kind != FrameKind.Rows)
            {
                found.Add(new FramedRow(framer.FaultLine, kind.ToString()));
                continue;
            }

            rows.Open(framer);
            foreach (long line in framer.BlockLines)
            {
                Assert.True(rows.Read());
                found.Add(Of(line, Enumerable.Range(0, rows.CellCount).Select(i => Text(rows.Cell(i)))));
            }

            Assert.False(rows.Read());
        }
    }

    /// <summary>The contract's row rules, one character after the other.</summary>
    internal static IReadOnlyList<FramedRow> Model(string text, char delimiter)
    {
        List<FramedRow> found = [];
        long line = 1;
        int at = 0;
        while (at < text.Length)
        {
            found.Add(ModelRow(text, delimiter, ref at, ref line));
        }

        return found;
    }

    private static FramedRow ModelRow(string text, char delimiter, ref int at, ref long line)
    {
        int start = at;
        long startLine = line;
        List<string> cells = [""];
        bool quoted = false;
        bool closed = false;
        bool broken = false;
        bool fresh = true;
        while (at < text.Length)
        {
            char c = text[at];
            bool isLast = at + 1 == text.Length;
            bool endsLine = c == '\n' || (c == '\r' && (isLast || text[at + 1] == '\n'));
            if (quoted && c == '"' && !isLast && text[at + 1] == '"')
            {
                cells[^1] += '"';
                at++;
            }
            else if (quoted && c == '"')
            {
                (quoted, closed) = (false, true);
            }
            else if (quoted)
            {
                line += c == '\n' ? 1 : 0;
                cells[^1] += c;
            }
            else if (broken ? c == '\n' : endsLine)
            {
                at += c == '\r' && !isLast ? 2 : 1;
                line++;
                return Of(startLine, cells, text[start..at], broken);
            }
            else if (!broken && c == delimiter)
            {
                cells.Add("");
                (closed, fresh) = (false, true);
                at++;
                continue;
            }
            else if (!broken && c == '"' && fresh)
            {
                quoted = true;
            }
            else
            {
                broken |= closed || c == '"';
                cells[^1] += c;
            }

            fresh = false;
            at++;
        }

        return Of(startLine, cells, text[start..], broken || quoted);
    }

    private static FramedRow Of(long line, List<string> cells, string whole, bool isBroken) =>
        whole.Contains('\0', StringComparison.Ordinal) ? new(line, nameof(FrameKind.BadEncoding))
        : isBroken ? new(line, nameof(FrameKind.BadQuoting))
        : Of(line, cells);

    private static string Text(ReadOnlySpan<byte> cell) => Encoding.UTF8.GetString(cell);
}

/// <summary>A stream that gives at most so many bytes at a time, as a network may.</summary>
internal sealed class TrickleStream(byte[] bytes, int chunk) : MemoryStream(bytes)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(chunk, buffer.Length)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(chunk, count));
}
