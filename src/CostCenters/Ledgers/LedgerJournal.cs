using System.Text;
using CostCenters.Cubes;

namespace CostCenters.Ledgers;

/// <summary>
/// Writes everything that a ledger was told (documents, reversals, closes, moments, who and when) to a stream, and
/// reads it back into a ledger with the same moments and figures.
/// </summary>
/// <remarks>
/// One JSON object a line, UTF-8, LF. The first line names the currency, the decimals and the number of moments; then
/// comes a line for each command, and after that of a document one line for each of its postings. A journal that is
/// cut off, lacks a line or breaks this form is told with its line, never read as a shorter ledger. A character that
/// changed inside a text or an amount breaks no form; whoever must know keeps a checksum beside the journal.
/// </remarks>
public static class LedgerJournal
{
    /// <summary>Writes the journal of a snapshot.</summary>
    /// <param name="snapshot">What to write.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair, which is no Unicode.</exception>
    public static void Write(LedgerSnapshot snapshot, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(stream);
        using var lines = new JournalLineWriter(stream);
        lines.WriteHeader(snapshot);
        foreach (LedgerEntry entry in snapshot.Entries())
        {
            lines.WriteEntry(entry);
            if (entry is DocumentEntry document)
            {
                foreach (Posting posting in snapshot.PostingsOf(document))
                {
                    lines.WritePosting(posting);
                }
            }
        }
    }

    /// <summary>Reads a journal into a new ledger.</summary>
    /// <param name="stream">Where from; left open.</param>
    /// <param name="space">The space of the ledger: the currency and the decimals of the journal, and all its centers,
    /// elements and periods.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="JournalException">A line is damaged or missing, or the ledger refuses its command.</exception>
    public static Ledger Read(Stream stream, CubeSpace space)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(space);
        using var reader = new StreamReader(
            stream, new UTF8Encoding(false, throwOnInvalidBytes: true), false, bufferSize: 65_536, leaveOpen: true);
        return new JournalReader(reader, space).Read();
    }
}
