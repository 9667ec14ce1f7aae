using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Profiles;
using CostCenters.Csv.Shapes;
using CostCenters.Cubes;

namespace CostCenters.Csv.Tests.Unit.Profiles;

public class CouncilProfileTests
{
    private const string Header = "Department Family,Entity,Date,Expense Type,Expense Area,Supplier,Transaction Number,"
        + "Amount,Description,,,\n";

    private const string Body = "DfE,Agency,31/03/2024,Rent,Area,Landlord – South,1,\"1,329,075.00\",\"a, b\",,,\n"
        + "DfE,Agency,29-Feb-24,Rent,Area,Landlord,2,\"(329,075.00)\",,,,\n"
        + "DfE,Agency,01/04/2024,Rent,Area,Landlord,3,\"£25,000.50\",,,,\n"
        + "DfE,Agency,04/13/2024,Rent,Area,Landlord,4,€1.00,,,,\n";

    private static readonly CubeSpace Book = ForeignFile.Book("Agency", "Rent", "GBP");

    private static readonly ImportProfile Profile = CouncilProfiles.SpendingOver25Thousand(
        ColumnSource.Named("Entity"), ColumnSource.Named("Expense Type"));

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void Read_Spending_TakesParenthesesAsMinus() =>
        Assert.Equal(
            new ForeignFile(
                "2024-03-31 Agency Rent 1329075.00; 2024-02-29 Agency Rent -329075.00; 2024-04-01 Agency Rent 25000.50",
                "7 date bad-date; 7 amount other-currency",
                "4 read, 3 accepted, 1 rejected"),
            Read("Spending over £25,000,,,,,,,,,,,\n,,,,,,,,,,,\n" + Header + Body));

    // 1,329,075.00 − 329,075.00 + 25,000.50 = 1,025,000.50
    [Theory]
    [InlineData(
        ",,,,,,,\"£1,025,000.50\",,,,\n",
        "5 date missing-value; 5 center missing-value; 5 element missing-value")]
    [InlineData("Total,,,,,,,\"£1,025,000.50\",,,,\n", "")]
    [InlineData("Total,,,,,,,\"£1,683,150.50\",,,,\n", "5 - total-mismatch")] // Parentheses read as plus.
    public void Read_TotalBelow_IsVerifiedOrRefused(string total, string faults)
    {
        string rows = Body[..Body.IndexOf("DfE,Agency,04", StringComparison.Ordinal)];

        Assert.Equal(faults, Read(Header + rows + total).Faults);
    }

    private static ForeignFile Read(string text) => ForeignFile.Postings(Profile, Book, Windows.GetBytes(text));
}
