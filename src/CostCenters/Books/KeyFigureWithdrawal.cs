using CostCenters.Journals;

namespace CostCenters.Books;

/// <summary>Recorded values of key figures were taken back.</summary>
public sealed record KeyFigureWithdrawal : JournalEntry
{
    internal KeyFigureWithdrawal(JournalPosition position, CommandStamp stamp, JournalPosition withdrawn)
        : base(position, stamp) =>
        Withdrawn = withdrawn;

    /// <summary>The position at which the values were recorded.</summary>
    public JournalPosition Withdrawn { get; }

    internal override void WriteTo(JournalWriter writer)
    {
        writer.BeginEntry(this).Number("withdrawKeyFigures"u8, Withdrawn.Number);
        writer.EndLine();
    }
}
