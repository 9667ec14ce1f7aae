using CostCenters.Csv.Profiles;
using CostCenters.Csv.Shapes;
using CostCenters.Cubes;

namespace CostCenters.Csv.Tests.Unit.Profiles;

public class CloudProfileTests
{
    private static readonly CubeSpace Book = ForeignFile.Book("Sun|sun|rest", "cloud|Compute", "USD", scale: 12);

    // An hour before midnight, the last hour of a month, and a whole month that a correction bills later.
    [Theory]
    [InlineData(FocusDay.ChargeStart, "2024-09-30", "2024-09-30", "2024-08-01")]
    [InlineData(FocusDay.ChargeEnd, "2024-09-30", "2024-09-30", "2024-08-31")]
    [InlineData(FocusDay.BillingStart, "2024-09-01", "2024-09-01", "2024-09-01")]
    public void Read_Focus_PostsOnTheNamedDayOfExclusiveSpans(FocusDay day, string first, string second, string third)
    {
        ForeignFile read = ForeignFile.Postings(
            CloudProfiles.Focus(
                FocusCost.Billed,
                day,
                ColumnSource.Named("SubAccountName"),
                ColumnSource.Named("ServiceCategory"),
                MidpointRounding.ToEven),
            Book,
            "BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,"
                + "ChargePeriodEnd,ChargeClass,ServiceCategory,SubAccountName\n"
                + "0.00000080000,0,USD,2024-09-01 00:00:00,2024-10-01 00:00:00,2024-09-30 22:00:00,"
                + "2024-09-30 23:00:00,NULL,Compute,Sun\n"
                + "1.0000000000005,0,USD,2024-09-01 00:00:00,2024-10-01 00:00:00,2024-09-30T23:00:00Z,"
                + "2024-10-01T00:00:00Z,NULL,Compute,sun\n"
                + "-2.5,0,USD,2024-09-01 00:00:00,2024-10-01 00:00:00,2024-08-01 00:00:00,"
                + "2024-09-01 00:00:00,Correction,Compute,Sun\n"
                + "1,0,EUR,2024-09-01 00:00:00,2024-10-01 00:00:00,2024-09-30 22:00:00,"
                + "2024-09-30 23:00:00,NULL,Compute,Sun\n"
                + "1,0,USD,2024-09-01 00:00:00,2024-10-01 00:00:00,2024-09-30 22:00:00,"
                + "2024-09-30 23:00:00,NULL,Compute,NULL\n");

        Assert.Equal(
            new ForeignFile(
                $"{first} Sun Compute 0.000000800000; {second} sun Compute 1.000000000000; "
                    + $"{third} Sun Compute -2.500000000000",
                "5 amount other-currency; 6 center missing-value",
                "5 read, 3 accepted, 2 rejected"),
            read);
    }

    [Theory]
    [InlineData(FocusCost.Billed, "1")]
    [InlineData(FocusCost.Effective, "2")]
    [InlineData(FocusCost.Contracted, "3")]
    [InlineData(FocusCost.List, "4")]
    public void Read_FocusCosts_TakesTheNamedOne(FocusCost cost, string expected) =>
        Assert.Equal(
            $"2024-09-30 Sun cloud {expected}.000000000000",
            ForeignFile.Postings(
                CloudProfiles.Focus(
                    cost,
                    FocusDay.ChargeStart,
                    ColumnSource.Named("SubAccountName"),
                    ColumnSource.Constant("cloud"),
                    MidpointRounding.ToEven),
                Book,
                "BilledCost,EffectiveCost,ContractedCost,ListCost,BillingCurrency,ChargePeriodStart,SubAccountName\n"
                    + "1,2,3,4,USD,2024-09-30 22:00:00,Sun\n").Rows);

    [Theory]
    [InlineData(AwsCost.Unblended, "1")]
    [InlineData(AwsCost.Blended, "2")]
    [InlineData(AwsCost.NetUnblended, "3")]
    public void Read_AwsCosts_TakesTheNamedOne(AwsCost cost, string expected) =>
        Assert.Equal(
            $"2024-09-30 Sun cloud {expected}.000000000000",
            ForeignFile.Postings(
                CloudProfiles.Aws(
                    cost, ColumnSource.Constant("Sun"), ColumnSource.Constant("cloud"), MidpointRounding.ToEven),
                Book,
                "identity/TimeInterval,lineItem/UnblendedCost,lineItem/BlendedCost,lineItem/NetUnblendedCost,"
                    + "lineItem/CurrencyCode\n2024-09-30T23:00:00Z/2024-10-01T00:00:00Z,1,2,3,USD\n").Rows);

    [Theory]
    [InlineData(
        "identity/LineItemId,identity/TimeInterval,lineItem/LineItemType,lineItem/UnblendedCost,lineItem/BlendedCost,"
            + "lineItem/CurrencyCode,resourceTags/user:Team\n",
        "a,{0},Usage,{1},9,USD,{2}\n")]
    [InlineData(
        "identity_line_item_id,identity_time_interval,line_item_line_item_type,line_item_unblended_cost,"
            + "line_item_usage_start_date,line_item_currency_code,resourceTags/user:team\n",
        "a,{0},Usage,{1},{3},USD,{2}\n")]
    public void Read_AwsReport_TakesTheDayOfTheIntervalOrTheStart(string header, string row)
    {
        string Row(string start, string end, string cost, string tag) => string.Format(
            System.Globalization.CultureInfo.InvariantCulture, row, $"{start}/{end}", cost, tag, start);
        ForeignFile read = ForeignFile.Postings(
            CloudProfiles.Aws(
                AwsCost.Unblended,
                CloudProfiles.AwsTag("TEAM").Or(ColumnSource.Constant("rest")),
                ColumnSource.Constant("cloud"),
                MidpointRounding.AwayFromZero),
            Book,
            header
                + Row("2024-02-29T23:00:00Z", "2024-03-01T00:00:00Z", "1.25E-7", "Sun")
                + Row("2024-03-01T00:00:00Z", "2024-03-01T01:00:00Z", "0.0000000000005", "")
                + Row("2024-03-01T00:00:00Z", "2024-04-01T00:00:00Z", "-3", "sun"));

        Assert.Equal(
            new ForeignFile(
                "2024-02-29 Sun cloud 0.000000125000; 2024-03-01 rest cloud 0.000000000001; "
                    + "2024-03-01 sun cloud -3.000000000000",
                "",
                "3 read, 3 accepted, 0 rejected"),
            read);
    }

    [Fact] // 28 decimals are rounded and told; 29 are refused.
    public void Read_AzureUsage_RoundsAndRefusesWhatADecimalCannotHold() =>
        Assert.Equal(
            new ForeignFile(
                "2023-09-21 Sun cloud 3.250000000000; 2023-09-04 sun cloud 0.000000000000",
                "4 amount bad-number",
                "3 read, 2 accepted, 1 rejected"),
            ForeignFile.Postings(
                CloudProfiles.Azure(
                    ColumnSource.Named("CostCenter"), ColumnSource.Constant("cloud"), MidpointRounding.ToEven),
                Book,
                "Date,Quantity,Cost,BillingCurrency,AdditionalInfo,CostCenter\n"
                    + "09/21/2023,0.12345678,3.25,USD,\"{\"\"a\"\":\"\"b\"\"}\",Sun\n"
                    + "09/04/2023,1,0.0000000000000000000000000001,USD,,sun\n"
                    + "09/04/2023,1,0.00000000000000000000000000011,USD,,sun\n"));
}
