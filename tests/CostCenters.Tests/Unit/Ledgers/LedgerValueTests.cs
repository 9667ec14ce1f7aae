using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using NodaTime;

namespace CostCenters.Tests.Unit.Ledgers;

public class LedgerValueTests
{
    [Fact]
    public void Position_Order_IsByNumber()
    {
        Assert.True(new JournalPosition(1) < new JournalPosition(2) && new JournalPosition(2) > new JournalPosition(1));
        Assert.True(new JournalPosition(2) <= new JournalPosition(2));
        Assert.True(new JournalPosition(2) >= new JournalPosition(2));
        Assert.Equal((0L, "0"), (default(JournalPosition).Number, default(JournalPosition).ToString()));
        Assert.Equal(-1, new JournalPosition(1).CompareTo(new JournalPosition(long.MaxValue)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JournalPosition(-1));
    }

    [Fact]
    public void DocumentId_Default_IsNoId()
    {
        Assert.Throws<InvalidOperationException>(() => default(DocumentId).Value);
        Assert.Equal("", default(DocumentId).ToString());
        Assert.NotEqual(new DocumentId("a"), new DocumentId("A"));
        Assert.ThrowsAny<ArgumentException>(() => new DocumentId(""));
        Assert.ThrowsAny<ArgumentException>(() => new DocumentId(null!));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void CommandStamp_WithoutActor_Throws(string? actor) =>
        Assert.ThrowsAny<ArgumentException>(() => new CommandStamp(actor!, NodaConstants.UnixEpoch));

    [Fact]
    public void Posting_BadArgument_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Posting(Company.Day(1), default, Company.Sales, 1m));
        Assert.Throws<ArgumentException>(() => new Posting(Company.Day(1), Company.Head, default, 1m));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new Posting(Company.Day(1), Company.Head, Company.Sales, 1m, adjustmentPeriod: 0));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new Posting(Company.Day(1), Company.Head, Company.Sales, 1m, adjustmentPeriod: -1));
    }

    [Fact]
    public void Document_BadArgument_Throws()
    {
        Posting[] postings = [Company.Post(1, Company.Head, Company.Sales, 1m)];

        Assert.Throws<ArgumentException>(() => new Document(default, Currency.Eur, postings));
        Assert.Throws<ArgumentNullException>(() => new Document(new("d"), null!, postings));
        Assert.Throws<ArgumentNullException>(() => new Document(new("d"), Currency.Eur, null!));
        Assert.Throws<ArgumentException>(() => new Document(new("d"), Currency.Eur, []));
        Assert.Throws<ArgumentException>(() => new Document(new("d"), Currency.Eur, [postings[0], null!]));
    }

    [Fact]
    public void Document_ListChangedAfterwards_KeepsItsOwnCopy()
    {
        Posting[] postings = [Company.Post(1, Company.Head, Company.Sales, 1m)];
        var document = new Document(new("d"), Currency.Eur, postings);

        postings[0] = null!;

        Assert.NotNull(document.Postings[0]);
    }
}
