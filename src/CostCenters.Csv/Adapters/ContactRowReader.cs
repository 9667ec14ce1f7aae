using System.Globalization;
using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Rows;
using CostCenters.Cubes;
using CostCenters.KeyFigures.Contacts;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Csv.Adapters;

/// <summary>Reads rows of contacts into a builder, without an object for each row, and tells every fault.</summary>
internal sealed class ContactRowReader
{
    private const int Ticket = 0;
    private const int CenterColumn = 1;
    private const int Channel = 2;
    private const int Cause = 3;
    private const int Opened = 4;
    private const int FirstAnswered = 5;
    private const int Resolved = 6;
    private const int Contacts = 7;
    private const int Score = 8;

    private readonly ContactScheme scheme;
    private readonly ContactFigures.Builder builder;
    private readonly CodeTables codes;
    private readonly CodeTable<int> channels = new();
    private readonly CodeTable<int> causes = new();
    private Center? center;
    private int channel;
    private long opened;
    private long? answered;
    private long? resolved;
    private int contacts;
    private long? score;

    public ContactRowReader(ContactScheme scheme)
    {
        this.scheme = scheme;
        builder = new ContactFigures.Builder(scheme);
        codes = new CodeTables(scheme.Centers, null);
        foreach ((int number, ChannelCode code) in scheme.Channels.Index())
        {
            channels.TryAdd(code.Value, number);
        }
    }

    /// <summary>Reads a row and tells its faults.</summary>
    public void ReadRow(CellReader cells)
    {
        _ = cells.TryGetCode(Ticket, out _);
        center = codes.ReadCenter(cells, CenterColumn);
        if (cells.TryGetCode(Channel, out ReadOnlySpan<byte> code) && !channels.TryGet(code, out channel))
        {
            cells.Tell(
                Channel,
                ImportIssueCode.UnknownChannel,
                "No channel has this code. Add it to the channels, or correct it.");
        }

        if (cells.TryGetTime(Opened, isOptional: false, out long? time) && IsSupported(cells, Opened, time!.Value))
        {
            opened = time.Value;
            TellInvalidCenter(cells);
            answered = ReadLater(cells, FirstAnswered);
            resolved = ReadLater(cells, Resolved);
        }
        else
        {
            // Without an opening the other times are only looked at for their form.
            _ = cells.TryGetTime(FirstAnswered, isOptional: true, out _);
            _ = cells.TryGetTime(Resolved, isOptional: true, out _);
        }

        contacts = ReadContacts(cells);
        score = ReadScore(cells);
    }

    /// <summary>Counts the row that was read, after it was accepted.</summary>
    public void AddRow(CellReader cells)
    {
        _ = cells.TryGetCode(Ticket, out ReadOnlySpan<byte> ticket);
        builder.AddCounts(
            ticket, center!.Index, channel, ReadCause(cells), opened, answered, resolved, contacts, score);
    }

    public ContactFigures Build() => builder.Build();

    private static Instant InstantOf(long microseconds) => Instant.FromUnixTimeTicks(microseconds * 10);

    private bool IsSupported(CellReader cells, int column, long time) =>
        scheme.Hours.Supports(InstantOf(time)) || cells.Tell(
            column,
            ImportIssueCode.BadTime,
            "The day that the clock of the zone shows then is before 1900 or after 2149. Correct the time.");

    private void TellInvalidCenter(CellReader cells)
    {
        if (center is not null && center.At(scheme.Hours.DateOf(InstantOf(opened))) is null)
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
        if (!cells.TryGetOptionalQuantity(Contacts, out long? count) || count is not long given)
        {
            return 1;
        }

        long unit = CubeSpace.QuantityScale.UnitsPerWhole;
        if (given < unit || given % unit != 0 || given / unit > int.MaxValue)
        {
            cells.Tell(
                Contacts, ImportIssueCode.OutOfRange, "A whole number of contacts from 1 to 2147483647 was expected.");
            return 1;
        }

        return (int)(given / unit);
    }

    private long? ReadScore(CellReader cells)
    {
        if (cells.TryGetOptionalQuantity(Score, out long? count) && count is long given
            && !scheme.Scores.Contains(CubeSpace.QuantityScale.ToDecimal(given)))
        {
            cells.Tell(
                Score,
                ImportIssueCode.OutOfScale,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A score from {scheme.Scores.Lowest} to {scheme.Scores.Highest} was expected."));
        }

        return count;
    }

    private int? ReadCause(CellReader cells)
    {
        if (!cells.HasValue(Cause))
        {
            return null;
        }

        _ = cells.TryGetCode(Cause, out ReadOnlySpan<byte> code);
        if (!causes.TryGet(code, out int number))
        {
            string text = Encoding.UTF8.GetString(code);
            number = builder.NumberOf(new CauseCode(text));
            causes.TryAdd(text, number);
        }

        return number;
    }
}
