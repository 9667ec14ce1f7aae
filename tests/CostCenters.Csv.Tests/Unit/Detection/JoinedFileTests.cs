using CostCenters.Csv.Detection;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Tests.Unit.Shapes;

namespace CostCenters.Csv.Tests.Unit.Detection;

/// <summary>Files that were joined from others: a further header, in which columns have moved or have other names.
/// </summary>
public class JoinedFileTests
{
    private const string Moved = "date,center,element,amount,quantity\n2026-01-31,A,4711,10.50,2\n"
        + "date,center,element,quantity,amount\n2026-02-28,A,4711,2,10.50\n";

    [Fact]
    public void Read_SecondHeaderWithMovedColumns_StopsTheFile() => Assert.Equal(
        new ShapedPostings(
            "",
            "3 date bad-date; 3 center unknown-center; 3 element unknown-element; 3 amount bad-number; "
                + "3 quantity bad-number; 3 - moved-header",
            ""),
        ShapedPostings.Read(ImportProfile.Contract, Moved) with { Counts = "" });

    [Theory]
    [InlineData("Date,Centre,Account,Debit,Credit", "Date,Centre,Account,Credit,Debit")]
    [InlineData("Date,Centre,Account,Debit,Credit", " date,Project,CENTRE,account,debit,credit")]
    public void Read_ForeignFileWithMovedColumns_IsStopped(string first, string second)
    {
        ImportProfile profile = ImportProfile.Contract.WithColumn("center", "Centre").WithColumn("element", "Account")
            .WithAmount(Csv.Shapes.AmountSource.FromDebitAndCredit(
                Csv.Shapes.ColumnSource.Named("Debit"), Csv.Shapes.ColumnSource.Named("Credit")))
            .WithAmountSigns(AmountSigns.DebitPositive);

        ShapedPostings read = ShapedPostings.Read(
            profile, $"{first}\n2026-01-31,A,4711,10.50,\n{second}\n2026-02-28,A,4711,,10.50\n");

        Assert.Equal("", read.Rows);
        Assert.EndsWith("3 - moved-header", read.Faults, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date,center,element,amount")] // The same header again is a row that is no posting, and hides nothing.
    [InlineData("Datum,Kostenstelle,Kostenart,Betrag")] // Another language: only detection can know it.
    [InlineData("x,date,y,z")]
    public void Read_RowOfTextsThatMovesNothing_IsRejectedAlone(string row)
    {
        ShapedPostings read = ShapedPostings.Read(
            ImportProfile.Contract,
            $"date,center,element,amount\n2026-01-31,A,4711,10.50\n{row}\n2026-02-28,A,4711,1.25\n");

        Assert.Equal("2026-01-31 A 4711 10.50; 2026-02-28 A 4711 1.25", read.Rows);
        Assert.DoesNotContain("moved-header", read.Faults, StringComparison.Ordinal);
    }

    [Fact]
    public void Detect_SecondHeaderWithMovedColumns_IsOpenWithoutChoice()
    {
        ProfileDoubt doubt = Assert.Single(Detected.Of(Moved).Doubts, each => each.IsOpen);

        Assert.Equal(("header", 0), (doubt.Key, doubt.Choices.Length));
        Assert.StartsWith(
            "Line 3 is another header: date, center, element, quantity, amount.",
            doubt.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Detect_SecondHeaderWithOtherNames_IsOpenUntilToldThatNothingMoved()
    {
        const string Text = "Date,Cost Center,Account,Amount\n2026-01-31,A,4711,10.50\n"
            + "Posting Date,Department,GL Account,Value\n2026-02-28,A,4711,1.25\n";

        ProfileProposal proposal = Detected.Of(Text);

        Assert.Equal("header", Detected.OpenOf(proposal));
        ShapedPostings read = ShapedPostings.Read(proposal.Choose("header", "same").GetOrThrow(), Text);
        Assert.Equal(
            new ShapedPostings(
                "2026-01-31 A 4711 10.50; 2026-02-28 A 4711 1.25", "", "3 read, 2 accepted, 0 rejected, 1 set aside"),
            read);
    }
}
