using System.Runtime.CompilerServices;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Support.Contacts;

namespace CostCenters.Csv.Bulk;

/// <summary>Counts the contacts of a file.</summary>
internal sealed class ContactColumns : RowColumns
{
    private const long None = long.MinValue;

    private readonly ContactAxes axes;
    private readonly ContactFigures.Builder builder;
    private readonly CauseNumbers causes;
    private readonly FixedPoint quantityForm;
    private readonly int[] centers = new int[RowBatch.Most];
    private readonly int[] channels = new int[RowBatch.Most];
    private readonly long[] opened = new long[RowBatch.Most];
    private readonly long[] answered = new long[RowBatch.Most];
    private readonly long[] resolved = new long[RowBatch.Most];
    private readonly long[] contacts = new long[RowBatch.Most];
    private readonly long[] scores = new long[RowBatch.Most];

    public ContactColumns(ColumnDialect dialect, ContactAxes axes)
        : base(dialect, readColumns: ContactRowReader.ScoreColumn + 1)
    {
        quantityForm = dialect.Quantities();
        this.axes = axes;
        builder = axes.NewBuilder();
        causes = new CauseNumbers(builder);
    }

    protected override int TakeColumns(HeaderMap header, RowBatch rows, long offset)
    {
        IReadOnlyList<int> positions = header.Positions;
        ReadCodes(rows, positions[ContactRowReader.CenterColumn], "center", axes.Centers, centers);
        ReadCodes(rows, positions[ContactRowReader.ChannelColumn], "channel", axes.Channels, channels);
        ReadTimes(rows, positions[ContactRowReader.OpenedColumn], isOptional: false, opened);
        ReadTimes(rows, positions[ContactRowReader.AnsweredColumn], isOptional: true, answered);
        ReadTimes(rows, positions[ContactRowReader.ResolvedColumn], isOptional: true, resolved);
        ReadQuantities(rows, positions[ContactRowReader.ContactsColumn], quantityForm, contacts);
        ReadQuantities(rows, positions[ContactRowReader.ScoreColumn], quantityForm, scores);
        ColumnCells tickets = rows.Column(positions[ContactRowReader.TicketColumn]);
        int causeColumn = positions[ContactRowReader.CauseColumn];
        ColumnCells causeCells = causeColumn == HeaderMap.Absent ? default : rows.Column(causeColumn);
        int taken = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            tickets.Find(row, out int ticket, out int ticketLength);
            (int cause, int causeLength) = (0, 0);
            if (causeColumn != HeaderMap.Absent)
            {
                causeCells.Find(row, out cause, out causeLength);
            }

            if (IsOdd[row] || ticketLength <= 0 || causeLength < 0 || !IsGood(row, out int count, out long? score))
            {
                IsOdd[row] = true;
                continue;
            }

            builder.AddCounts(
                rows.Text(ticket, ticketLength),
                centers[row],
                channels[row],
                causes.Find(rows.Text(cause, causeLength)),
                opened[row],
                answered[row] == None ? null : answered[row],
                resolved[row] == None ? null : resolved[row],
                count,
                score);
            taken++;
        }

        return taken;
    }

    public override void TakeOdd(TableReader table, Func<long, long> offsetOfLine) =>
        new ContactRowReader(axes.Scheme, builder, axes.Codes).ReadAll(table);

    /// <summary>Whether the cells of a row fit together; what is wrong otherwise, the plain reader tells.</summary>
    private bool IsGood(int row, out int count, out long? score)
    {
        ContactScheme scheme = axes.Scheme;
        score = scores[row] == CellBatch.NoQuantity ? null : scores[row];
        return ContactRowReader.TryCount(contacts[row] == CellBatch.NoQuantity ? null : contacts[row], out count)
            && (score is not long given || ContactRowReader.IsOnScale(scheme, given))
            && (answered[row] == None || answered[row] >= opened[row])
            && (resolved[row] == None || resolved[row] >= opened[row])
            && scheme.Hours.Supports(opened[row])
            && scheme.Hours.Supports(Math.Max(answered[row], Math.Max(resolved[row], opened[row])))
            && axes.ValidDays.Contains(centers[row], scheme.Hours.DayOf(opened[row]));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadTimes(RowBatch rows, int column, bool isOptional, long[] times)
    {
        Span<long> read = times.AsSpan(0, rows.Count);
        if (column == HeaderMap.Absent)
        {
            read.Fill(None);
            return;
        }

        ColumnCells cells = rows.Column(column);
        for (int row = 0; row < read.Length; row++)
        {
            cells.Find(row, out int start, out int length);
            if (length == 0 && isOptional)
            {
                read[row] = None;
            }
            else
            {
                IsOdd[row] |= length <= 0 || !TimeCell.TryRead(rows.Text(start, length), out read[row]);
            }
        }
    }
}
