using System.Globalization;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;

namespace CostCenters.Reporting.Markup;

/// <summary>Writes figures as the reader wants them; where an amount is rounded, the exact one stands beside it for
/// programs.</summary>
internal sealed class Figures
{
    // With more, the largest sum of 64-bit counts would not fit a decimal.
    private const int MostDigitsOfParts = 8;

    private static readonly Fraction LargestInput = Fraction.Of(1_000_000_000_000_000_000m);

    private readonly FigureFormat format;
    private readonly NumberFormatInfo numbers;
    private readonly string amountPattern;
    private readonly string percentPattern;
    private readonly bool isExact;

    public Figures(FigureFormat format, DecimalScale scale)
    {
        this.format = format;
        numbers = format.Culture.NumberFormat;
        amountPattern = FormattableString.Invariant($"N{format.Digits}");
        percentPattern = FormattableString.Invariant($"N{format.PercentDigits}");
        isExact = format.Unit == ShownUnit.One && format.Digits >= scale.Digits;
    }

    /// <summary>What amounts are counted in, such as <c>EUR</c> or <c>thousand EUR</c>.</summary>
    public string UnitOf(Currency currency) =>
        format.Unit switch
        {
            ShownUnit.Thousand => $"thousand {currency.Code}",
            ShownUnit.Million => $"million {currency.Code}",
            _ => currency.Code,
        };

    public void Amount(HtmlWriter html, decimal amount) => Write(html, amount, isSigned: false);

    public void Amount(HtmlWriter html, decimal? amount)
    {
        if (amount is decimal known)
        {
            Amount(html, known);
        }
        else
        {
            html.Raw("–"u8);
        }
    }

    /// <summary>A difference with its sign and, where it is good or bad, a mark that needs no colour.</summary>
    public void Difference(HtmlWriter html, decimal amount, Outcome outcome)
    {
        Write(html, amount, isSigned: true);
        html.Raw(MarkOf(outcome));
    }

    /// <summary>A difference that is neither good nor bad by itself.</summary>
    public void Signed(HtmlWriter html, decimal amount) => Write(html, amount, isSigned: true);

    /// <summary>An amount within a chart, where no element for programs may stand.</summary>
    public void Plain(HtmlWriter html, decimal amount) => WriteShown(html, Shown(amount), isSigned: false);

    public void PlainDifference(HtmlWriter html, decimal amount, Outcome outcome)
    {
        WriteShown(html, Shown(amount), isSigned: true);
        html.Raw(MarkOf(outcome));
    }

    public void Percent(HtmlWriter html, decimal? percent)
    {
        if (percent is decimal known)
        {
            Sign(html, known, isSigned: true);
            html.Magnitude(known, percentPattern, numbers);
        }
        else
        {
            html.Raw("–"u8);
        }
    }

    /// <summary>A percentage that is no difference.</summary>
    public void Share(HtmlWriter html, decimal? percent)
    {
        if (percent is decimal known)
        {
            Sign(html, known, isSigned: false);
            html.Magnitude(known, percentPattern, numbers);
        }
        else
        {
            html.Raw("–"u8);
        }
    }

    public decimal? PercentOf(Variance variance) => variance.Percent(format.PercentDigits, format.Rounding);

    /// <summary>A difference that need not be a decimal number, such as a part of a tree.</summary>
    public void Part(HtmlWriter html, Fraction amount, Outcome outcome)
    {
        int digits = Math.Min(format.Digits, MostDigitsOfParts);
        decimal shown = (amount / Fraction.Of((int)format.Unit)).RoundTo(digits, format.Rounding);
        WriteShown(html, shown, isSigned: true);
        html.Raw(MarkOf(outcome));
    }

    /// <summary>A figure that a formula names, with at most six decimals.</summary>
    public string Input(Fraction value) =>
        value.Abs() > LargestInput
            ? value.ToString()
            : value.RoundTo(6, format.Rounding).ToString("#,0.######", numbers);

    /// <summary>An amount within a sentence.</summary>
    public string Words(decimal amount)
    {
        decimal shown = Shown(amount);
        return (shown < 0m ? "−" : "") + decimal.Abs(shown).ToString(amountPattern, numbers);
    }

    public string PercentWords(decimal percent) =>
        decimal.Abs(percent).ToString(percentPattern, numbers);

    public static ReadOnlySpan<byte> MarkOf(Outcome outcome) =>
        outcome switch
        {
            Outcome.Favorable => " ▲"u8,
            Outcome.Unfavorable => " ▼"u8,
            _ => " ="u8,
        };

    /// <summary>The class of a figure: good, bad or neither.</summary>
    public static ReadOnlySpan<byte> ClassOf(Outcome outcome) =>
        outcome switch
        {
            Outcome.Favorable => "g"u8,
            Outcome.Unfavorable => "r"u8,
            _ => "z"u8,
        };

    private static void Sign(HtmlWriter html, decimal shown, bool isSigned)
    {
        if (shown < 0m)
        {
            html.Raw("−"u8);
        }
        else if (isSigned && shown > 0m)
        {
            html.Raw("+"u8);
        }
    }

    private void Write(HtmlWriter html, decimal amount, bool isSigned)
    {
        if (!isExact)
        {
            html.Raw("<data value=\""u8).Number(amount).Raw("\">"u8);
        }

        WriteShown(html, Shown(amount), isSigned);
        if (!isExact)
        {
            html.Raw("</data>"u8);
        }
    }

    private void WriteShown(HtmlWriter html, decimal shown, bool isSigned)
    {
        Sign(html, shown, isSigned);
        html.Magnitude(shown, amountPattern, numbers);
    }

    private decimal Shown(decimal amount) =>
        isExact ? amount : decimal.Round(amount / (int)format.Unit, format.Digits, format.Rounding);
}
