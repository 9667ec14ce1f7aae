using System.Collections.Immutable;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Profiles;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>A profile that a file suggests, with the evidence for it and the doubts about it.</summary>
/// <remarks>
/// What the file does not decide and figures depend on is left open: the profile then refuses rows, or the file, until
/// somebody decides. Immutable; <see cref="Choose"/> and <see cref="Map"/> return another proposal.
/// <code>
/// ProfileProposal proposal = CsvProfileDetector.Detect(CsvInput.FromFile("export.csv"));
/// ImportProfile profile = proposal.Choose("dates", "dd/MM/yyyy").GetOrThrow();
/// </code>
/// </remarks>
public sealed class ProfileProposal
{
    internal ProfileProposal(
        string file,
        ImportProfile? profile,
        string? refusal,
        IEnumerable<string> headings,
        IEnumerable<string> evidence,
        IEnumerable<ProfileDoubt> doubts,
        IEnumerable<BuiltInProfile> builtIn)
    {
        BuiltIn = [.. builtIn];
        File = file;
        Profile = profile;
        Refusal = refusal;
        Headings = [.. headings];
        Evidence = [.. evidence];
        Doubts = [.. doubts];
    }

    /// <summary>The name of the file.</summary>
    public string File { get; }

    /// <summary>The profile, with what is in doubt left open; null where the file is no table at all.</summary>
    public ImportProfile? Profile { get; }

    /// <summary>Why the file is no table: an Excel workbook, a web page; null where there is a profile.</summary>
    public string? Refusal { get; }

    /// <summary>The headings of the file in their order, empty texts where a column has none; none without a header.
    /// </summary>
    public ImmutableArray<string> Headings { get; }

    /// <summary>What was seen and what follows from it, one line each.</summary>
    public ImmutableArray<string> Evidence { get; }

    /// <summary>The profiles of the library whose headings the file has. They know what a single file does not show:
    /// what is a total, which rows do not belong, what signs mean. None for most files.</summary>
    public ImmutableArray<BuiltInProfile> BuiltIn { get; }

    /// <summary>What the file does not decide.</summary>
    public ImmutableArray<ProfileDoubt> Doubts { get; }

    /// <summary>Whether there is a profile and nothing that figures depend on is open.</summary>
    public bool IsDecided => Profile is not null && Doubts.All(doubt => !doubt.IsOpen);

    /// <summary>Decides a doubt by one of its choices.</summary>
    /// <param name="doubt">The doubt's key.</param>
    /// <param name="choice">The choice's key.</param>
    /// <exception cref="ArgumentException">There is no such doubt, or it has no such choice.</exception>
    public ProfileProposal Choose(string doubt, string choice)
    {
        ProfileDoubt found = Find(doubt);
        ProfileChoice chosen = found.Choices.FirstOrDefault(each => each.Key == choice)
            ?? throw new ArgumentException(
                found.Choices.IsEmpty
                    ? $"The doubt '{doubt}' has no choices: {found.Message} Use {found.Method}."
                    : $"The doubt '{doubt}' has no choice '{choice}', but "
                        + $"{string.Join(", ", found.Choices.Select(each => each.Key))}.",
                nameof(choice));
        return Decided(chosen.Apply(Profile!), found, $"{doubt}: {chosen.Text} (chosen)");
    }

    /// <summary>Says where a column of the table comes from, which decides a doubt about it.</summary>
    /// <param name="column">The column's name in the contract.</param>
    /// <param name="source">Where its text comes from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="ArgumentException">No table has the column.</exception>
    /// <exception cref="InvalidOperationException">The file is no table.</exception>
    public ProfileProposal Map(string column, ColumnSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ImportProfile profile = Profile ?? throw new InvalidOperationException($"{File}: {Refusal}");
        bool isSigned = column == KnownHeadings.Amount && profile.Amount is not null;
        profile = isSigned
            ? profile.WithAmount(AmountSource.FromColumn(source))
            : profile.WithColumn(column, source);
        return Decided(
            profile,
            Doubts.FirstOrDefault(each => each.Key == column),
            $"{column}: {SourceNames.Of(source)} (chosen)");
    }

    /// <summary>Decides a doubt by any change of the profile.</summary>
    /// <param name="doubt">The doubt's key.</param>
    /// <param name="change">Gives the profile that decides it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such doubt.</exception>
    public ProfileProposal Decide(string doubt, Func<ImportProfile, ImportProfile> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        ProfileDoubt found = Find(doubt);
        return Decided(change(Profile!), found, $"{doubt}: decided by the user");
    }

    /// <summary>The profile, for callers who want nothing left open.</summary>
    /// <exception cref="InvalidOperationException">The file is no table, or figures depend on something that is open;
    /// the message tells it.</exception>
    public ImportProfile GetOrThrow() =>
        IsDecided
            ? Profile!
            : throw new InvalidOperationException($"{File}: " + (Refusal
                ?? string.Join(' ', Doubts.Where(doubt => doubt.IsOpen).Select(doubt => doubt.ToString()))));

    private ProfileDoubt Find(string key) =>
        Doubts.FirstOrDefault(each => each.Key == key)
            ?? throw new ArgumentException(
                Doubts.IsEmpty
                    ? $"There is no doubt '{key}': the proposal has none."
                    : $"There is no doubt '{key}'. The doubts are "
                        + $"{string.Join(", ", Doubts.Select(each => each.Key))}.",
                nameof(key));

    private ProfileProposal Decided(ImportProfile profile, ProfileDoubt? doubt, string evidence) => new(
        File, profile, Refusal, Headings, Evidence.Add(evidence), Doubts.Where(each => each != doubt), BuiltIn);
}
