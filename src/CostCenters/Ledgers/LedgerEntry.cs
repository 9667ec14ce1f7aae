namespace CostCenters.Ledgers;

/// <summary>What a command did: the audit trail has one entry for each moment.</summary>
/// <remarks>Immutable.</remarks>
public abstract record LedgerEntry
{
    private protected LedgerEntry(Moment moment, CommandStamp stamp)
    {
        Moment = moment;
        Stamp = stamp;
    }

    /// <summary>The number that the ledger gave.</summary>
    public Moment Moment { get; }

    /// <summary>Who, and when by the caller's clock.</summary>
    public CommandStamp Stamp { get; }
}
