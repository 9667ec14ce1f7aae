namespace CostCenters.Csv.Profiles;

/// <summary>What is done about the tax in the amounts of DATEV postings.</summary>
/// <remarks>The amount of a row with a tax key is gross, and so is one of an automatic account, which the file does not
/// mark: which accounts those are stands in the chart alone.</remarks>
public enum DatevTax
{
    /// <summary>Amounts are taken as they stand: gross where there is tax.</summary>
    TakeGross,

    /// <summary>Rows with a tax key (<c>BU-Schlüssel</c>) are rejected, since their net amount is not in the file; keys
    /// 0, 40 and 80 have no tax.</summary>
    RefuseTaxKeys,
}
