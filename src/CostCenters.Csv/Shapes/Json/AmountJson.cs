using System.Globalization;
using System.Text.Json;

namespace CostCenters.Csv.Shapes.Json;

/// <summary>Amounts and currencies as JSON.</summary>
internal static class AmountJson
{
    public static AmountSource Read(JsonPlace place)
    {
        AmountSource amount = place.Has("debit") || place.Has("credit")
            ? AmountSource.FromDebitAndCredit(
                SourceJson.Require(place, "debit"), SourceJson.Require(place, "credit"))
            : AmountSource.FromColumn(SourceJson.Require(place, "column"));
        if (SourceJson.Read(place, "sign") is ColumnSource sign)
        {
            amount = amount.SignedBy(sign, place.Texts("positive"), place.Texts("negative"));
        }

        amount = place.Flag("netting") ? amount.Netting() : amount;
        amount = place.Flag("minus") ? amount.WithMinus() : amount;
        return place.Integer("places") is int places ? amount.InPowersOfTen(places) : amount;
    }

    public static CurrencyRule ReadCurrency(JsonPlace place)
    {
        CurrencyRule rule = SourceJson.Read(place, "column") is ColumnSource column
            ? CurrencyRule.FromColumn(column)
            : CurrencyRule.InAmounts();
        rule = place.Pairs("signs").Aggregate(rule, (old, pair) => old.WithSign(pair.Key, pair.Value));
        return place.Pairs("rates").Aggregate(rule, (old, pair) => old.WithRate(
            pair.Key,
            decimal.TryParse(
                pair.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal rate)
                ? rate
                : throw new ArgumentException($"a rate such as \"0.9234\" was expected, \"{pair.Value}\" came.")));
    }

    public static void Write(Utf8JsonWriter writer, AmountSource amount)
    {
        writer.WriteStartObject("amount");
        SourceJson.Write(writer, amount.Credit is null ? "column" : "debit", amount.Column);
        SourceJson.Write(writer, "credit", amount.Credit);
        if (amount.Sign is not null)
        {
            SourceJson.Write(writer, "sign", amount.Sign);
            writer.WritePropertyName("positive");
            ProfileWriter.WriteTexts(writer, amount.Positive);
            writer.WritePropertyName("negative");
            ProfileWriter.WriteTexts(writer, amount.Negative);
        }

        ProfileWriter.WriteFlag(writer, "netting", amount.Nets);
        ProfileWriter.WriteFlag(writer, "minus", amount.AllowsMinus);
        if (amount.Shift != 0)
        {
            writer.WriteNumber("places", amount.Shift);
        }

        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, CurrencyRule currency)
    {
        writer.WriteStartObject("currency");
        SourceJson.Write(writer, "column", currency.Column);
        ProfileWriter.WritePairs(writer, "signs", currency.Signs);
        if (!currency.Rates.IsEmpty)
        {
            ProfileWriter.WritePairs(writer, "rates", currency.Rates.Select(rate =>
                KeyValuePair.Create(rate.Key, rate.Value.ToString(CultureInfo.InvariantCulture))));
        }

        writer.WriteEndObject();
    }
}
