using System.Text.Json.Serialization;
using NodaTime;

namespace CostCenters.Journals;

/// <summary>Who gave a command, and when by the caller's clock.</summary>
/// <remarks>The library reads no clock: the caller hands in every instant. Immutable.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CommandStamp
{
    /// <summary>Creates a stamp.</summary>
    /// <param name="actor">Who acts: a person or a program.</param>
    /// <param name="at">When, by the caller's clock; not before the last command that was accepted, and the same
    /// instant as often as one likes. Refused by <see cref="CommandFaultKind.InstantBeforeLast"/>, as may happen
    /// between threads, the command can be given again with a later one.</param>
    /// <exception cref="ArgumentException"><paramref name="actor"/> is null or blank, or has a NUL or half of a
    /// surrogate pair.</exception>
    public CommandStamp(string actor, Instant at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        Actor = WholeText.Require(actor);
        At = at;
    }

    /// <summary>Who acts.</summary>
    public string Actor { get; }

    /// <summary>When, by the caller's clock.</summary>
    [JsonConverter(typeof(IsoJsonConverter<Instant>))]
    public Instant At { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(CommandStamp), (nameof(Actor), Actor), (nameof(At), At));
}
