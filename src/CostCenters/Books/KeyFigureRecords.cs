using System.Collections.Immutable;
using System.Text.Json;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Books;

/// <summary>The recorded values of key figures of a book: added, or taken back as they were recorded.</summary>
/// <remarks>What the values of a key figure come to, <see cref="KeyFigureTable"/> says. Commands run one after another
/// with all others of the journal; any number of threads may read meanwhile.</remarks>
public sealed class KeyFigureRecords : IJournalProjection
{
    private readonly Journal journal;
    private readonly JournalSlot<ImmutableSortedDictionary<long, KeyFigureEntry>> slot;

    internal KeyFigureRecords(Journal journal)
    {
        this.journal = journal;
        slot = journal.Attach(this, ImmutableSortedDictionary<long, KeyFigureEntry>.Empty);
    }

    /// <summary>Records values, all of them or none.</summary>
    /// <param name="values">The values, in the unit of each key figure; at least one.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position, or all reasons for the refusal: a center that there is not or that is not valid on the
    /// last day of the period, a period that the calendar lacks, a value beyond 10^12 or with more than six
    /// decimals.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no value, or one is null.</exception>
    public CommandResult Record(IEnumerable<KeyFigureValue> values, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(stamp);
        ImmutableArray<KeyFigureValue> recorded = [.. values];
        if (recorded.IsEmpty || recorded.Contains(null!))
        {
            throw new ArgumentException("At least one value was expected, and none that is null.", nameof(values));
        }

        using (journal.Enter())
        {
            CubeSpace space = journal.Space;
            var rules = new KeyFigureRules(space.Calendar);
            ImmutableArray<CommandFault> faults =
                [.. recorded.SelectMany((value, line) => FaultsOf(space.Centers, rules, value, line))];
            if (!faults.IsEmpty)
            {
                return CommandResult.Refused(journal.Position, faults);
            }

            var entry = new KeyFigureEntry(journal.Next, stamp, recorded);
            return journal.Publish(entry, slot, slot.In(journal.State).Add(entry.Position.Number, entry));
        }
    }

    /// <summary>Takes back all values that were recorded at a position: the way to correct one of them.</summary>
    /// <param name="recorded">The position.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <returns>The position of the withdrawal, or the reason for the refusal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stamp"/> is null.</exception>
    public CommandResult Withdraw(JournalPosition recorded, CommandStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        using (journal.Enter())
        {
            var records = slot.In(journal.State);
            return records.ContainsKey(recorded.Number)
                ? journal.Publish(
                    new KeyFigureWithdrawal(journal.Next, stamp, recorded), slot, records.Remove(recorded.Number))
                : CommandResult.Refused(
                    journal.Position,
                    CommandFaultKind.UnknownRecord,
                    $"No key figures stand recorded at position {recorded}.");
        }
    }

    /// <summary>The values as they are now, in the order in which they were recorded.</summary>
    public ImmutableArray<KeyFigureValue> Snapshot() => In(journal.State);

    internal ImmutableArray<KeyFigureValue> In(JournalState state) =>
        [.. slot.In(state).Values.SelectMany(entry => entry.Values)];

    bool IJournalProjection.Owns(JsonProperty kind) =>
        kind.NameEquals("keyFigures"u8) || kind.NameEquals("withdrawKeyFigures"u8);

    CommandResult IJournalProjection.Restore(JsonElement entry, JournalReader reader, CommandStamp stamp)
    {
        if (entry.TryGetProperty("withdrawKeyFigures"u8, out _))
        {
            reader.ReadEnd();
            return Withdraw(new JournalPosition(reader.Number(entry, "withdrawKeyFigures")), stamp);
        }

        var values = new List<KeyFigureValue>();
        while (reader.TryReadLine(out JsonElement line))
        {
            values.Add(new KeyFigureValue(
                FiscalPeriod.Parse(reader.Text(line, "period")),
                new CenterCode(reader.Text(line, "center")),
                new KeyFigureCode(reader.Text(line, "keyFigure")),
                DecimalScale.Quantity.ToDecimal(reader.Count(line, "value", DecimalScale.Quantity))));
        }

        return Record(values, stamp);
    }

    private static IEnumerable<CommandFault> FaultsOf(
        CenterHierarchy centers, KeyFigureRules rules, KeyFigureValue value, int line)
    {
        bool hasPeriod = rules.HasPeriod(value.Period);
        if (!hasPeriod)
        {
            yield return Fault(CommandFaultKind.DateOutOfRange, $"the calendar has no period {value.Period}");
        }

        if (!centers.TryGet(value.Center, out Center? center))
        {
            yield return Fault(CommandFaultKind.UnknownCenter, $"there is no center '{value.Center}'");
        }
        else if (hasPeriod && !rules.IsCenterValid(center, value.Period))
        {
            yield return Fault(
                CommandFaultKind.CenterNotValid, $"center '{center}' is not valid on the last day of {value.Period}");
        }

        if (decimal.Abs(value.Value) > PostingRules.MaxQuantity)
        {
            yield return Fault(
                CommandFaultKind.OutOfRange, $"the value {value.Value} is beyond {PostingRules.MaxQuantity}");
        }
        else if (!DecimalScale.Quantity.TryToCount(value.Value, out _))
        {
            yield return Fault(CommandFaultKind.TooManyDigits, $"the value {value.Value} has more than six decimals");
        }

        CommandFault Fault(CommandFaultKind kind, FormattableString message) =>
            new(kind, line, FormattableString.Invariant($"Value {line}: {FormattableString.Invariant(message)}."));
    }
}
