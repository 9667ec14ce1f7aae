using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Ledgers;

public class PostingRulesTests
{
    private static readonly ElementCode Retired = new("6200");

    private static readonly CubeSpace Space = new(
        Company.Centers().Build(),
        Company.Elements()
            .Add(new CostElement(
                Retired, "Leasing", ElementNature.Cost, from: new(2026, 2, 1), through: new(2026, 5, 31)))
            .Build(),
        Company.Calendar,
        Currency.Eur,
        new DecimalScale(2));

    private static readonly PostingRules Rules = new(Space);

    // The naive model asks center and element by date.
    [Fact]
    public void Takes_EveryDayOfTwoYears_AsCenterAndElementSay()
    {
        int cases = 0;
        for (LocalDate date = new(2025, 12, 1); date < new LocalDate(2027, 2, 1); date = date.PlusDays(1))
        {
            foreach (Center center in Space.Centers.Centers)
            {
                for (int element = 0; element < Space.Elements.Elements.Length; element++)
                {
                    CenterValidity? validity = center.At(date);
                    CommandFaultKind? centerFault = validity is null ? CommandFaultKind.CenterNotValid
                        : validity.Status == CenterStatus.Blocked ? CommandFaultKind.CenterBlocked
                        : null;
                    bool hasElement = Space.Elements.Elements[element].IsValidOn(date);
                    int day = FiscalCalendar.DayNumber(date);

                    Assert.Equal(centerFault, Rules.CenterFault(center.Index, day));
                    Assert.Equal(hasElement, Rules.ElementFault(element, day) is null);
                    Assert.Equal(centerFault is null && hasElement, Rules.Takes(center.Index, element, day));
                    cases++;
                }
            }
        }

        Assert.True(cases >= 1_000);
    }

    [Theory]
    [InlineData("1000000000000000.00", true)]
    [InlineData("1000000000000000.01", false)]
    [InlineData("-1000000000000000.00", true)]
    [InlineData("-1000000000000000.01", false)]
    public void IsInRange_AtTheBound_IsInclusive(string amount, bool isInRange) =>
        Assert.Equal(isInRange, PostingRules.IsInRange(
            Space.Scale.ToCount(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)),
            Space.Scale,
            PostingRules.MaxAmount));

    [Fact]
    public void IsInRange_CountWithoutAnOpposite_IsNot() => // It could never be reversed.
        Assert.False(PostingRules.IsInRange(long.MinValue, new DecimalScale(12), PostingRules.MaxAmount));

    [Fact]
    public void Post_ElementThatIsNotValid_IsRefusedByPostingAndByCounts()
    {
        var ledger = new Ledger(Space);
        var posting = new Posting(new(2026, 6, 1), Company.North, Retired, 5m);

        CommandFault fault = Assert.Single(ledger.Post(Company.Document("d1", posting), Company.Stamp).Faults);

        Assert.Equal(
            (CommandFaultKind.ElementNotValid, 0, "Posting 0: element '6200' is not valid on 2026-06-01."),
            (fault.Kind, fault.Line, fault.Message));
        Assert.Null(ledger.PostCounts(
            new("d1"), [Counted(posting)], Company.Stamp, faults => Assert.Equal([fault], faults)));
    }

    [Fact]
    public void PostCounts_RowsThatAreRefused_AreToldAndLeftOut()
    {
        var ledger = new Ledger(Space);
        ledger.Close(Company.Period(1), [Company.North], Company.Stamp);
        CountedPosting good = Counted(Company.Post(3, Company.North, Company.Freight, 5m));
        List<CommandFaultKind> told = [];

        CommandResult? result = ledger.PostCounts(
            new("d1"),
            [
                good,
                With(good, center: 99),
                With(good, element: -1),
                With(good, day: -1),
                With(good, day: FiscalCalendar.DayCount),
                With(good, amount: long.MinValue),
                With(good, quantity: 1_000_000_000_000_000_001),
                Counted(Company.Post(1, Company.North, Company.Freight, 5m)),
                With(good, amount: -7, quantity: 2_000_000, reference: "R", text: "T"),
            ],
            Company.Stamp,
            faults => told.AddRange(faults.Select(fault => fault.Kind)));

        Assert.Equal(CommandOutcome.Accepted, result!.Outcome);
        Assert.Equal(
            [
                CommandFaultKind.UnknownCenter, CommandFaultKind.UnknownElement, CommandFaultKind.DateOutOfRange,
                CommandFaultKind.DateOutOfRange, CommandFaultKind.OutOfRange, CommandFaultKind.OutOfRange,
                CommandFaultKind.PeriodClosed,
            ],
            told);
        Assert.Equal(
            [
                Company.Post(3, Company.North, Company.Freight, 5m),
                new Posting(Company.Day(3), Company.North, Company.Freight, -0.07m, 2m, "R", "T"),
            ],
            ledger.Snapshot().Postings());
    }

    [Fact]
    public void PostCounts_IdThatIsTaken_SaysWhetherTheRowsAreTheSame()
    {
        var ledger = new Ledger(Space);
        Posting posting = Company.Post(3, Company.North, Company.Freight, 5m);
        JournalPosition first = ledger.Post(Company.Document("d1", posting), Company.Stamp).GetOrThrow();

        CommandResult same = Post(Counted(posting));
        CommandResult other = Post(With(Counted(posting), amount: 501));
        CommandResult more = Post(Counted(posting), Counted(posting));
        CommandResult fewer = Post();

        Assert.Equal((CommandOutcome.AcceptedBefore, first), (same.Outcome, same.Position));
        Assert.Equal(CommandFaultKind.DocumentIdTaken, Assert.Single(other.Faults).Kind);
        Assert.Equal(CommandFaultKind.DocumentIdTaken, Assert.Single(more.Faults).Kind);
        Assert.Equal(CommandFaultKind.DocumentIdTaken, Assert.Single(fewer.Faults).Kind);
        Assert.Equal(1, ledger.Snapshot().PostingCount);

        CommandResult Post(params CountedPosting[] postings) =>
            ledger.PostCounts(new("d1"), postings, Company.Stamp, _ => { })!;
    }

    [Fact]
    public void PostCounts_StreamThatFails_LeavesTheLedgerAsItIs()
    {
        var ledger = new Ledger(Space);
        CountedPosting good = With(Counted(Company.Post(3, Company.North, Company.Freight, 5m)), quantity: 1);

        Assert.Throws<TimeoutException>(() => ledger.PostCounts(new("d1"), Failing(), Company.Stamp, _ => { }));
        Assert.Equal(0, ledger.Snapshot().PostingCount);
        ledger.PostCounts(new("d1"), [With(good, quantity: 2)], Company.Stamp, _ => { });
        Assert.Equal(0.000002m, Assert.Single(ledger.Snapshot().Postings()).Quantity);

        IEnumerable<CountedPosting> Failing()
        {
            yield return good;
            throw new TimeoutException();
        }
    }

    // The key of a posting has room for 15; one more would change its day.
    [Fact]
    public void Post_LastAdjustmentPeriod_KeepsDayAndPeriod()
    {
        FiscalCalendar calendar = FiscalCalendar.Months(1, YearNaming.End)
            .WithAdjustmentPeriods(FiscalCalendar.MaxAdjustmentPeriods);
        var ledger = new Ledger(new CubeSpace(
            Company.Centers().Build(), Company.Elements().Build(), calendar, Currency.Eur, new DecimalScale(2)));
        var posting = new Posting(Company.Day(3), Company.North, Company.Freight, 5m, adjustmentPeriod: 15);

        ledger.Post(Company.Document("d1", posting), Company.Stamp).GetOrThrow();

        Assert.Equal([posting], ledger.Snapshot().Postings());
        Assert.Equal(
            new FiscalPeriod(2026, 27), Assert.Single(ledger.Snapshot().ToCube().Cells()).Address.Period);
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.WithAdjustmentPeriods(16));
        Assert.Equal(
            "Posting 0: the calendar has no adjustment period 16.",
            Assert.Single(ledger.Post(
                Company.Document("d2", new Posting(
                    Company.Day(3), Company.North, Company.Freight, 5m, adjustmentPeriod: 16)),
                Company.Stamp).Faults).Message);
    }

    private static CountedPosting With(
        CountedPosting posting,
        int? center = null,
        int? element = null,
        int? day = null,
        long? amount = null,
        long? quantity = null,
        string? reference = null,
        string? text = null) => new(
        center ?? posting.Center,
        element ?? posting.Element,
        day ?? posting.Day,
        amount ?? posting.Amount,
        quantity ?? posting.Quantity,
        reference ?? posting.Reference,
        text ?? posting.Text);

    private static CountedPosting Counted(Posting posting) => new(
        Space.Centers.IndexOf(posting.Center),
        Space.Elements.IndexOf(posting.Element),
        FiscalCalendar.DayNumber(posting.Date),
        Space.Scale.ToCount(posting.Amount),
        posting.Quantity is decimal quantity ? DecimalScale.Quantity.ToCount(quantity) : null,
        posting.Reference,
        posting.Text);
}
