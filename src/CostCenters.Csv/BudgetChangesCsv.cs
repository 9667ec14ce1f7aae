using System.Text;
using CostCenters.Budgets;
using CostCenters.Budgets.Changes;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Csv;

/// <summary>Reads and writes changes of budgets:
/// <c>id,budget,kind,center,element,period,amount,quantity?,reason,reference?,revises?,state?</c>.</summary>
/// <remarks>The rows of one id are one change: all of them are used, or none. Kinds are <c>original</c>,
/// <c>supplement</c>, <c>return</c>, <c>transfer</c>, <c>rephasing</c> and <c>carry-forward</c>. The state is empty for
/// a change that is part of its budget, and <c>draft</c> for one that is not yet.</remarks>
public static class BudgetChangesCsv
{
    private const int Id = 0;
    private const int Budget = 1;
    private const int Kind = 2;
    private const int CenterColumn = 3;
    private const int ElementColumn = 4;
    private const int Period = 5;
    private const int Amount = 6;
    private const int Quantity = 7;
    private const int Reason = 8;
    private const int Reference = 9;
    private const int Revises = 10;
    private const int State = 11;
    private const string Draft = "draft";

    internal static readonly RowSchema Schema = RowSchema.Parse(
        "id,budget,kind,center,element,period,amount,quantity?,reason,reference?,revises?,state?");

    /// <summary>Reads changes.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="space">Centers, elements, calendar and decimals.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The accepted changes, in order of their first rows, and every fault of the other rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<IReadOnlyList<(BudgetChange Change, bool IsDraft)>> Read(
        CsvInput input, CubeSpace space, ImportProfile profile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(profile);
        return Read(input, space, profile, record: null, cancellation);
    }

    /// <summary>Reads changes and gives each to a book, which may refuse it.</summary>
    internal static ImportResult<IReadOnlyList<(BudgetChange Change, bool IsDraft)>> Read(
        CsvInput input,
        CubeSpace space,
        ImportProfile profile,
        Func<BudgetChange, bool, IEnumerable<CommandFault>>? record,
        CancellationToken cancellation)
    {
        using TableReader table = TableReader.Open(input, Schema, profile, TableContext.Of(space), cancellation);
        var reader = new ChangeRowReader(space, profile);
        var groups = new RowGroups<ChangeRow>(table.Log, Schema.Columns[Id]);
        while (table.Read())
        {
            ChangeRow? row = reader.Read(table.Cells!, out string? id);
            groups.EndRow(id, row);
        }

        IReadOnlyList<(BudgetChange Change, bool IsDraft)> changes =
        [
            .. groups.Whole(Differences, (id, rows) => FaultsOf(id, rows, record))
                .Select(group => (ToChange(group.Id, group.Rows), group.Rows[0].IsDraft)),
        ];
        return table.Log.ToResult(table.Log.IsStopped ? null : changes);
    }

    /// <summary>Writes changes.</summary>
    /// <param name="changes">The changes, in the order of the rows, and whether each is a draft.</param>
    /// <param name="space">The space that they belong to.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A text has a NUL or half of a surrogate pair.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is finer than the scale of the space, or a quantity has
    /// more than six decimals.</exception>
    public static void Write(
        IEnumerable<(BudgetChange Change, bool IsDraft)> changes, CubeSpace space, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new RowWriter(stream, Schema.Columns, leaveOpen: true);
        foreach ((BudgetChange change, bool isDraft) in changes)
        {
            foreach (BudgetLine line in change.Lines)
            {
                writer.Code(change.Id.Value);
                writer.Code(change.Budget);
                writer.Code(ChoiceCell.WordOf(change.Kind));
                writer.Code(line.Center.Value);
                writer.Code(line.Element.Value);
                writer.Code(line.Period.ToString());
                writer.Number(space.Scale.ToCount(line.Amount), space.Scale.Digits);
                writer.Code(PostingsCsv.Quantity(line.Quantity));
                writer.Text(change.Reason);
                writer.Text(change.Reference);
                writer.Code(change.Revises?.Value);
                writer.Code(isDraft ? Draft : null);
                writer.EndRow();
            }
        }
    }

    private static BudgetChange ToChange(string id, IReadOnlyList<ChangeRow> rows) => new(
        new DocumentId(id),
        rows[0].Budget,
        rows[0].Kind,
        rows.Select(row => row.Line),
        rows[0].Reason,
        rows[0].Reference,
        rows[0].Revises is string revised ? new DocumentId(revised) : null);

    private static (bool Differs, string Column)[] Differences(ChangeRow first, ChangeRow other) =>
    [
        (first.Budget != other.Budget, Schema.Columns[Budget]),
        (first.Kind != other.Kind, Schema.Columns[Kind]),
        (first.Reason != other.Reason, Schema.Columns[Reason]),
        (first.Reference != other.Reference, Schema.Columns[Reference]),
        (first.Revises != other.Revises, Schema.Columns[Revises]),
        (first.IsDraft != other.IsDraft, Schema.Columns[State]),
    ];

    private static IReadOnlyList<GroupFault> FaultsOf(
        string id, IReadOnlyList<ChangeRow> rows, Func<BudgetChange, bool, IEnumerable<CommandFault>>? record) =>
        BudgetChange.SumFault(rows[0].Kind, rows.Select(row => row.Line)) is string message
            ? [new GroupFault(null, ImportIssueCode.UnbalancedChange, Schema.Columns[Amount], message)]
            : record is null
                ? []
                : GroupFault.Of(record(ToChange(id, rows), rows[0].IsDraft), kind =>
                    Schema.Columns[kind == CommandFaultKind.UnknownDocument ? Revises : Amount]);

    private sealed record ChangeRow(
        string Budget,
        BudgetChangeKind Kind,
        BudgetLine Line,
        string Reason,
        string? Reference,
        string? Revises,
        bool IsDraft);

    private sealed class ChangeRowReader(CubeSpace space, ImportProfile profile)
    {
        private readonly CodeTables codes = new(space.Centers, space.Elements);
        private readonly FiscalPeriods periods = new(space.Calendar);
        private readonly BudgetRules rules = new(space);

        public ChangeRow? Read(CellReader cells, out string? id)
        {
            id = cells.TryGetCode(Id, out ReadOnlySpan<byte> text) ? Encoding.UTF8.GetString(text) : null;
            string? budget = cells.TryGetCode(Budget, out text) ? Encoding.UTF8.GetString(text) : null;
            bool isWhole = ChoiceCell.TryRead(cells, Kind, out BudgetChangeKind kind) & budget is not null;
            Center? center = codes.ReadCenter(cells, CenterColumn);
            isWhole &= codes.TryReadElement(cells, ElementColumn, out CostElement? element, out int number);
            bool hasPeriod = periods.TryRead(cells, Period, allowsYear: false, out _, out FiscalPeriod? period);
            if (hasPeriod)
            {
                TellInvalid(cells, center?.Index, element is null ? null : number, period!.Value);
            }

            isWhole &= cells.TryGetAmount(Amount, space.Scale.Digits, out long amount);
            isWhole &= cells.TryGetOptionalQuantity(Quantity, out long? quantity);
            isWhole &= cells.TryGetText(Reason, out string reason);
            isWhole &= ChoiceCell.TryReadFlag(cells, State, Draft, out bool isDraft);
            return !isWhole || center is null || !hasPeriod
                ? null
                : new ChangeRow(
                    budget!,
                    kind,
                    BudgetLine.ForPeriod(
                        center.Code,
                        element!.Code,
                        period!.Value,
                        space.Scale.ToDecimal(AmountTurn.Apply(profile.AmountSigns, element.Nature, amount)),
                        quantity is long count ? DecimalScale.Quantity.ToDecimal(count) : null),
                    reason,
                    cells.GetText(Reference),
                    cells.GetOptionalCode(Revises),
                    isDraft);
        }

        private void TellInvalid(CellReader cells, int? center, int? element, FiscalPeriod period)
        {
            int ordinal = space.Calendar.OrdinalOf(period);
            if (center is int itsCenter && !rules.IsCenterValid(itsCenter, ordinal, 1))
            {
                cells.Tell(
                    CenterColumn,
                    ImportIssueCode.CenterNotValid,
                    "The center is not valid on the last day of the period. Budget it where it is valid.");
            }

            if (element is int itsElement && !rules.IsElementValid(itsElement, ordinal, 1))
            {
                cells.Tell(
                    ElementColumn,
                    ImportIssueCode.ElementNotValid,
                    "The element is not valid on the last day of the period. Budget it where it is valid.");
            }
        }
    }
}
