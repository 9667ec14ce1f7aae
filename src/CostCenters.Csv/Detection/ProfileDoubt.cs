using System.Collections.Immutable;

namespace CostCenters.Csv.Detection;

/// <summary>Something that a file does not decide by itself.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ProfileDoubt
{
    internal ProfileDoubt(
        string key,
        bool isOpen,
        string message,
        string method,
        string jsonKey,
        IEnumerable<ProfileChoice> choices)
    {
        Key = key;
        IsOpen = isOpen;
        Message = message;
        Method = method;
        JsonKey = jsonKey;
        Choices = [.. choices];
    }

    /// <summary>A short name for scripts, unique in a proposal: <c>numbers</c>, <c>dates</c>, <c>amount</c>.</summary>
    public string Key { get; }

    /// <summary>Whether figures depend on it. Then the proposed profile leaves that part open: it refuses what has two
    /// readings, or does not read the file at all. What is not open is read as told and wants a look.</summary>
    public bool IsOpen { get; }

    /// <summary>What came, and how it can be read.</summary>
    public string Message { get; }

    /// <summary>The method of <see cref="Imports.ImportProfile"/> that decides it.</summary>
    public string Method { get; }

    /// <summary>The key in the JSON of a profile that decides it.</summary>
    public string JsonKey { get; }

    /// <summary>The answers that are known; none where only the user knows.</summary>
    public ImmutableArray<ProfileChoice> Choices { get; }

    /// <summary>The doubt with what decides it, in one line.</summary>
    public override string ToString() => $"{Key}: {Message} Decide it by {Method}, \"{JsonKey}\" in JSON.";
}
