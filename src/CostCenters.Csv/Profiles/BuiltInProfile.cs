using System.Collections.Immutable;

namespace CostCenters.Csv.Profiles;

/// <summary>What there is to say of a profile that comes with the library, before it is made.</summary>
/// <remarks>A profile itself is made by its method, since each asks for what only the caller knows.
/// Immutable.</remarks>
public sealed class BuiltInProfile
{
    internal BuiltInProfile(
        string method, string system, string table, ProfileEvidence evidence, string seen, params string[] asks)
    {
        Method = method;
        System = system;
        Table = table;
        Evidence = evidence;
        Seen = seen;
        Asks = [.. asks];
    }

    /// <summary>The method that makes it, such as <c>OdooProfiles.AnalyticItems</c>.</summary>
    public string Method { get; }

    /// <summary>The system and its export.</summary>
    public string System { get; }

    /// <summary>The table that it reads: <c>postings</c>, <c>budget</c> or <c>contacts</c>.</summary>
    public string Table { get; }

    /// <summary>What its names and formats rest on.</summary>
    public ProfileEvidence Evidence { get; }

    /// <summary>What was seen, and what is only documented.</summary>
    public string Seen { get; }

    /// <summary>What the caller is asked for, in the order of the parameters.</summary>
    public ImmutableArray<string> Asks { get; }

    /// <summary>Whether a file has the headings that tell this export from others.</summary>
    internal bool Fits(IReadOnlyCollection<string> headings) => ProfileMarks.Of(Method).All(mark =>
        mark.Any(pattern => headings.Any(heading => pattern.Match(heading) is { } places && AreMeant(places))));

    /// <summary>A year has digits alone: <c>Budget {year}</c> does not mean <c>Budget (Jan) 2026</c>.</summary>
    private static bool AreMeant(IReadOnlyDictionary<string, string> places) =>
        !places.TryGetValue("year", out string? year) || year.All(char.IsAsciiDigit);

    /// <summary>The method and the system.</summary>
    public override string ToString() => $"{Method}: {System}";
}
