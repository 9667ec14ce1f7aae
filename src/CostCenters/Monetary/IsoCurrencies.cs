using NodaTime;

namespace CostCenters.Monetary;

/// <summary>The currency codes of ISO 4217 with their minor digits: those in use (list one), and those withdrawn since
/// the euro (list three).</summary>
internal static class IsoCurrencies
{
    private const int CodeLength = 3;

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
    private static readonly (LocalDate Withdrawn, int MinorDigits, string Codes)[] WithdrawnCodes =
    [
        (new(2001, 1, 1), 0, "BYB"),
        (new(2002, 1, 1), 0, "BEF ESP GRD ITL LUF PTE"),
        (new(2002, 1, 1), 2, "ATS DEM FIM FRF IEP NLG"),
        (new(2003, 1, 1), 2, "AFA"),
        (new(2003, 7, 3), 2, "YUM"),
        (new(2004, 1, 1), 2, "SRG"),
        (new(2005, 1, 1), 0, "MGF"),
        (new(2005, 7, 1), 2, "ROL"),
        (new(2006, 1, 1), 0, "TRL"),
        (new(2006, 1, 1), 2, "AZM"),
        (new(2006, 7, 1), 2, "MZM"),
        (new(2006, 8, 1), 2, "ZWD"),
        (new(2006, 10, 25), 2, "CSD"),
        (new(2007, 1, 1), 2, "SIT"),
        (new(2007, 7, 1), 2, "SDD"),
        (new(2008, 1, 1), 2, "CYP GHC MTL VEB"),
        (new(2008, 8, 1), 2, "ZWN"),
        (new(2009, 1, 1), 2, "SKK TMM"),
        (new(2009, 2, 2), 2, "ZWR"),
        (new(2011, 1, 1), 2, "EEK"),
        (new(2013, 1, 1), 2, "ZMK"),
        (new(2014, 1, 1), 2, "LVL"),
        (new(2014, 3, 28), 2, "USS"),
        (new(2015, 1, 1), 2, "LTL"),
        (new(2017, 1, 1), 0, "BYR"),
        (new(2018, 1, 1), 2, "MRO STD"),
        (new(2018, 8, 20), 2, "VEF"),
        (new(2021, 7, 1), 2, "CUC"),
        (new(2023, 1, 1), 2, "HRK"),
        (new(2024, 1, 1), 2, "SLL"),
        (new(2024, 9, 1), 2, "ZWL"),
        (new(2025, 7, 1), 2, "ANG"),
        (new(2026, 1, 1), 2, "BGN"),
    ];

    // Looked up once for a book, so the lists are searched as they stand, and starting costs nothing.
    public static bool TryGet(string code, out IsoCurrency currency)
    {
        int? digits = Holds(TwoMinorDigits, code) ? 2
            : Holds(NoMinorDigits, code) ? 0
            : Holds(ThreeMinorDigits, code) ? 3
            : Holds(FourMinorDigits, code) ? 4
            : null;
        currency = new IsoCurrency(digits ?? 0, null);
        return digits is not null || TryGetWithdrawn(code, out currency);
    }

    private static bool TryGetWithdrawn(string code, out IsoCurrency currency)
    {
        foreach ((LocalDate withdrawn, int digits, string codes) in WithdrawnCodes)
        {
            if (Holds(codes, code))
            {
                currency = new IsoCurrency(digits, withdrawn);
                return true;
            }
        }

        currency = default;
        return false;
    }

    /// <summary>Whether a code of three letters is one of a list with spaces between.</summary>
    private static bool Holds(string codes, string code) =>
        code.Length == CodeLength && !code.Contains(' ', StringComparison.Ordinal)
            && codes.Contains(code, StringComparison.Ordinal);
}

/// <summary>What the list says of a currency.</summary>
/// <param name="MinorDigits">Decimals of the smallest unit.</param>
/// <param name="WithdrawnOn">The first day on which it is no money any more; null for one in use.</param>
internal readonly record struct IsoCurrency(int MinorDigits, LocalDate? WithdrawnOn);
