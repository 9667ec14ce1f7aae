using System.Collections.Immutable;

namespace CostCenters.Csv.Shapes;

/// <summary>How a report in sections is read: a row of its own carries the account of the rows below it.</summary>
/// <remarks>
/// <para>A row of which only the label is filled opens a section, which lies in the one that is open: where sections
/// have totals, until that comes; where they have none, until the next label below a row of data. Opening balances,
/// totals and grand totals are no postings: totals are verified against the rows that they sum, then all are set
/// aside. The total of a section that is not open, and a row that cannot be read, stop the file: rows could stand under
/// another account than their own.</para>
/// <code>
/// SectionRules quickBooks = new SectionRules(ColumnSource.At(1))
///     .WithTotals("Total for {section}").WithGrandTotals("TOTAL").WithOpenings("Beginning Balance");
/// </code>
/// Immutable.
/// </remarks>
public sealed class SectionRules
{
    /// <summary>Creates rules.</summary>
    /// <param name="label">Where labels stand.</param>
    /// <exception cref="ArgumentNullException"><paramref name="label"/> is null.</exception>
    public SectionRules(ColumnSource label)
    {
        ArgumentNullException.ThrowIfNull(label);
        Label = label;
    }

    private SectionRules(SectionRules other)
    {
        Label = other.Label;
        Totals = other.Totals;
        GrandTotals = other.GrandTotals;
        Openings = other.Openings;
    }

    /// <summary>Where labels stand.</summary>
    public ColumnSource Label { get; }

    /// <summary>The labels of a section's total, with <c>{section}</c> for the section's own label.</summary>
    public ImmutableArray<string> Totals { get; private init; } = [];

    /// <summary>The labels of the total of all sections.</summary>
    public ImmutableArray<string> GrandTotals { get; private init; } = [];

    /// <summary>The texts, in any cell of a row, that make it an opening or closing balance.</summary>
    public ImmutableArray<string> Openings { get; private init; } = [];

    /// <summary>A section ends with a total.</summary>
    /// <param name="labels">Labels with <c>{section}</c>, such as <c>Total for {section}</c>.</param>
    /// <exception cref="ArgumentException">There is none, or one has no place <c>{section}</c>.</exception>
    public SectionRules WithTotals(params IEnumerable<string> labels)
    {
        ImmutableArray<string> totals = Texts(labels);
        return totals.Any(label => HeadingPattern.Parse(label).Names is not ["section"])
            ? throw new ArgumentException("Each label has one place {section}.", nameof(labels))
            : new(this) { Totals = totals };
    }

    /// <summary>The report ends with a total of all sections, or has one after several.</summary>
    /// <param name="labels">The labels.</param>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public SectionRules WithGrandTotals(params IEnumerable<string> labels) =>
        new(this) { GrandTotals = Texts(labels) };

    /// <summary>Rows with one of these texts in a cell are balances, which are set aside.</summary>
    /// <param name="texts">Texts such as <c>Opening Balance</c>, compared without letter case.</param>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public SectionRules WithOpenings(params IEnumerable<string> texts) => new(this) { Openings = Texts(texts) };

    private static ImmutableArray<string> Texts(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ImmutableArray<string> copy = [.. texts.Select(text => text?.Trim() ?? "")];
        return copy.IsEmpty || copy.Any(text => text.Length == 0)
            ? throw new ArgumentException("Name at least one text, none of them empty.", nameof(texts))
            : copy;
    }
}
