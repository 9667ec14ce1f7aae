using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Structure;
using CostCenters.Tool.Reading;
using CostCenters.Tool.Views;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Commands;

/// <summary>Reads a book, compares, and writes: a whole report, given its options.</summary>
/// <param name="options">What is asked for.</param>
/// <param name="mostFindings">How many findings of each kind are told beside the report.</param>
internal sealed class ReportRun(ReportOptions options, int mostFindings)
{
    private const int CouldNotRun = 1;

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        ImportResult<BookCubes> import = BookReading.Read(
            options.Book,
            comparableWeeks: options.Against == ReportOptions.LastYearWeeks,
            tellsAll: (options.Rejected ?? options.Html ?? options.Xlsx) is not null);
        if (import.Value is not BookCubes book)
        {
            return CouldNotRun;
        }

        OpenOrders? orders = options.WithCommitments ? OpenOrders.Read(options.Book, book.Space) : null;
        if (orders is { Cube: null })
        {
            return CouldNotRun;
        }

        RequireOtherFiles(import.Files.Concat(orders?.Import.Files ?? []));
        CenterCode? explained =
            options.Explain is string code ? Comparisons.CenterOf(book, "--explain", code) : null;
        ChosenComparison chosen = Comparisons.Choose(options, book);
        View view = Messages.WhileShowing("Adding up", _ => explained is CenterCode center
            ? new ExplanationView(chosen, center, book)
            : ViewOf(chosen, orders?.Cube));
        foreach (string note in chosen.Notes)
        {
            Messages.Line($"note: {note}");
        }

        var findings = new BookFindings(chosen.BudgetAgainstActuals, chosen.Tree);
        findings.Tell(mostFindings, isWrittenToo: options.Findings is not null);
        ChosenComparison ofFiles = explained is CenterCode one ? Comparisons.Below(chosen, one) : chosen;
        return Write(view, ofFiles, orders?.Cube, findings, [.. import.Issues.Concat(orders?.Import.Issues ?? [])],
            import.Counts.Rejected + (orders?.Rejected ?? 0));
    }

    private int Write(
        View view,
        ChosenComparison chosen,
        Cube? orders,
        BookFindings findings,
        IReadOnlyList<ImportIssue> issues,
        long rejectedRows)
    {
        using var outputs = new Outputs(options.Out);
        if (options.Prints)
        {
            outputs.WriteReport(output => WriteReport(view, LookOf(chosen, output), output));
        }

        if ((options.Html ?? options.Xlsx) is not null)
        {
            ReportFiles files = Messages.WhileShowing(
                "Gathering the files", _ => new ReportFiles(chosen, options, issues, orders));
            WriteFile(outputs, options.Html, files.WriteHtml);
            WriteFile(outputs, options.Xlsx, files.WriteXlsx);
        }

        outputs.WriteBeside(options.Rejected, stream => RejectedRowsCsv.Write(issues, stream));
        outputs.WriteBeside(options.Findings, findings.Write);
        return outputs.ExitCode(rejectedRows);
    }

    /// <summary>A screen is laid out behind a spinner and then drawn; what goes elsewhere is written behind one.
    /// </summary>
    private static void WriteReport(View view, ViewLook look, Output output)
    {
        if (output.IsTerminal || look.Format == OutputFormat.Table)
        {
            view.Write(look, output);
            return;
        }

        _ = Messages.WhileShowing("Writing the report", _ =>
        {
            view.Write(look, output);
            return true;
        });
    }

    /// <summary>Without a report on the screen, a line says that there is a file.</summary>
    private void WriteFile(Outputs outputs, string? path, Action<Stream> write)
    {
        if (outputs.WriteBeside(path, stream => Messages.WhileShowing($"Writing {path}", _ =>
            {
                write(stream);
                return true;
            }))
            && !options.Prints)
        {
            Messages.Line($"Wrote {path}.");
        }
    }

    private ViewLook LookOf(ChosenComparison chosen, Output output) =>
        new(
            options.Format,
            options.Csv,
            options.WithNames,
            new NumberText(chosen.Comparison.Space.Scale.Digits, options.Culture, options.Unit),
            options.Width ?? Terminal.WidthOf(output));

    /// <summary>An output must not replace a file that the run reads.</summary>
    private void RequireOtherFiles(IEnumerable<ImportedFile> files)
    {
        var read = files
            .Select(file => file.Name)
            .Append(BookFolder.DescriptionFile)
            .Select(name => WholeFile.TargetOf(Path.Combine(options.Book, name)))
            .ToHashSet();
        foreach (string path in options.Outputs)
        {
            if (read.Contains(WholeFile.TargetOf(path)))
            {
                throw new UsageException($"'{path}' is a file of the book; name another for the output.");
            }
        }
    }

    private View ViewOf(ChosenComparison chosen, Cube? orders)
    {
        var report = VarianceReport.Create(
            chosen.Comparison, chosen.Tree, options.By, Environment.ProcessorCount);
        var scope = new CenterScope(chosen.Tree, chosen.Top, options.Depth);
        bool isWhole = chosen.Top is null && options.Depth is null;
        return orders is not null ? new CommittedView(report, chosen.Title, scope, orders)
            : options.Material is { } materiality ? ReportView.Material(report, chosen.Title, scope, materiality)
            : options.Top is int count ? ReportView.Top(report, chosen.Title, count)
            : options.Bridge is ReportDimensions step ? BridgeView.Of(report, chosen.Title, step)
            : options.Pivot is PivotFigure figure
                ? new PivotView(report, chosen.Title, scope, figure, options.HasTotals)
            : options.HasOutlook ? OutlookOf(report, chosen, scope)
            : ReportView.All(report, chosen.Title, scope, isWhole, options.HasTotals);
    }

    private OutlookView OutlookOf(VarianceReport report, ChosenComparison chosen, CenterScope scope)
    {
        var forecast = YearForecast.Of(chosen, options.ForecastsByRunRate);
        return new OutlookView(report, chosen.Title.With(forecast.Method), scope, chosen.Year, forecast.Cube);
    }
}
