using System.Runtime.CompilerServices;
using System.Text;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;

namespace CostCenters.Csv.Bulk;

/// <summary>Adds the budget rows of a file to the cubes of their versions; a year is spread evenly.</summary>
internal sealed class BudgetColumns : RowColumns
{
    private const int VersionColumn = 0;
    private const int CenterColumn = 1;
    private const int ElementColumn = 2;
    private const int PeriodColumn = 3;
    private const int AmountColumn = 4;
    private const int QuantityColumn = 5;

    private readonly BookAxes axes;
    private readonly BudgetPeriods periods;
    private readonly BudgetSums sums;
    private readonly AmountColumns amounts;
    private readonly FixedPoint quantityForm;
    private readonly ColumnDialect dialect;
    private readonly bool[]? turned;
    private readonly CellBatch batch;
    private readonly EvenYear year;
    private readonly BudgetSums.VersionSums?[] versions = new BudgetSums.VersionSums?[RowBatch.Most];
    private readonly int[] centers = new int[RowBatch.Most];
    private readonly int[] elements = new int[RowBatch.Most];
    private readonly int[] groups = new int[RowBatch.Most];
    private BudgetSums.VersionSums? lastVersion;

    public BudgetColumns(
        ColumnDialect dialect, BookAxes axes, BudgetPeriods periods, BudgetSums sums, bool keepsQuantities)
        : base(dialect, readColumns: QuantityColumn + 1)
    {
        this.dialect = dialect;
        this.axes = axes;
        this.periods = periods;
        this.sums = sums;
        amounts = new AmountColumns(dialect, axes.Space.Scale.Digits);
        quantityForm = dialect.Quantities();
        turned = dialect.Turned(axes.Space.Elements);
        batch = new CellBatch(keepsQuantities);
        year = new EvenYear(batch, periods);
    }

    protected override int TakeColumns(HeaderMap header, RowBatch rows, long offset)
    {
        ReadVersions(rows, header.Positions[VersionColumn]);
        ReadCodes(rows, header.Positions[CenterColumn], "center", axes.Centers, centers);
        ReadCodes(rows, header.Positions[ElementColumn], "element", axes.Elements, elements);
        ReadCodes(rows, header.Positions[PeriodColumn], "period", periods.Codes, groups);
        amounts.Read(header, header.Positions[AmountColumn], rows, IsOdd, batch.Amounts);
        TurnAmounts(turned, elements.AsSpan(0, rows.Count), batch.Amounts);
        ReadQuantities(rows, header.Positions[QuantityColumn], quantityForm, batch.Quantities);
        int taken = 0;
        int next = 0;
        while (next < rows.Count)
        {
            taken += TakeVersion(rows, offset, ref next);
        }

        return taken;
    }

    public override void TakeOdd(TableReader table, Func<long, long> offsetOfLine)
    {
        var reader = new BudgetRowReader(table, axes.BudgetRules, dialect.Profile, axes.Codes);
        foreach (BudgetRow row in reader.ReadAll())
        {
            BudgetSums.VersionSums version = sums[Encoding.UTF8.GetBytes(row.Version)];
            version.Accept(offsetOfLine(table.Log.RowLine));
            batch.Cells[0] = axes.CellOf(row.Center, row.Element);
            batch.Amounts[0] = row.Amount;
            batch.Quantities[0] = row.Quantity ?? CellBatch.NoQuantity;
            batch.Groups[0] = periods.GroupOf(row.Year, row.Period);
            AddTo(version, 1);
        }
    }

    /// <summary>Takes the next rows of one version.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int TakeVersion(RowBatch rows, long offset, ref int next)
    {
        BudgetSums.VersionSums? version = null;
        int taken = 0;
        for (; next < rows.Count; next++)
        {
            int row = next;
            if (IsOdd[row])
            {
                continue;
            }

            if (!periods.AreValid(axes.BudgetRules, centers[row], elements[row], groups[row]))
            {
                IsOdd[row] = true;
                continue;
            }

            if (version is null)
            {
                version = versions[row]!;
                version.Accept(offset + rows.StartOf(row));
            }
            else if (version != versions[row])
            {
                break;
            }

            batch.Cells[taken] = axes.CellOf(centers[row], elements[row]);
            batch.Groups[taken] = groups[row];
            batch.Amounts[taken] = batch.Amounts[row];
            batch.Quantities[taken] = batch.Quantities[row];
            taken++;
        }

        if (version is not null)
        {
            AddTo(version, taken);
        }

        return taken;
    }

    private void AddTo(BudgetSums.VersionSums version, int count) =>
        batch.ForEachGroup(
            count,
            (columns: this, cube: version.Cube),
            static (state, group, cells, amounts, quantities) =>
                state.columns.AddGroup(state.cube, group, cells, amounts, quantities));

    private void AddGroup(
        ParallelCubeBuilder cube,
        int group,
        ReadOnlySpan<long> cells,
        ReadOnlySpan<long> amounts,
        Span<long> quantities)
    {
        if (periods.IsYear(group))
        {
            year.Add(cube, group, cells, amounts, quantities);
        }
        else
        {
            batch.Add(cube, group, cells, amounts, quantities);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadVersions(RowBatch rows, int column)
    {
        if (column == HeaderMap.Absent)
        {
            versions.AsSpan(0, rows.Count).Fill(lastVersion ??= sums[dialect.Constant(BudgetRowReader.VersionName)]);
            return;
        }

        ColumnCells cells = rows.Column(column);
        for (int row = 0; row < rows.Count; row++)
        {
            cells.Find(row, out int start, out int length);
            if (length <= 0)
            {
                IsOdd[row] = true;
                continue;
            }

            ReadOnlySpan<byte> text = rows.Text(start, length);
            if (lastVersion is null || !text.SequenceEqual(lastVersion.Text))
            {
                lastVersion = sums[text];
            }

            versions[row] = lastVersion;
        }
    }
}
