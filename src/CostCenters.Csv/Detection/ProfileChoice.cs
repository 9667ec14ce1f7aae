using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Detection;

/// <summary>One answer to a <see cref="ProfileDoubt"/>.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ProfileChoice
{
    private readonly Func<ImportProfile, ImportProfile> apply;

    internal ProfileChoice(string key, string text, Func<ImportProfile, ImportProfile> apply)
    {
        Key = key;
        Text = text;
        this.apply = apply;
    }

    /// <summary>A short name for scripts, unique among the choices of a doubt.</summary>
    public string Key { get; }

    /// <summary>What is decided by it, for people.</summary>
    public string Text { get; }

    /// <summary>The profile with this decision.</summary>
    internal ImportProfile Apply(ImportProfile profile) => apply(profile);
}
