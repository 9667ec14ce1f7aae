using System.Globalization;
using CostCenters.Calendars;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Support.Contacts;

namespace CostCenters.Csv.Tables;

/// <summary>Reads rows of contacts into a builder, without an object for each row, and tells every fault.</summary>
internal sealed class ContactRowReader
{
    public const int TicketColumn = 0;
    public const int CenterColumn = 1;
    public const int ChannelColumn = 2;
    public const int CauseColumn = 3;
    public const int OpenedColumn = 4;
    public const int AnsweredColumn = 5;
    public const int ResolvedColumn = 6;
    public const int ContactsColumn = 7;
    public const int ScoreColumn = 8;

    private readonly ContactScheme scheme;
    private readonly ContactFigures.Builder builder;
    private readonly CodeTables codes;
    private readonly CauseNumbers causes;
    private readonly CodeTable<int> channels = new();
    private Center? center;
    private int channel;
    private long opened;
    private long? answered;
    private long? resolved;
    private int contacts;
    private long? score;

    public ContactRowReader(ContactScheme scheme, ContactFigures.Builder builder, CodeTables codes)
    {
        this.scheme = scheme;
        this.builder = builder;
        this.codes = codes;
        causes = new CauseNumbers(builder);
        foreach ((int number, ChannelCode code) in scheme.Channels.Index())
        {
            channels.TryAdd(code.Value, number);
        }
    }

    /// <summary>Counts the accepted rows.</summary>
    public void ReadAll(TableReader table)
    {
        while (table.Read())
        {
            ReadRow(table.Cells!);
            if (table.Log.EndRow())
            {
                AddRow(table.Cells!);
            }
        }
    }

    /// <summary>How many contacts a cell tells: a whole number from 1, and 1 for an empty one.</summary>
    public static bool TryCount(long? count, out int contacts)
    {
        long unit = DecimalScale.Quantity.UnitsPerWhole;
        contacts = 1;
        if (count is not long given)
        {
            return true;
        }

        bool isCount = given >= unit && given % unit == 0 && given / unit <= int.MaxValue;
        contacts = isCount ? (int)(given / unit) : 1;
        return isCount;
    }

    /// <summary>Whether a score, as a count, is on the scale.</summary>
    public static bool IsOnScale(ContactScheme scheme, long score) =>
        scheme.Scores.Contains(DecimalScale.Quantity.ToDecimal(score));

    /// <summary>Reads a row and tells its faults.</summary>
    private void ReadRow(CellReader cells)
    {
        _ = cells.TryGetCode(TicketColumn, out _);
        center = codes.ReadCenter(cells, CenterColumn);
        if (cells.TryGetCode(ChannelColumn, out ReadOnlySpan<byte> code) && !channels.TryGet(code, out channel))
        {
            cells.Tell(
                ChannelColumn,
                ImportIssueCode.UnknownChannel,
                "No channel has this code. Add it to the channels, or correct it.");
        }

        if (cells.TryGetTime(OpenedColumn, isOptional: false, out long? time)
            && IsSupported(cells, OpenedColumn, time!.Value))
        {
            opened = time.Value;
            TellInvalidCenter(cells);
            answered = ReadLater(cells, AnsweredColumn);
            resolved = ReadLater(cells, ResolvedColumn);
        }
        else
        {
            // Without an opening the other times are only looked at for their form.
            _ = cells.TryGetTime(AnsweredColumn, isOptional: true, out _);
            _ = cells.TryGetTime(ResolvedColumn, isOptional: true, out _);
        }

        contacts = ReadContacts(cells);
        score = ReadScore(cells);
    }

    /// <summary>Counts the row that was read, after it was accepted.</summary>
    private void AddRow(CellReader cells)
    {
        _ = cells.TryGetCode(TicketColumn, out ReadOnlySpan<byte> ticket);
        ReadOnlySpan<byte> cause = default;
        _ = cells.HasValue(CauseColumn) && cells.TryGetCode(CauseColumn, out cause);
        builder.AddCounts(
            ticket, center!.Index, channel, causes.Find(cause), opened, answered, resolved, contacts, score);
    }

    private bool IsSupported(CellReader cells, int column, long time) =>
        scheme.Hours.Supports(time) || cells.Tell(
            column,
            ImportIssueCode.BadTime,
            "The day that the clock of the zone shows then is before 1900 or after 2149. Correct the time.");

    private void TellInvalidCenter(CellReader cells)
    {
        if (center is not null && center.At(FiscalCalendar.FirstDate.PlusDays(scheme.Hours.DayOf(opened))) is null)
        {
            cells.Tell(
                CenterColumn,
                ImportIssueCode.CenterNotValid,
                "The center is not valid on the day of the opening. Correct the time or the center, or its validity.");
        }
    }

    private long? ReadLater(CellReader cells, int column)
    {
        if (!cells.TryGetTime(column, isOptional: true, out long? time) || time is null)
        {
            return null;
        }

        if (time < opened)
        {
            cells.Tell(
                column,
                ImportIssueCode.ReversedTimes,
                "The time is before the opening, so the duration would be negative. Correct one of them.");
            return null;
        }

        return IsSupported(cells, column, time.Value) ? time : null;
    }

    private static int ReadContacts(CellReader cells)
    {
        int contacts = 1;
        if (cells.TryGetOptionalQuantity(ContactsColumn, out long? count) && !TryCount(count, out contacts))
        {
            cells.Tell(
                ContactsColumn,
                ImportIssueCode.OutOfRange,
                "A whole number of contacts from 1 to 2147483647 was expected.");
        }

        return contacts;
    }

    private long? ReadScore(CellReader cells)
    {
        if (cells.TryGetOptionalQuantity(ScoreColumn, out long? count) && count is long given
            && !IsOnScale(scheme, given))
        {
            cells.Tell(
                ScoreColumn,
                ImportIssueCode.OutOfScale,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A score from {scheme.Scores.Lowest} to {scheme.Scores.Highest} was expected."));
        }

        return count;
    }
}
