using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Profiles;

/// <summary>Profiles for bills of clouds: FOCUS, AWS and Azure.</summary>
/// <remarks>Amounts have up to 28 decimals, so a book of 12 digits is advised; amounts are rounded to its scale by the
/// named rule, and what that changed is told (<see cref="ImportedFile.RoundingRests"/>). The currency of each row must
/// be that of the book. Credits, refunds and savings are rows of their own, mostly negative, and are read like others.
/// </remarks>
public static class CloudProfiles
{
    /// <summary>Postings from a file by the FOCUS specification.</summary>
    /// <remarks>Seen: sample data of version 1.0, whose sums come out; later versions add columns, which are not read.
    /// Times are by UTC.</remarks>
    /// <param name="cost">Which cost is read.</param>
    /// <param name="day">On which day rows are posted.</param>
    /// <param name="center">Where the center stands, such as <c>ColumnSource.Named("SubAccountName")</c>.</param>
    /// <param name="element">Where the element stands, such as <c>ColumnSource.Named("ServiceCategory")</c>, or a
    /// constant.</param>
    /// <param name="rounding">How amounts of more decimals than the book has are rounded.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An unknown choice or rule.</exception>
    public static ImportProfile Focus(
        FocusCost cost, FocusDay day, ColumnSource center, ColumnSource element, MidpointRounding rounding)
    {
        ProfileParts.Require(cost, nameof(cost));
        ProfileParts.Require(day, nameof(day));
        ColumnSource date = day switch
        {
            FocusDay.ChargeStart => ColumnSource.Named("ChargePeriodStart"),
            FocusDay.ChargeEnd => ColumnSource.LastDayBefore(ColumnSource.Named("ChargePeriodEnd")),
            _ => ColumnSource.Named("BillingPeriodStart"),
        };
        return ImportProfile.Contract
            .WithBill(center, element, rounding)
            .WithAbsentTokens("NULL")
            .WithDatePatterns("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd")
            .WithAmount(AmountSource.FromColumn(ColumnSource.Named($"{cost}Cost")))
            .WithCurrency(CurrencyRule.FromColumn(ColumnSource.Named("BillingCurrency")))
            .WithColumn("date", date);
    }

    /// <summary>Postings from the cost and usage report of AWS, with the headings of either version.</summary>
    /// <remarks>Seen: the headings in a program that reads such reports; those of version 2 are documented only. The
    /// day is that of the start of usage by UTC, or else of the interval. A row without the tag has no center and is
    /// rejected, unless the source names another:
    /// <c>CloudProfiles.AwsTag("team").Or(ColumnSource.Constant("rest"))</c>.
    /// </remarks>
    /// <param name="cost">Which cost is read.</param>
    /// <param name="center">Where the center stands, such as <c>CloudProfiles.AwsTag("CostCenter")</c>.</param>
    /// <param name="element">Where the element stands, such as
    /// <c>ColumnSource.Named("lineItem/ProductCode")</c>, or a constant.</param>
    /// <param name="rounding">How amounts of more decimals than the book has are rounded.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An unknown choice or rule.</exception>
    public static ImportProfile Aws(AwsCost cost, ColumnSource center, ColumnSource element, MidpointRounding rounding)
    {
        ProfileParts.Require(cost, nameof(cost));
        string snake = cost switch
        {
            AwsCost.Unblended => "unblended",
            AwsCost.Blended => "blended",
            _ => "net_unblended",
        };
        return ImportProfile.Contract
            .WithBill(center, element, rounding)
            .WithDatePatterns("yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'")
            .WithAmount(AmountSource.FromColumn(ColumnSource.Named($"lineItem/{cost}Cost", $"line_item_{snake}_cost")))
            .WithCurrency(CurrencyRule.FromColumn(
                ColumnSource.Named("lineItem/CurrencyCode", "line_item_currency_code")))
            .WithColumn("date", ColumnSource
                .NamedIfPresent("lineItem/UsageStartDate", "line_item_usage_start_date")
                .Or(ColumnSource.Named("identity/TimeInterval", "identity_time_interval").Part("/", 1)));
    }

    /// <summary>The column of a tag that users give resources in AWS.</summary>
    /// <param name="name">The name of the tag; letter case does not count.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static ColumnSource AwsTag(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return ColumnSource.Named($"resourceTags/user:{name}");
    }

    /// <summary>Postings from a usage export of an Azure enterprise agreement, actual or amortized.</summary>
    /// <remarks>Seen: real exports, whose sums come out. Codes are compared exactly: two that differ in letter case are
    /// two centers. A file in several currencies is read once for each.</remarks>
    /// <param name="center">Where the center stands, such as <c>ColumnSource.Named("CostCenter")</c>.</param>
    /// <param name="element">Where the element stands, such as <c>ColumnSource.Named("MeterCategory")</c>, or a
    /// constant.</param>
    /// <param name="rounding">How amounts of more decimals than the book has are rounded.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An unknown rule.</exception>
    public static ImportProfile Azure(ColumnSource center, ColumnSource element, MidpointRounding rounding) =>
        ImportProfile.Contract
            .WithBill(center, element, rounding)
            .WithDatePatterns("MM/dd/yyyy", "yyyy-MM-dd")
            .WithAmount(AmountSource.FromColumn(ColumnSource.Named("Cost", "CostInBillingCurrency")))
            .WithCurrency(CurrencyRule.FromColumn(ColumnSource.Named("BillingCurrency", "BillingCurrencyCode")))
            .WithColumn("date", "Date");
}
