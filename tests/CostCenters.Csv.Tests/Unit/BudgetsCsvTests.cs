using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Monetary;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

public class BudgetsCsvTests
{
    private const string Header = "version,center,element,period,amount,quantity\n";

    [Fact]
    public void Read_WholeYear_IsSpreadByTheLargestRemainder()
    {
        BudgetVersion version = Assert.Single(Read(Header + "v,A,rent,2026,-0.25,0.000013\n").GetOrThrow());

        // -25 cents over 12 months: -2 each and one more on the first; 13 millionths: 1 each and one more on the first.
        CubeCell[] cells = [.. version.Cube.Cells()];
        Assert.Equal([-0.03m, .. Enumerable.Repeat(-0.02m, 11)], cells.Select(cell => cell.Amount));
        Assert.Equal([0.000002m, .. Enumerable.Repeat(0.000001m, 11)], cells.Select(cell => cell.Quantity));
    }

    // Fava, by its id: an interval that there is not, no amount and no interval are three errors, and the rest is used.
    [Fact]
    public void A16_BadIntervalsAndAmounts_AreToldAndTheRestIsUsed()
    {
        ImportResult<IReadOnlyList<BudgetVersion>> result = Read(
            Header + "v,A,rent,fortnightly,10,\nv,A,rent,2026-P01,,\nv,A,rent,,10,\nv,A,rent,2026-P02,100,\n");

        Assert.Equal("2 period bad-period; 3 amount missing-value; 4 period missing-value", Faults(result.Issues));
        Assert.Equal(100m, Assert.Single(Assert.Single(result.Value!).Cube.Cells()).Amount);
    }

    [Fact]
    public void Read_WholeYearOfZero_IsABudgetInEachPeriod() =>
        Assert.Equal(12, Assert.Single(Read(Header + "v,A,rent,2026,0,\n").GetOrThrow()).Cube.CellCount);

    [Fact]
    public void Read_RowsOfOneCell_AddUpAndVersionsKeepTheirOrder()
    {
        IReadOnlyList<BudgetVersion> versions = Read(
            Header + "new,A,rent,2026-P01,1.10,\nold,A,rent,2026-P01,5,\n"
                + "new,A,rent,2026-P01,-0.20,\nNew,A,rent,2026,1,\n")
            .GetOrThrow();

        Assert.Equal(
            [("new", 1), ("old", 1), ("New", 1)], versions.Select(version => (version.Name, version.Revision)));
        Assert.Equal(0.90m, Assert.Single(versions[0].Cube.Cells()).Amount);
    }

    [Theory]
    [InlineData(",,,,,x\n", "2 version missing-value; 2 center missing-value; 2 element missing-value; "
        + "2 period missing-value; 2 amount missing-value; 2 quantity bad-number")]
    [InlineData("v,a,Rent,2026-P13,1e3,1\n", "2 center unknown-center; 2 element unknown-element; 2 period bad-period; "
        + "2 amount bad-number")]
    [InlineData("v,A,rent,2026-P1,1.005,1.0000001\n", "2 period bad-period; 2 amount too-many-digits; "
        + "2 quantity too-many-digits")]
    [InlineData("v,A,rent,1899,1000000000000000.01,1000000000000.1\n", "2 period bad-period; 2 amount out-of-range; "
        + "2 quantity out-of-range")]
    [InlineData("v,A,rent,2026-P00,1,\n", "2 period bad-period")]
    [InlineData("v,B,rent,2026,1,\n", "2 center center-not-valid")]
    [InlineData("v,B,rent,2026-P01,1,\n", "2 center center-not-valid")]
    [InlineData("v,B,rent,2026-P02,1,\nv,B,rent,2026-P06,1,\n", "")]
    [InlineData("v,B,none,2026-P07,x,\n", "2 center center-not-valid; 2 element unknown-element; 2 amount bad-number")]
    [InlineData("v,A,rent,2026-P01\n", "2 ragged-row")]
    [InlineData("v,A,rent,2026-P01,1,,\n", "")]
    public void Read_Rows_TellsEveryFaultWithItsLineAndColumn(string rows, string faults)
    {
        ImportResult<IReadOnlyList<BudgetVersion>> result = Read(Header + rows);

        Assert.Equal(faults, Faults(result.Issues));
        Assert.Equal(rows.Count(c => c == '\n'), result.Counts.Read);
        Assert.Equal(faults.Length == 0, result.IsComplete);
        Assert.Equal(faults.Length == 0, result.Value!.Count == 1);
    }

    [Theory]
    [InlineData("1900-P12", "2149-P01", "1900-P01", "1901-P01")]
    public void Read_YearsAtTheBounds_AreTakenOrRefused(string first, string last, string before, string after)
    {
        // A year from April, named by its end: 1901 begins on 1900-04-01; 1900 would begin in 1899.
        CubeSpace space = Space();
        var fromApril = new CubeSpace(
            space.Centers, space.Elements, FiscalCalendar.Months(4, YearNaming.End), space.Currency, space.Scale);
        string Told(string period) => Faults(BudgetsCsv.Read(
            Input(Header + $"v,A,rent,{period},1,\n"),
            fromApril,
            Phasing.Even(RemainderRule.LargestRemainder),
            ImportProfile.Contract).Issues);

        Assert.Equal("2 period bad-period", Told(first));
        Assert.Equal("", Told(last));
        Assert.Equal("2 period bad-period", Told(before));
        Assert.Equal("", Told(after));
    }

    [Fact]
    public void Read_CellThatOutgrows64Bits_Throws()
    {
        string rows = string.Concat(Enumerable.Repeat("v,A,rent,2026-P01,1000000000000000,\n", 93));

        Assert.Throws<AmountOverflowException>(() => Read(Header + rows));
    }

    [Fact]
    public void Read_WithoutAnAcceptedRow_HasNoVersion() =>
        Assert.Empty(Read(Header + "v,A,rent,x,1,\n").Value!);

    [Fact]
    public void Read_CreditsInADebitPositiveFile_TurnRevenueAround()
    {
        ImportProfile profile = ImportProfile.Contract.WithAmountSigns(AmountSigns.DebitPositive);

        BudgetVersion version = Assert.Single(BudgetsCsv.Read(
            Input(Header + "v,A,rent,2026-P01,5,\nv,A,sales,2026-P01,-7,\n"),
            Space(),
            Phasing.Even(RemainderRule.LargestRemainder),
            profile).GetOrThrow());

        Assert.Equal([5m, 7m], version.Lines.Select(line => line.Amount));
    }

    [Fact]
    public void Write_ThenRead_GivesTheSameRows()
    {
        const string Text = Header + "\"v,1\",A,rent,2026,-12.30,\n=v,ROOT,sales,2026-P01,0.00,2.5\n";
        CubeSpace space = Space();

        Assert.Equal(Text, Written(stream => BudgetsCsv.Write(Read(Text).GetOrThrow(), space, stream)));
    }

    private static ImportResult<IReadOnlyList<BudgetVersion>> Read(string text) =>
        BudgetsCsv.Read(
            Input(text), Space(), Phasing.Even(RemainderRule.LargestRemainder), ImportProfile.Contract);
}
