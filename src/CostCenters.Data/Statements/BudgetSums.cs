using CostCenters.Budgets;
using CostCenters.Cubes;
using CostCenters.Data.Results;
using CostCenters.Data.Tables;
using CostCenters.Monetary;

namespace CostCenters.Data.Statements;

/// <summary>Takes the groups of a table of budget lines: the valid ones into a cube for each version, the others by
/// their faults.</summary>
internal sealed class BudgetSums(CubeSpace space, SqlBudgetTable table)
{
    private readonly BudgetRules rules = new(space);
    private readonly CodeNumbers numbers = new(space);
    private readonly SortedDictionary<string, CubeBuilder> cubes = new(StringComparer.Ordinal);
    private readonly RejectionTally<string> rejected = new();
    private readonly List<(SqlRejectionReason, string)> faults = [];

    public long RowsRead { get; private set; }

    public void Add(BudgetGroup group)
    {
        RowsRead += group.Rows;
        faults.Clear();
        if (!IsVersion(group.Version))
        {
            faults.Add((SqlRejectionReason.MissingValue, table.Version));
        }

        int center = numbers.CenterOf(group.Center, table.Center, faults);
        int element = numbers.ElementOf(group.Element, table.Element, faults);
        bool hasPeriods = PeriodText.TryRead(space.Calendar, group.Period, out int first, out int count);
        if (!hasPeriods)
        {
            faults.Add((
                string.IsNullOrEmpty(group.Period) ? SqlRejectionReason.MissingValue : SqlRejectionReason.BadPeriod,
                table.Period));
        }
        else
        {
            CheckValidity(center, element, first, count);
        }

        NumberColumn.AddFaults(group.Faults, table.Amount, table.Quantity, faults);
        if (faults.Count > 0)
        {
            rejected.Add(faults, group.Rows, $"{table.Version}={group.Version}, {table.Center}={group.Center}, "
                + $"{table.Element}={group.Element}, {table.Period}={group.Period}");
            return;
        }

        if (!cubes.TryGetValue(group.Version!, out CubeBuilder? cube))
        {
            cubes.Add(group.Version!, cube = new CubeBuilder(space));
        }

        if (PeriodText.IsYear(group.Period!))
        {
            Spread(cube, center, element, first, count, group);
        }
        else
        {
            CellSum.Add(cube, center, element, first, group.Amount, group.Quantity);
        }
    }

    public SqlResult<CubeLayers> ToResult(CancellationToken cancellation) => new(
        cubes.Aggregate(
            new CubeLayers(space),
            (layers, cube) => layers.With(LayerKey.Budget(cube.Key, 1), cube.Value.Build(cancellation))),
        RowsRead,
        rejected.RowsRejected,
        rejected.All.Select(fault => new SqlRejection(fault.Reason, fault.Column, fault.Rows, fault.Place)));

    private static bool IsVersion(string? name) =>
        !string.IsNullOrEmpty(name) && !name.Contains('\0', StringComparison.Ordinal);

    private void CheckValidity(int center, int element, int first, int count)
    {
        if (center >= 0 && !rules.IsCenterValid(center, first, count))
        {
            faults.Add((SqlRejectionReason.CenterNotValid, table.Center));
        }

        if (element >= 0 && !rules.IsElementValid(element, first, count))
        {
            faults.Add((SqlRejectionReason.ElementNotValid, table.Element));
        }
    }

    /// <summary>Each of the lines, which are alike, is spread by itself.</summary>
    private static void Spread(CubeBuilder cube, int center, int element, int first, int count, BudgetGroup group)
    {
        var amounts = new EvenSplit((long)(group.Amount / group.Rows), count);
        var quantities = new EvenSplit((long)((group.Quantity ?? 0) / group.Rows), count);
        for (int place = 0; place < count; place++)
        {
            CellSum.Add(
                cube,
                center,
                element,
                first + place,
                (Int128)amounts[place] * group.Rows,
                group.Quantity is null ? null : (Int128)quantities[place] * group.Rows);
        }
    }
}
