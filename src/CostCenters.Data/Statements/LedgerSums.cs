using System.Collections;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Data.Results;
using CostCenters.Data.Tables;
using CostCenters.Journals;
using CostCenters.Ledgers;

namespace CostCenters.Data.Statements;

/// <summary>Takes the groups of a ledger: those that may be posted into a cube, the others by their faults.</summary>
internal sealed class LedgerSums(CubeSpace space, LedgerQuery query, SqlLedgerTable table)
{
    private readonly CubeBuilder cube = new(space);
    private readonly PostingRules rules = new(space);
    private readonly CodeNumbers numbers = new(space);
    private readonly CodesSeen centers = new(space.Centers.Centers.Select(center => center.Code.Value));
    private readonly CodesSeen elements = new(space.Elements.Elements.Select(element => element.Code.Value));
    private readonly List<(SqlRejectionReason, string)> faults = [];
    private object? watermark;

    public long RowsRead { get; private set; }

    public RejectionTally<LedgerGroup> Rejected { get; } = new();

    public IEnumerable<string> CenterCodes => centers.All;

    public IEnumerable<string> ElementCodes => elements.All;

    public void Add(LedgerGroup group)
    {
        RowsRead += group.Rows;
        NoteWatermark(group);
        faults.Clear();
        int center = numbers.CenterOf(group.Center, table.Center, faults);
        int element = numbers.ElementOf(group.Element, table.Element, faults);
        bool hasDay = group.Span is long span && span >= 1 && span <= query.Spans.Count;
        if (!hasDay)
        {
            faults.Add((
                group.Faults.HasFlag(RowFaults.DateMissing)
                    ? SqlRejectionReason.MissingValue
                    : SqlRejectionReason.BadDate,
                table.Date));
        }

        centers.Add(center, group.Center);
        elements.Add(element, group.Element);

        int period = hasDay ? CheckDay((int)group.Span!.Value, center, element, group.AdjustmentPeriod) : -1;
        NumberColumn.AddFaults(group.Faults, table.Amount, table.Quantity, faults);
        if (faults.Count > 0)
        {
            Rejected.Add(faults, group.Rows, group);
            return;
        }

        CellSum.Add(cube, center, element, period, group.Amount, group.Quantity);
    }

    public SqlLedgerReading ToReading(
        IEnumerable<SqlRejection> rejections,
        IEnumerable<string> foldedCodes,
        object? lastWatermark,
        CancellationToken cancellation) =>
        new(
            cube.Build(cancellation),
            RowsRead,
            Rejected.RowsRejected,
            rejections,
            foldedCodes,
            watermark ?? lastWatermark);

    private int CheckDay(int span, int center, int element, long? adjustment)
    {
        int day = query.Spans.FirstDayOf(span);
        if (center >= 0 && rules.CenterFault(center, day) is CommandFaultKind fault)
        {
            faults.Add((
                fault == CommandFaultKind.CenterBlocked
                    ? SqlRejectionReason.CenterBlocked
                    : SqlRejectionReason.CenterNotValid,
                table.Center));
        }

        if (element >= 0 && rules.ElementFault(element, day) is not null)
        {
            faults.Add((SqlRejectionReason.ElementNotValid, table.Element));
        }

        int period = query.Spans.PeriodOf(span);
        if (adjustment is null or 0)
        {
            return period;
        }

        FiscalCalendar calendar = space.Calendar;
        if (adjustment < 0 || adjustment > calendar.AdjustmentPeriodCount)
        {
            faults.Add((SqlRejectionReason.BadPeriod, table.AdjustmentPeriod!));
            return -1;
        }

        return calendar.OrdinalOf(new FiscalPeriod(
            calendar.PeriodAt(period).Year, calendar.PeriodCount + (int)adjustment.Value));
    }

    private void NoteWatermark(LedgerGroup group)
    {
        if (group.RowsWithWatermark < group.Rows)
        {
            throw new SqlReadException(
                $"table '{table.Table}'",
                $"rows have no value in the watermark column '{table.Watermark}'; a later reading could not find "
                    + "them.");
        }

        if (group.Watermark is object value
            && (watermark is null || Comparer.DefaultInvariant.Compare(value, watermark) > 0))
        {
            watermark = value;
        }
    }
}
