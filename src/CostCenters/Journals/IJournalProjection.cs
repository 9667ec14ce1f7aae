using System.Text.Json;

namespace CostCenters.Journals;

/// <summary>State that commands of one kind change: a journal publishes it together with their entries.</summary>
internal interface IJournalProjection
{
    /// <summary>Whether an entry is one of this projection, by the field of its first line that says what was done.
    /// </summary>
    bool Owns(JsonProperty kind);

    /// <summary>Gives the command of an entry again, with all the checks that it had when it was given first.</summary>
    /// <param name="entry">The first line of the entry.</param>
    /// <param name="reader">Gives its further lines; they are to be read to the end before anything is
    /// published.</param>
    /// <param name="stamp">Who gave it, and when.</param>
    CommandResult Restore(JsonElement entry, JournalReader reader, CommandStamp stamp);

    /// <summary>Follows an entry that was accepted, of whatever kind, before any other command runs.</summary>
    void Follow(JournalEntry entry)
    {
    }
}
