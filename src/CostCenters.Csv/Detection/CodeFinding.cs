using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>Finds codes that differ by their form alone: invisible characters, letter case, leading zeros, the
/// form of accents.</summary>
internal static class CodeFinding
{
    private const CodeNormalizations Invisible = CodeNormalizations.Spaces | CodeNormalizations.Trim;

    private const CodeNormalizations Visible =
        CodeNormalizations.Compose | CodeNormalizations.UpperCase | CodeNormalizations.WithoutLeadingZeros;

    /// <summary>Takes off what nobody sees, and tells of what may be one code.</summary>
    public static void Find(string name, ColumnFinding columns, ProposalDraft draft)
    {
        if (columns[name] is not SampleColumn column)
        {
            return;
        }

        string[] codes = [.. column.Filled.Distinct()];
        ColumnSource source = column.Source;
        if (FirstPair(codes, Invisible) is var (seen, hidden))
        {
            source = source.Normalized(Invisible);
            draft.Profile = draft.Profile.WithColumn(name, source);
            draft.Say($"{Shown(seen)} and {Shown(hidden)} in {column.Name} differ by characters that nobody sees: "
                + "they are read as one code.");
        }

        if (FirstPair(codes, Invisible | Visible) is var (one, other) && FirstPair([one, other], Invisible) is null)
        {
            ColumnSource plain = column.Source;
            draft.Hint(
                $"{name}-codes",
                $"{Shown(one)} and {Shown(other)} in {column.Name} may be one {name}; they are read as two.",
                "ColumnSource.Normalized",
                $"columns.{name}.normalize",
                new ProfileChoice(
                    "one",
                    "Letter case, leading zeros and the form of accents make no difference",
                    profile => profile.WithColumn(name, plain.Normalized(Invisible | Visible))));
        }
    }

    /// <summary>Two codes that are one when normalized; null where there are none.</summary>
    private static (string First, string Second)? FirstPair(string[] codes, CodeNormalizations normalizations)
    {
        string[]? pair = codes.GroupBy(code => NormalizedSource.Normalize(code, normalizations))
            .Select(group => group.Take(2).ToArray())
            .FirstOrDefault(group => group.Length > 1);
        return pair is null ? null : (pair[0], pair[1]);
    }

    private static string Shown(string code) => Cells.ShownText.Of(code);
}
