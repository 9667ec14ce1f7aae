using System.Collections.Frozen;

namespace CostCenters.Monetary;

/// <summary>The currency codes of ISO 4217 (list one) with their minor digits.</summary>
internal static class IsoCurrencies
{
    private const string NoMinorDigits =
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    private const string TwoMinorDigits =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN " +
        "BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP " +
        "GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT " +
        "LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN " +
        "NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE " +
        "SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES " +
        "WST XCD XCG YER ZAR ZMW ZWG";

    private const string ThreeMinorDigits = "BHD IQD JOD KWD LYD OMR TND";

    private const string FourMinorDigits = "CLF UYW";

    private static readonly FrozenDictionary<string, int> MinorDigits =
        Codes(NoMinorDigits, 0)
            .Concat(Codes(TwoMinorDigits, 2))
            .Concat(Codes(ThreeMinorDigits, 3))
            .Concat(Codes(FourMinorDigits, 4))
            .ToFrozenDictionary(StringComparer.Ordinal);

    public static bool TryGetMinorDigits(string code, out int minorDigits) =>
        MinorDigits.TryGetValue(code, out minorDigits);

    private static IEnumerable<KeyValuePair<string, int>> Codes(string codes, int minorDigits) =>
        codes.Split(' ').Select(code => KeyValuePair.Create(code, minorDigits));
}
