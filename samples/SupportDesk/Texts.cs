using System.Globalization;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.UnitCosts.Service;
using Spectre.Console;

namespace CostCenters.Samples.SupportDesk;

/// <summary>Figures as people read them: rounded for the eye alone, and a word where there is none.</summary>
internal static class Texts
{
    private const int Cents = 2;

    public static string Amount(Figure figure, int digits = Cents) =>
        figure.Value is Fraction value ? Amount(value, digits) : Reason(figure.Gap);

    public static string Amount(Fraction value, int digits = Cents) =>
        value.RoundTo(digits, MidpointRounding.AwayFromZero).ToString($"N{digits}", CultureInfo.InvariantCulture);

    public static string Signed(Figure figure, int digits = Cents) =>
        figure.Value is Fraction value ? Signed(value, digits) : Reason(figure.Gap);

    public static string Signed(Fraction value, int digits = Cents) =>
        (value.RoundTo(digits, MidpointRounding.AwayFromZero) > 0m ? "+" : "") + Amount(value, digits);

    public static string Percent(Figure share, int digits = 1) =>
        share.Value is Fraction value ? $"{Amount(value * Fraction.Of(100), digits)} %" : Reason(share.Gap);

    public static string SignedPercent(Figure share) =>
        share.Value is { Sign: > 0 } ? "+" + Percent(share) : Percent(share);

    public static string Color(Outcome? outcome) => outcome switch
    {
        Outcome.Favorable => "green",
        Outcome.Unfavorable => "red",
        _ => "default",
    };

    public static string Word(Outcome? outcome) => outcome?.ToString().ToLowerInvariant() ?? "";

    public static string Reason(FigureGap gap) => gap switch
    {
        FigureGap.NoValue => "no value",
        FigureGap.ZeroDivisor => "nothing to divide by",
        FigureGap.TooFewPeriods => "-",
        FigureGap.Incomplete => "incomplete",
        _ => "",
    };

    /// <summary>What a variance is worth, and at whose expense or for what.</summary>
    public static string Verdict(GuardedVariance variance)
    {
        string Names(IEnumerable<GuardFinding> findings) =>
            string.Join(", ", findings.Select(finding => finding.Guard.Measure.Name).Distinct());
        return variance.Verdict switch
        {
            GuardVerdict.FavorableAtExpense => $"favorable at the expense of {Names(variance.Breaches)}",
            GuardVerdict.UnfavorableForBetterService =>
                $"unfavorable, it bought better service: {Names(variance.Improvements)}",
            GuardVerdict verdict => verdict.ToString().ToLowerInvariant(),
        };
    }

    /// <summary>A saving at the expense of the service is no success, and not printed in the color of one.</summary>
    public static string Color(GuardVerdict? verdict) => verdict switch
    {
        GuardVerdict.Favorable => "green",
        GuardVerdict.FavorableAtExpense or GuardVerdict.Unfavorable => "red",
        GuardVerdict.UnfavorableForBetterService => "yellow",
        _ => "default",
    };

    /// <summary>Marks a saving at the expense of the service.</summary>
    public static string Star(GuardedVariance? variance) =>
        variance?.Verdict == GuardVerdict.FavorableAtExpense ? " *" : "";

    public static string Colored(string text, string color) => $"[{color}]{Terminal.Escape(text)}[/]";
}
