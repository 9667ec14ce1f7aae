using CostCenters.Csv.Tables;
using CostCenters.Structure;
using CostCenters.Support.Contacts;

namespace CostCenters.Csv.Bulk;

/// <summary>The centers and channels of a scheme, ready to be found by bytes, and where contacts are counted.</summary>
/// <remarks>All threads share it; each has a builder of its own.</remarks>
internal sealed class ContactAxes
{
    private readonly List<ContactFigures.Builder> builders = [];

    public ContactAxes(ContactScheme scheme)
    {
        Scheme = scheme;
        Codes = new CodeTables(scheme.Centers, null);
        Centers = new CodeIndex([.. scheme.Centers.Centers.Select(center => (center.Code.Value, center.Index))]);
        Channels = new CodeIndex([.. scheme.Channels.Select((channel, number) => (channel.Value, number))]);
        ValidDays = ValidDays.OfCenters(scheme.Centers);
    }

    public ContactScheme Scheme { get; }

    /// <summary>For the plain reader.</summary>
    public CodeTables Codes { get; }

    public CodeIndex Centers { get; }

    public CodeIndex Channels { get; }

    /// <summary>The days on which a center may be turned to.</summary>
    public ValidDays ValidDays { get; }

    /// <summary>A builder for one thread.</summary>
    public ContactFigures.Builder NewBuilder()
    {
        var builder = new ContactFigures.Builder(Scheme);
        lock (builders)
        {
            builders.Add(builder);
        }

        return builder;
    }

    /// <summary>What all threads have counted.</summary>
    public ContactFigures Build(int threads)
    {
        ContactFigures.Builder all = builders.FirstOrDefault() ?? NewBuilder();
        foreach (ContactFigures.Builder builder in builders.Skip(1))
        {
            all.Append(builder);
        }

        return all.Build(threads);
    }
}
