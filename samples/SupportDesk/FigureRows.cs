using System.Globalization;
using System.Text;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Support;
using CostCenters.UnitCosts;
using CostCenters.UnitCosts.Savings;
using CostCenters.UnitCosts.Service;

namespace CostCenters.Samples.SupportDesk;

/// <summary>The report for spreadsheets and programs: one figure a row, absent cells empty.</summary>
internal static class FigureRows
{
    // More than any amount needs, and no more than a spreadsheet keeps.
    private const int Digits = 6;

    public static IReadOnlyList<string> Columns { get; } =
        ["section", "item", "measure", "unit", "budget", "actual", "difference", "note"];

    public static IEnumerable<IReadOnlyList<string?>> Of(DeskReport report) =>
    [
        .. Costs(report), .. Months(report), .. Parts(report), .. Guards(report), .. Savings(report),
        .. Business(report),
    ];

    public static void WriteCsv(DeskReport report, Stream stream)
    {
        foreach (IReadOnlyList<string?> row in Of(report).Prepend(Columns))
        {
            stream.Write(Encoding.UTF8.GetBytes(string.Join(',', row.Select(Quoted)) + "\n"));
        }
    }

    private static IEnumerable<string?[]> Costs(DeskReport report)
    {
        string currency = report.Desk.Book.Space.Currency.Code;
        yield return Row("desk", "all", "cost", currency, report.Cost);
        yield return Row("desk", "all", "contacts", "contacts", report.Contacts);
        yield return Row("desk", "all", "contacts per customer", "", report.ContactsPerCustomer);
        yield return Row("desk", "all", "cost per contact", report.Unit, report.Change, report.Guarded);
        foreach (ChannelResult channel in report.Channels)
        {
            yield return Row("channel", channel.Name, "cost per contact", report.Unit, channel.Change, channel.Guarded);
            yield return Row(
                "channel", channel.Name, "utilisation", "", default, channel.Capacity.Utilisation.Figure, "");
            yield return Row(
                "channel", channel.Name, "unused cost", currency, default, channel.Capacity.UnusedCost, "");
        }

        yield return Row(
            "channel", report.SelfServiceName, "cost per contact", report.Unit, report.SelfService,
            report.Desk.Judge(report.SelfService, []));
        foreach ((string cause, UnitCost cost) in report.Causes)
        {
            yield return Row("cause", cause, "cost per contact", report.Unit, default, cost.Figure, "");
        }
    }

    private static IEnumerable<string?[]> Months(DeskReport report)
    {
        foreach ((UnitCostRow budget, UnitCostRow actual) in report.Months)
        {
            string period = actual.Period.ToString();
            yield return Row("month", period, "cost per contact", report.Unit, Of(budget.InPeriod, actual.InPeriod));
            yield return Row("month", period, "year to date", report.Unit, Of(budget.YearToDate, actual.YearToDate));
            yield return Row("month", period, "moving 12", report.Unit, Of(budget.MovingTwelve, actual.MovingTwelve));
        }
    }

    private static IEnumerable<string?[]> Parts(DeskReport report) =>
        (report.Change.Split?.Walk() ?? []).Select(node => Part("change", node.Name, "part", report.Unit, node));

    private static IEnumerable<string?[]> Guards(DeskReport report)
    {
        foreach (ChannelResult channel in report.Channels)
        {
            if (channel.Guarded is not GuardedVariance guarded)
            {
                continue;
            }

            foreach (GuardFinding finding in guarded.Findings)
            {
                yield return Row(
                    "guard", channel.Name, finding.Guard.Measure.Name,
                    finding.Guard.Measure.Unit == "%" ? "" : finding.Guard.Measure.Unit,
                    finding.Baseline, finding.Actual,
                    finding.State.ToString().ToLowerInvariant() + (finding.IsProvisional ? ", provisional" : ""));
            }
        }
    }

    private static IEnumerable<string?[]> Savings(DeskReport report)
    {
        string currency = report.Desk.Book.Space.Currency.Code;
        foreach (SavingReport saving in report.Savings)
        {
            string name = saving.Improvement.Name;
            yield return Row(
                "saving", name, "tickets prevented", "tickets",
                Figure.Of(saving.Realised.Denominator), Figure.Of(saving.Realised.Numerator), "");
            yield return Row(
                "saving", name, "net saving", currency, saving.ExpectedNetSaving, saving.NetSaving,
                saving.PaidBackIn is { } period ? $"paid back in {period}" : "not paid back");
            foreach (VarianceNode part in saving.Change?.Children ?? [])
            {
                yield return Part("saving", name, part.Name, currency, part);
            }
        }

        yield return Part("saving", report.SelfServiceName, "deflection", currency, report.Deflection);
    }

    private static IEnumerable<string?[]> Business(DeskReport report)
    {
        string currency = report.Desk.Book.Space.Currency.Code;
        foreach ((PricePlan breakEven, PricePlan plan, RevenueIncentive incentive) in report.Plans)
        {
            string basis = plan.Basis.ToString().ToLowerInvariant();
            yield return Row("price", basis, "break-even price", currency, breakEven.Price, default, "");
            yield return Row("price", basis, "price with margin", currency, plan.Price, default, "");
            yield return Row(
                "price", basis, "revenue per customer", currency,
                incentive.RevenuePerCustomerBefore, incentive.RevenuePerCustomerAfter,
                incentive.RewardsFaults == true ? "rewards faults" : "");
        }

        yield return Row("memo", "all", "value", currency, default, Figure.Of(report.Memo.MemoValue), "not booked");
    }

    private static FigureVariance Of(UnitCost budget, UnitCost actual) =>
        new(budget.Figure, actual.Figure, KeyFigurePreference.MoreIsWorse);

    private static string?[] Row(string section, string item, string measure, string unit, FigureVariance variance) =>
    [
        section, item, measure, unit, Cell(variance.Budget), Cell(variance.Actual), Cell(variance.Difference),
        Texts.Word(variance.Outcome),
    ];

    private static string?[] Row(
        string section,
        string item,
        string measure,
        string unit,
        UnitCostChange change,
        GuardedVariance? guarded) =>
    [
        section, item, measure, unit, Cell(change.Baseline.Figure), Cell(change.Actual.Figure),
        Cell(change.Split is VarianceNode split ? Figure.Of(split.Amount) : null),
        guarded is null ? Texts.Reason(change.Gap) : Texts.Verdict(guarded),
    ];

    private static string?[] Row(
        string section, string item, string measure, string unit, Figure? budget, Figure? actual, string note) =>
        [section, item, measure, unit, Cell(budget), Cell(actual), null, note];

    private static string?[] Part(string section, string item, string measure, string unit, VarianceNode node) =>
        [section, item, measure, unit, null, null, Cell(Figure.Of(node.Amount)), Texts.Word(node.Outcome)];

    private static string? Cell(Figure? figure) =>
        figure?.Value is Fraction value
            ? value.RoundTo(Digits, MidpointRounding.AwayFromZero)
                .ToString("0.######", CultureInfo.InvariantCulture)
            : null;

    private static string Quoted(string? cell) =>
        cell is null ? ""
        : cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
