namespace CostCenters.Csv.Shapes.Reading;

/// <summary>Multiplies numbers in the contract's writing by a power of ten, exactly.</summary>
internal static class DecimalShift
{
    /// <param name="text">The number.</param>
    /// <param name="places">How far the decimal point moves to the right; negative for the left.</param>
    public static string Move(string text, int places)
    {
        string sign = text.StartsWith('-') ? "-" : "";
        string digits = text[sign.Length..];
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        string whole = point < 0 ? digits : digits[..point];
        string decimals = point < 0 ? "" : digits[(point + 1)..];
        if (places >= 0)
        {
            decimals = decimals.PadRight(places, '0');
            whole += decimals[..places];
            decimals = decimals[places..];
        }
        else
        {
            whole = whole.PadLeft(1 - places, '0');
            decimals = whole[^-places..] + decimals;
            whole = whole[..^-places];
        }

        whole = whole.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0";
        return sign + whole + (decimals.Length == 0 ? "" : "." + decimals);
    }
}
