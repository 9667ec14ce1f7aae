using System.Collections.Immutable;
using System.Text;
using CostCenters.Allocations;
using CostCenters.Allocations.Chains;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Csv.Tables;

/// <summary>The words for methods of allocation.</summary>
internal enum MethodWord
{
    Direct,
    StepDown,
    MostServed,
    GreatestAmount,
    Reciprocal,
}

/// <summary>One sender of a rule, with what all rows of the rule say alike.</summary>
internal sealed record AllocationRow(
    string Rule,
    RuleSender Sender,
    MethodWord Method,
    ImmutableArray<ElementCode> Elements,
    PoolPart Part,
    ElementCode? BookedOn,
    PeriodValidity Validity);

/// <summary>Turns the rows of a table of rules into rules, and tells every fault of the others.</summary>
internal sealed class AllocationRowReader(CubeSpace space)
{
    public const int Rule = 0;
    private const int Sender = 1;
    private const int Method = 2;
    private const int Basis = 3;
    private const int Driver = 4;
    private const int Elements = 5;
    private const int Percent = 6;
    private const int First = 7;
    private const int BookedOn = 8;
    private const int From = 9;
    private const int Through = 10;

    public static readonly RowSchema Schema = RowSchema.Parse(
        "rule,sender,method,basis,driver,elements?,percent?,first?,booked_on?,from?,through?");

    private readonly CodeTables codes = new(space.Centers, space.Elements);
    private readonly ValidityCells<string> validities = new(new FiscalPeriods(space.Calendar), From, Through);

    /// <summary>Reads a row; its rule is the rule of that name which begins in the same period.</summary>
    public AllocationRow? Read(CellReader cells, out string? id)
    {
        bool isWhole = cells.TryGetText(Rule, out string rule);
        if (isWhole && string.IsNullOrWhiteSpace(rule))
        {
            isWhole = cells.Tell(Rule, ImportIssueCode.MissingValue, "The cell has spaces alone. Fill it.");
        }

        id = isWhole ? $"{rule} {cells.GetOptionalCode(From)}".TrimEnd() : null;
        Center? sender = codes.ReadCenter(cells, Sender);
        isWhole &= ChoiceCell.TryRead(cells, Method, out MethodWord method);
        isWhole &= ChoiceCell.TryRead(cells, Basis, out DriverBasis basis);
        bool hasDriver = cells.TryGetCode(Driver, out ReadOnlySpan<byte> driver);
        KeyFigureCode code = hasDriver ? new(Encoding.UTF8.GetString(driver)) : default;
        isWhole &= TryReadElements(cells, out ImmutableArray<ElementCode> elements);
        isWhole &= TryReadPart(cells, out PoolPart part);
        isWhole &= TryReadBookedOn(cells, out ElementCode? bookedOn);
        isWhole &= validities.TryRead(cells, out PeriodValidity validity);
        if (isWhole && basis == DriverBasis.FixedAmounts && (bookedOn is null || part != PoolPart.Whole))
        {
            isWhole = cells.Tell(
                Basis,
                ImportIssueCode.BadChoice,
                "Fixed amounts are sent whatever the pool is: they need 'booked_on', and no 'percent' or 'first'.");
        }

        return isWhole && hasDriver && sender is not null
            ? new AllocationRow(
                rule, new RuleSender(sender.Code, basis, code), method, elements, part, bookedOn, validity)
            : null;
    }

    /// <summary>By column, whether a row says something else of its rule than the first one.</summary>
    public static (bool Differs, string Column)[] Differences(AllocationRow first, AllocationRow other) =>
    [
        (first.Rule != other.Rule, Schema.Columns[Rule]),
        (first.Method != other.Method, Schema.Columns[Method]),
        (!first.Elements.SequenceEqual(other.Elements), Schema.Columns[Elements]),
        (first.Part.PercentOfPool != other.Part.PercentOfPool, Schema.Columns[Percent]),
        (first.Part.Limit != other.Part.Limit, Schema.Columns[First]),
        (first.BookedOn != other.BookedOn, Schema.Columns[BookedOn]),
        (first.Validity != other.Validity, Schema.Columns[Through]),
    ];

    /// <summary>What is wrong with the rows of a rule together: a sender twice, or a period that an earlier rule of
    /// the name has.</summary>
    public static IReadOnlyList<GroupFault> FaultsOf(
        IReadOnlyList<AllocationRow> rows, Dictionary<string, List<PeriodValidity>> known)
    {
        if (rows.DistinctBy(row => row.Sender.Center).Count() < rows.Count)
        {
            return [new GroupFault(
                null,
                ImportIssueCode.DuplicateValue,
                Schema.Columns[Sender],
                "A center sends twice in this rule. Join its drivers, or make two rules.")];
        }

        if (!known.TryGetValue(rows[0].Rule, out List<PeriodValidity>? earlier))
        {
            known.Add(rows[0].Rule, earlier = []);
        }

        if (earlier.Exists(rows[0].Validity.Overlaps))
        {
            return [new GroupFault(
                null,
                ImportIssueCode.OverlappingValidity,
                Schema.Columns[From],
                "An earlier rule of this name is used in one of these periods. End one where the other begins.")];
        }

        earlier.Add(rows[0].Validity);
        return [];
    }

    public static AllocationRule ToRule(IReadOnlyList<AllocationRow> rows)
    {
        AllocationRow first = rows[0];
        RuleSender[] senders = [.. rows.Select(row => row.Sender)];
        AllocationMethod method = first.Method switch
        {
            MethodWord.Direct => AllocationMethod.Direct,
            MethodWord.StepDown => AllocationMethod.StepDown(senders.Select(sender => sender.Center)),
            MethodWord.MostServed => AllocationMethod.StepDown(StepOrder.MostServed),
            MethodWord.GreatestAmount => AllocationMethod.StepDown(StepOrder.GreatestAmount),
            _ => AllocationMethod.Reciprocal,
        };
        return first.BookedOn is ElementCode element
            ? AllocationRule.Assessment(
                first.Rule, method, senders, first.Elements, first.Part, element, first.Validity)
            : AllocationRule.Distribution(first.Rule, method, senders, first.Elements, first.Part, first.Validity);
    }

    public static MethodWord MethodOf(AllocationMethod method) =>
        method.StepOrder == StepOrder.MostServed ? MethodWord.MostServed
        : method.StepOrder == StepOrder.GreatestAmount ? MethodWord.GreatestAmount
        : ReferenceEquals(method, AllocationMethod.Direct) ? MethodWord.Direct
        : ReferenceEquals(method, AllocationMethod.Reciprocal) ? MethodWord.Reciprocal
        : MethodWord.StepDown;

    private bool TryReadElements(CellReader cells, out ImmutableArray<ElementCode> elements)
    {
        string[] texts = cells.GetOptionalCode(Elements)?.Split(';') ?? [];
        elements = [];
        foreach (string text in texts)
        {
            if (text.Length == 0 || !space.Elements.TryGet(new(text), out CostElement? element))
            {
                return cells.Tell(
                    Elements,
                    ImportIssueCode.UnknownElement,
                    $"No element has the code '{text}'. Add it to the elements, or correct it.");
            }

            if (element.Nature == ElementNature.Revenue)
            {
                return cells.Tell(
                    Elements, ImportIssueCode.BadNature, $"'{text}' is a revenue; costs alone are allocated.");
            }

            elements = elements.Add(element.Code);
        }

        return true;
    }

    private bool TryReadPart(CellReader cells, out PoolPart part)
    {
        part = PoolPart.Whole;
        long limit = 0;
        bool hasLimit = cells.HasValue(First);
        bool isWhole = cells.TryGetOptionalQuantity(Percent, out long? percent);
        isWhole &= !hasLimit || cells.TryGetAmount(First, space.Scale.Digits, out limit);
        if (percent is long count && (count <= 0 || DecimalScale.Quantity.ToDecimal(count) > 100m))
        {
            isWhole = cells.Tell(
                Percent, ImportIssueCode.OutOfRange, "A percentage above 0 and at most 100 was expected.");
        }

        if (isWhole && hasLimit && limit <= 0)
        {
            isWhole = cells.Tell(First, ImportIssueCode.OutOfRange, "An amount above 0 was expected.");
        }

        if (hasLimit && (percent is not null || !cells.HasValue(BookedOn)))
        {
            isWhole = cells.Tell(
                First,
                ImportIssueCode.BadChoice,
                "An amount is of no element: it needs 'booked_on', and no 'percent' beside it.");
        }

        if (isWhole)
        {
            part = percent is long some ? PoolPart.Percent(DecimalScale.Quantity.ToDecimal(some))
                : hasLimit ? PoolPart.First(space.Scale.ToDecimal(limit)) : PoolPart.Whole;
        }

        return isWhole;
    }

    private bool TryReadBookedOn(CellReader cells, out ElementCode? bookedOn)
    {
        bookedOn = null;
        if (!cells.HasValue(BookedOn))
        {
            return true;
        }

        if (!codes.TryReadElement(cells, BookedOn, out CostElement? element, out _))
        {
            return false;
        }

        bookedOn = element!.Code;
        return element is { Category: ElementCategory.Secondary, Nature: ElementNature.Cost }
            || cells.Tell(
                BookedOn,
                ImportIssueCode.BadChoice,
                "A secondary element of cost was expected; charges between centers stand on those.");
    }
}
