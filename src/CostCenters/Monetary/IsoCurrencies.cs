using System.Collections.Frozen;
using NodaTime;

namespace CostCenters.Monetary;

/// <summary>The currency codes of ISO 4217 with their minor digits: those in use (list one), and those withdrawn since
/// the euro (list three).</summary>
internal static class IsoCurrencies
{
    private const string NoMinorDigits =
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    private const string TwoMinorDigits =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD " +
        "CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP " +
        "GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK " +
        "LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO " +
        "NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS " +
        "SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST " +
        "XAD XCD XCG YER ZAR ZMW ZWG";

    private const string ThreeMinorDigits = "BHD IQD JOD KWD LYD OMR TND";

    private const string FourMinorDigits = "CLF UYW";

    // The first day on which a currency is neither legal tender nor a unit of account. National currencies of the first
    // twelve euro countries stayed units of account through 2001. Where an old and a new currency were legal tender
    // side by side, it is the day after the last one of the old: amendment 175 leaves SLL legal tender through
    // 2023-12-31 (to be exchanged for longer). List three tells months, as 2003-07 for YUM and 2006-10 for CSD.
    private static readonly (string Withdrawn, int MinorDigits, string Codes)[] WithdrawnCodes =
    [
        ("2001-01-01", 0, "BYB"),
        ("2002-01-01", 0, "BEF ESP GRD ITL LUF PTE"),
        ("2002-01-01", 2, "ATS DEM FIM FRF IEP NLG"),
        ("2003-01-01", 2, "AFA"),
        ("2003-07-03", 2, "YUM"),
        ("2004-01-01", 2, "SRG"),
        ("2005-01-01", 0, "MGF"),
        ("2005-07-01", 2, "ROL"),
        ("2006-01-01", 0, "TRL"),
        ("2006-01-01", 2, "AZM"),
        ("2006-07-01", 2, "MZM"),
        ("2006-08-01", 2, "ZWD"),
        ("2006-10-25", 2, "CSD"),
        ("2007-01-01", 2, "SIT"),
        ("2007-07-01", 2, "SDD"),
        ("2008-01-01", 2, "CYP GHC MTL VEB"),
        ("2008-08-01", 2, "ZWN"),
        ("2009-01-01", 2, "SKK TMM"),
        ("2009-02-02", 2, "ZWR"),
        ("2011-01-01", 2, "EEK"),
        ("2013-01-01", 2, "ZMK"),
        ("2014-01-01", 2, "LVL"),
        ("2014-03-28", 2, "USS"),
        ("2015-01-01", 2, "LTL"),
        ("2017-01-01", 0, "BYR"),
        ("2018-01-01", 2, "MRO STD"),
        ("2018-08-20", 2, "VEF"),
        ("2021-07-01", 2, "CUC"),
        ("2023-01-01", 2, "HRK"),
        ("2024-01-01", 2, "SLL"),
        ("2024-09-01", 2, "ZWL"),
        ("2025-07-01", 2, "ANG"),
        ("2026-01-01", 2, "BGN"),
    ];

    private static readonly FrozenDictionary<string, IsoCurrency> Currencies =
        Codes(NoMinorDigits, 0, null)
            .Concat(Codes(TwoMinorDigits, 2, null))
            .Concat(Codes(ThreeMinorDigits, 3, null))
            .Concat(Codes(FourMinorDigits, 4, null))
            .Concat(WithdrawnCodes.SelectMany(group => Codes(group.Codes, group.MinorDigits, group.Withdrawn)))
            .ToFrozenDictionary(StringComparer.Ordinal);

    public static bool TryGet(string code, out IsoCurrency currency) => Currencies.TryGetValue(code, out currency);

    private static IEnumerable<KeyValuePair<string, IsoCurrency>> Codes(
        string codes, int minorDigits, string? withdrawn)
    {
        LocalDate? day = withdrawn is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(withdrawn).Value;
        return codes.Split(' ')
            .Select(code => KeyValuePair.Create(code, new IsoCurrency(minorDigits, day)));
    }
}

/// <summary>What the list says of a currency.</summary>
/// <param name="MinorDigits">Decimals of the smallest unit.</param>
/// <param name="WithdrawnOn">The first day on which it is no money any more; null for one in use.</param>
internal readonly record struct IsoCurrency(int MinorDigits, LocalDate? WithdrawnOn);
