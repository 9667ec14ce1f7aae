using CostCenters.Csv.Imports;
using CostCenters.Cubes;

namespace CostCenters.Csv.Detection;

/// <summary>A proposal in the making.</summary>
internal sealed class ProposalDraft(CubeSpace? book, bool isWhole, bool isBudget)
{
    private readonly List<string> evidence = [];
    private readonly List<ProfileDoubt> doubts = [];

    public ImportProfile Profile { get; set; } = ImportProfile.Contract;

    /// <summary>The book whose codes may tell columns apart, or null.</summary>
    public CubeSpace? Book => book;

    /// <summary>Whether the file is one of budgets, else of postings.</summary>
    public bool IsBudget => isBudget;

    /// <summary>Whether all of the file is known.</summary>
    public bool IsWhole => isWhole;

    public IReadOnlyList<string> Evidence => evidence;

    public IReadOnlyList<ProfileDoubt> Doubts => doubts;

    public void Say(string text) => evidence.Add(text);

    /// <summary>Something that figures depend on; the profile must leave it open.</summary>
    public void Open(string key, string message, string method, string jsonKey, params ProfileChoice[] choices) =>
        doubts.Add(new ProfileDoubt(key, isOpen: true, message, method, jsonKey, choices));

    /// <summary>Something that wants a look.</summary>
    public void Hint(string key, string message, string method, string jsonKey, params ProfileChoice[] choices) =>
        doubts.Add(new ProfileDoubt(key, isOpen: false, message, method, jsonKey, choices));
}
