using CostCenters.Support.Contacts;

namespace CostCenters.Csv.Tests;

/// <summary>Figures of contacts as text, to compare all of them.</summary>
internal static class ContactText
{
    /// <summary>A line for each cell, with its counts and every value.</summary>
    public static IEnumerable<string> Of(ContactFigures figures) => figures.Cells.Select(cell =>
    {
        ContactTotals totals = cell.Totals;
        string counts = string.Join(",", Enum.GetValues<ContactMeasure>().Select(measure => totals[measure]));
        string values = string.Join(";", new[]
            {
                totals.ResponseTimes, totals.ResolutionTimes, totals.FullResolutionTimes, totals.OpenTimes,
                totals.Scores,
            }.Select(each => FormattableString.Invariant($"{each.Total} of {string.Join(",", each.Counts())}")));
        return $"{cell.Period} {cell.Center} {cell.Channel} {cell.Cause} {counts} {values}";
    });
}
