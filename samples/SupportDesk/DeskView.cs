using CostCenters.KeyFigures;
using CostCenters.UnitCosts;
using CostCenters.UnitCosts.Service;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.SupportDesk;

/// <summary>The report for people: the answer first, then what it rests on.</summary>
internal static class DeskView
{
    public static IEnumerable<IRenderable> Draw(DeskReport report)
    {
        yield return Answer(report);
        yield return Title("Cost of a contact by channel");
        yield return CostView.Channels(report);
        yield return Title("Cost of a contact by month");
        yield return CostView.Months(report);
        yield return Title("Why a contact costs what it costs");
        yield return ChangeView.Draw(report);
        yield return Title("What it did to the service");
        yield return ServiceView.Guards(report);
        yield return Title("What was improved, and what it saved");
        yield return SavingView.Draw(report);
        yield return Title("How busy the people are");
        yield return ServiceView.Capacity(report);
        yield return Title("What a contact costs by its cause");
        yield return ServiceView.Causes(report);
        yield return Title("What support would have to charge");
        yield return PriceView.Plans(report);
        yield return Title("Value beside the accounts");
        yield return PriceView.Memo(report);
    }

    public static Table NewTable(string first, params IEnumerable<string> figures)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(first).NoWrap());
        foreach (string figure in figures)
        {
            table.AddColumn(new TableColumn(figure).RightAligned().NoWrap());
        }

        return table;
    }

    public static Table WithChart(this Table table, string title) =>
        table.AddColumn(new TableColumn(title).NoWrap());

    /// <summary>A table with a line that explains it, and an empty one before the next title.</summary>
    public static IRenderable WithNote(Table table, string note) =>
        note.Length == 0 ? table : new Rows(table, new Text(note + "\n"));

    private static Markup Title(string text) => new($"[bold]{text}[/]\n");

    private static Markup Answer(DeskReport report)
    {
        string currency = report.Desk.Book.Space.Currency.Code;
        var lines = new List<string>
        {
            $"[bold]{Terminal.Escape(Printable.OneLine(report.Desk.Book.Name))}: did support get cheaper, and was the "
                + "saving one?[/]",
            $"{report.Desk.Periods.From} through {report.Desk.Periods.Through}, budget "
                + $"'{Terminal.Escape(report.Desk.Plan.BudgetVersion)}', {currency}",
            "",
        };
        var unit = new FigureVariance(
            report.Change.Baseline.Figure, report.Change.Actual.Figure, KeyFigurePreference.MoreIsWorse);
        string word = Texts.Word(unit.Outcome) + Texts.Star(report.Guarded);
        lines.Add(Line("cost of a contact", unit, 2, Texts.Colored(word, Texts.Color(report.Guarded?.Verdict))));
        lines.Add(Line("cost of the desk", report.Cost, 2, Word(report.Cost)));
        lines.Add(Line("contacts", report.Contacts, 0, Word(report.Contacts)));
        lines.Add(Line("contacts per customer", report.ContactsPerCustomer, 2, Word(report.ContactsPerCustomer)));
        lines.Add("");
        foreach (ChannelResult channel in report.Channels)
        {
            if (channel.Guarded is GuardedVariance guarded)
            {
                lines.Add($"{Terminal.Escape(channel.Name + Texts.Star(guarded)),-9}"
                    + Texts.Colored(Texts.Verdict(guarded), Texts.Color(guarded.Verdict)));
                if (guarded.IsProvisional)
                {
                    lines.Add("         provisional: the lag of a guard has not passed yet");
                }
            }
        }

        return new Markup(string.Join('\n', lines) + "\n\n");
    }

    private static string Line(string name, FigureVariance variance, int digits, string word) =>
        $"{name,-22}{Texts.Amount(variance.Actual, digits),10} instead of {Texts.Amount(variance.Budget, digits),10}  "
        + $"{Texts.SignedPercent(variance.Ratio),8}  {word}";

    private static string Word(FigureVariance variance) =>
        Texts.Colored(Texts.Word(variance.Outcome), Texts.Color(variance.Outcome));
}
