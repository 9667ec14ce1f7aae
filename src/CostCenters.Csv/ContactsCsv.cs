using CostCenters.Csv.Adapters;
using CostCenters.Csv.Rows;
using CostCenters.KeyFigures.Contacts;

namespace CostCenters.Csv;

/// <summary>Counts the events of <c>contacts.csv</c>:
/// <c>ticket,center,channel,cause?,opened,first_answered?,resolved?,contacts?,score?</c>.</summary>
/// <remarks>
/// <para>Times are written with their offset, such as <c>2026-03-31T14:05:00+02:00</c>; seconds may be left out or have
/// up to six decimals. <c>contacts</c> is a whole number from 1, and 1 where the cell is empty.</para>
/// <para>Rejected are rows with an answer or a resolution before the opening, an unknown or invalid center, an unknown
/// channel, or a score outside its scale. Several rows of one ticket count once, see
/// <see cref="ContactFigures"/>.</para>
/// </remarks>
public static class ContactsCsv
{
    internal static readonly RowSchema Schema =
        RowSchema.Parse("ticket,center,channel,cause?,opened,first_answered?,resolved?,contacts?,score?");

    /// <summary>Counts the accepted rows.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="scheme">Centers, periods, channels, working hours and scale of scores.</param>
    /// <param name="profile">The dialect of the file; its date patterns do not apply to times.</param>
    /// <returns>The figures (none when the file was stopped), and every fault of the rejected rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportResult<ContactFigures> Read(CsvInput input, ContactScheme scheme, ImportProfile profile)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(input, Schema, profile);
        var rows = new ContactRowReader(scheme);
        while (table.Read())
        {
            rows.ReadRow(table.Cells!);
            if (table.Log.EndRow())
            {
                rows.AddRow(table.Cells!);
            }
        }

        return table.Log.ToResult(table.Log.IsStopped ? null : rows.Build());
    }
}
