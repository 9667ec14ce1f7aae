using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using NodaTime;

namespace CostCenters.Tests.Unit.Values;

/// <summary>Texts that no file can hold are refused where they come in, not when a journal is written.</summary>
public class WholeTextTests
{
    private static readonly string[] Broken =
    [
        "\0", "a\0b", Of(0xD800), Of('a', 0xDC00, 'b'), Of(0xD83D, 'a'), Of(0xDE00, 0xD83D), Of(0xD83D, 0xD83D, 0xDE00),
        Of(0xD83D, 0xDE00, 0xD83D), Of(0xD83D, 0xDE00, 'a', 0xDE00),
    ];

    private static readonly Dictionary<string, Action<string>> Entries = new()
    {
        ["center"] = text => _ = new CenterCode(text),
        ["element"] = text => _ = new ElementCode(text),
        ["key figure"] = text => _ = new KeyFigureCode(text),
        ["channel"] = text => _ = new ChannelCode(text),
        ["cause"] = text => _ = new CauseCode(text),
        ["document"] = text => _ = new DocumentId(text),
        ["reference"] = text => _ = new Posting(Company.Day(3), Company.Head, Company.Sales, 1m, reference: text),
        ["text"] = text => _ = new Posting(Company.Day(3), Company.Head, Company.Sales, 1m, text: text),
        ["actor"] = text => _ = new CommandStamp(text, Instant.MinValue),
        ["center name"] = text => _ = new CenterValidity(text, CenterKind.Cost),
        ["owner"] = text => _ = new CenterValidity("", CenterKind.Cost, owner: text),
        ["element name"] = text => _ = new CostElement(Company.Sales, text, ElementNature.Cost),
        ["unit"] = text => _ = new CostElement(Company.Sales, "", ElementNature.Cost, unit: text),
        ["currency"] = text => _ = Currency.Custom(text, 2),
        ["budget"] = text =>
            _ = new BudgetVersion.Builder(Company.Space, text, 1, Phasing.Even(RemainderRule.LargestRemainder)),
        ["book"] = text => _ = new Book(text, Company.Space),
    };

    public static TheoryData<string> Names => [.. Entries.Keys];

    [Theory] // Issue 11: accepted in memory, and refused only when the journal was written.
    [MemberData(nameof(Names))]
    public void Create_TextThatNoFileCanHold_IsRefused(string name)
    {
        Assert.All(Broken, text => Assert.ThrowsAny<ArgumentException>(() => Entries[name](text)));
        Entries[name](Of('a', 0xD83D, 0xDE00, 0xD83D, 0xDE00, 0xFFFF, 'b', 0x01));
    }

    [Fact]
    public void PostCounts_TextThatNoFileCanHold_IsTold()
    {
        var ledger = new Ledger(Company.Space);
        var kinds = new List<CommandFaultKind>();
        int day = FiscalCalendar.DayNumber(Company.Day(3));

        ledger.PostCounts(
            new("d1"),
            Broken.SelectMany(text => new[]
            {
                new CountedPosting(0, 0, day, 1, reference: text), new CountedPosting(0, 0, day, 1, text: text),
            }).Append(new CountedPosting(0, 0, day, 1, reference: "r", text: "t")),
            Company.Stamp,
            faults => kinds.AddRange(faults.Select(fault => fault.Kind)));

        Assert.Equal(Enumerable.Repeat(CommandFaultKind.BadText, 2 * Broken.Length), kinds);
        Assert.Equal(1, ledger.Snapshot().PostingCount);
    }

    private static string Of(params int[] units) => new([.. units.Select(unit => (char)unit)]);
}
