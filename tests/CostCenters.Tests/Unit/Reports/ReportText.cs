using System.Globalization;
using CostCenters.Reports;

namespace CostCenters.Tests.Unit.Reports;

/// <summary>Writes reports as lines of text, so that expectations can be read and bytes be compared.</summary>
internal static class ReportText
{
    public static IEnumerable<string> Lines(this VarianceReport report) => report.Rows.Select(row => string.Join(
        ' ',
        new[]
        {
            row.Center is { } center ? center.Center.ToString() : null,
            row.Element?.Code.ToString(),
            row.Period?.ToString(),
            Text(row.Variance),
        }.OfType<string>()));

    public static string Text(Variance variance) => string.Create(
        CultureInfo.InvariantCulture,
        $"{variance.Measure} {variance.Budget?.ToString(CultureInfo.InvariantCulture) ?? "-"} {variance.Actual}");
}
