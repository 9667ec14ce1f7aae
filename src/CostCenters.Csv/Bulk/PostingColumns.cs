using System.Runtime.CompilerServices;
using CostCenters.Calendars;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using NodaTime;

namespace CostCenters.Csv.Bulk;

/// <summary>Adds the postings of some files to a cube.</summary>
internal class PostingColumns : RowColumns
{
    private const int DateColumn = 0;
    private const int CenterColumn = 1;
    private const int ElementColumn = 2;
    private const int AmountColumn = 3;
    private const int QuantityColumn = 4;

    private readonly BookAxes axes;
    private readonly ParallelCubeBuilder cube;
    private readonly LocalDate lastDate;
    private readonly int lastDay;
    private readonly AmountColumns amounts;
    private readonly FixedPoint quantityForm;
    private readonly ColumnDialect dialect;
    private readonly DateCell? dates;
    private readonly bool[]? turned;
    private readonly CellBatch batch;
    private readonly ComparableRows? comparable;
    private readonly int[] days = new int[RowBatch.Most];
    private readonly int[] centers = new int[RowBatch.Most];
    private readonly int[] elements = new int[RowBatch.Most];
    private ulong readYearAndMonth;
    private ushort readDay;
    private int readNumber;

    /// <param name="dialect">How the files are written.</param>
    /// <param name="axes">The axes of the book.</param>
    /// <param name="cube">Takes the postings by their own periods.</param>
    /// <param name="keepsQuantities">Whether quantities are added up, too.</param>
    /// <param name="comparableWeeks">Takes them by the periods of the comparable weeks a year later, or null.</param>
    public PostingColumns(
        ColumnDialect dialect,
        BookAxes axes,
        ParallelCubeBuilder cube,
        bool keepsQuantities,
        ParallelCubeBuilder? comparableWeeks = null)
        : base(dialect, readColumns: QuantityColumn + 1)
    {
        this.dialect = dialect;
        this.axes = axes;
        this.cube = cube;
        batch = new CellBatch(keepsQuantities);
        comparable = comparableWeeks is null ? null : new ComparableRows(axes, comparableWeeks, keepsQuantities);

        // Rows after the withdrawal of the currency are left to the plain reader, which tells them.
        lastDate = axes.Space.Currency.WithdrawnOn?.PlusDays(-1) ?? FiscalCalendar.LastDate;
        lastDay = FiscalCalendar.DayNumber(lastDate);
        amounts = new AmountColumns(dialect, axes.Space.Scale.Digits);
        quantityForm = dialect.Quantities();
        dates = dialect.NewDates();
        turned = dialect.Turned(axes.Space.Elements);
    }

    protected override int TakeColumns(HeaderMap header, RowBatch rows, long offset)
    {
        (int firstDay, int lastDay) = FindCells(header, rows);
        amounts.Read(header, header.Positions[AmountColumn], rows, IsOdd, batch.Amounts);
        TurnAmounts(turned, elements.AsSpan(0, rows.Count), batch.Amounts);
        ReadQuantities(rows, header.Positions[QuantityColumn], quantityForm, batch.Quantities);
        if (AreGood(rows.Count, firstDay, lastDay))
        {
            NumberCells(rows.Count);
            comparable?.Add(batch, days, rows.Count);
            batch.AddTo(cube, axes.PeriodOfDay(firstDay), rows.Count);
            return rows.Count;
        }

        int taken = Gather(rows.Count);
        comparable?.Add(batch, days, taken);
        batch.AddTo(cube, taken);
        return taken;
    }

    public override void TakeOdd(TableReader table, Func<long, long> offsetOfLine)
    {
        var reader = new PostingRowReader(
            table, axes.PostingRules, dialect.Profile, CenterPeriodSet.Empty, axes.Codes);
        foreach (CountedPosting posting in reader.ReadAll())
        {
            Take(posting, offsetOfLine(table.Log.RowLine));
        }
    }

    /// <summary>Takes a posting that the plain reader accepts.</summary>
    protected virtual void Take(in CountedPosting posting, long offset)
    {
        batch.Cells[0] = axes.CellOf(posting.Center, posting.Element);
        batch.Amounts[0] = posting.Amount;
        batch.Quantities[0] = posting.Quantity ?? CellBatch.NoQuantity;
        batch.Groups[0] = axes.PeriodOfDay(posting.Day);
        days[0] = posting.Day;
        comparable?.Add(batch, days, 1);
        batch.AddTo(cube, 1);
    }

    /// <summary>Finds the days, centers and elements of all rows.</summary>
    /// <returns>The first and the last day, where no row is odd.</returns>
    protected (int FirstDay, int LastDay) FindCells(HeaderMap header, RowBatch rows)
    {
        ReadCodes(rows, header.Positions[CenterColumn], "center", axes.Centers, centers);
        ReadCodes(rows, header.Positions[ElementColumn], "element", axes.Elements, elements);
        return header.Positions[DateColumn] == HeaderMap.Absent ? FillDates(rows.Count)
            : dates is null
            ? ReadDates(rows, header.Positions[DateColumn])
            : ReadDates(dates, rows, header.Positions[DateColumn]);
    }

    /// <summary>The cell of a row that is not odd, and its period.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected (long Cell, int Period) CellOf(int row) =>
        (axes.CellOf(centers[row], elements[row]), axes.PeriodOfDay(days[row]));

    /// <summary>Whether nothing is wrong with any row, and all are of one period, as is usual in large files.
    /// </summary>
    private bool AreGood(int count, int firstDay, int lastDay) =>
        !IsOdd.AsSpan(0, count).Contains(true)
        && axes.PeriodOfDay(firstDay) == axes.PeriodOfDay(lastDay)
        && axes.PostingRules.AllTake(firstDay, lastDay);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void NumberCells(int count)
    {
        Span<long> cells = batch.Cells.AsSpan(0, count);
        ReadOnlySpan<int> ofCenters = centers.AsSpan(0, count);
        ReadOnlySpan<int> ofElements = elements.AsSpan(0, count);
        long elementCount = axes.ElementCount;
        for (int row = 0; row < cells.Length; row++)
        {
            cells[row] = unchecked((ofCenters[row] * elementCount) + ofElements[row]);
        }
    }

    /// <summary>Moves the good rows together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Gather(int count)
    {
        ReadOnlySpan<bool> isOdd = IsOdd.AsSpan(0, count);
        long[] cells = batch.Cells;
        long[] amounts = batch.Amounts;
        long[] quantities = batch.Quantities;
        int taken = 0;
        for (int row = 0; row < isOdd.Length; row++)
        {
            if (isOdd[row])
            {
                continue;
            }

            if (!axes.PostingRules.Takes(centers[row], elements[row], days[row]))
            {
                IsOdd[row] = true;
                continue;
            }

            (cells[taken], batch.Groups[taken]) = CellOf(row);
            amounts[taken] = amounts[row];
            quantities[taken] = quantities[row];
            days[taken] = days[row];
            taken++;
        }

        return taken;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int First, int Last) ReadDates(RowBatch rows, int column)
    {
        // Safe: 64 bytes follow the text in its array, so that ten can be read wherever a cell starts.
        ColumnCells cells = rows.Column(column);
        Span<int> read = days.AsSpan(0, rows.Count);
        (ulong yearAndMonth, ushort day, int number) = (readYearAndMonth, readDay, readNumber);
        (int first, int last) = (int.MaxValue, int.MinValue);
        for (int row = 0; row < read.Length; row++)
        {
            cells.Find(row, out int start, out int length);
            ref byte text = ref Unsafe.Add(ref rows.Origin, start);
            ulong head = Unsafe.ReadUnaligned<ulong>(ref text);
            ushort tail = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, sizeof(ulong)));
            if (length != DateCell.IsoLength)
            {
                IsOdd[row] = true;
                continue;
            }

            // Postings of one day mostly follow each other.
            if (head != yearAndMonth || tail != day)
            {
                number = IsoDays.NumberOf(ref text);
                number = number <= lastDay ? number : -1;
                (yearAndMonth, day) = (head, tail);
            }

            first = Math.Min(first, number);
            last = Math.Max(last, number);

            read[row] = number;
            IsOdd[row] |= number < 0;
        }

        (readYearAndMonth, readDay, readNumber) = (yearAndMonth, day, number);
        return (first, last);
    }

    /// <summary>Gives each row the date that is the same in all.</summary>
    private (int First, int Last) FillDates(int count)
    {
        DateCell patterns = dates ?? new DateCell(dialect.Profile.Settings.DatePatterns);
        bool isDate = patterns.TryRead(dialect.Constant("date"), DateCell.LastYear, out LocalDate date)
            && date <= lastDate;
        int number = isDate ? FiscalCalendar.DayNumber(date) : -1;
        days.AsSpan(0, count).Fill(number);
        if (!isDate)
        {
            IsOdd.AsSpan(0, count).Fill(true);
        }

        return (number, number);
    }

    /// <summary>Reads dates of other patterns.</summary>
    private (int First, int Last) ReadDates(DateCell patterns, RowBatch rows, int column)
    {
        ColumnCells cells = rows.Column(column);
        (int first, int last) = (int.MaxValue, int.MinValue);
        for (int row = 0; row < rows.Count; row++)
        {
            cells.Find(row, out int start, out int length);
            bool isDate = patterns.TryRead(
                rows.Text(start, Math.Max(length, 0)), DateCell.LastYear, out LocalDate date) && date <= lastDate;
            int number = isDate && length > 0 ? FiscalCalendar.DayNumber(date) : -1;
            first = Math.Min(first, number);
            last = Math.Max(last, number);
            days[row] = number;
            IsOdd[row] |= number < 0;
        }

        return (first, last);
    }
}
