using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostCenters.Tests.Tidy;

/// <summary>The text of docs/errors.md, made of the codes and their doc comments.</summary>
internal static partial class ErrorPage
{
    // The title of each list, and the type whose members it shows.
    private static readonly (string Title, string Path)[] Lists =
    [
        ("Import issues", "src/CostCenters.Csv/Imports/ImportIssueCode.cs"),
        ("Refused commands", "src/CostCenters/Journals/CommandFaultKind.cs"),
        ("Faults of the structure", "src/CostCenters/Structure/StructureFaultKind.cs"),
        ("Faults of an allocation", "src/CostCenters/Allocations/AllocationFaultKind.cs"),
        ("Findings of a report", "src/CostCenters/Reports/FindingKind.cs"),
        ("Findings of an allocation", "src/CostCenters/Allocations/AllocationFindingKind.cs"),
        ("Findings of budget rules", "src/CostCenters/Control/Checks/RuleFinding.cs"),
        ("Findings of earned value", "src/CostCenters/Forecasts/EarnedValueFinding.cs"),
        ("Why a figure is missing", "src/CostCenters/KeyFigures/FigureGap.cs"),
    ];

    public static string Text()
    {
        var page = new StringBuilder();
        page.Append("# Errors and findings\n\nThe stable codes of what the library refuses or points out, and what "
            + "each means. Generated from the code;\na test holds it.\n");
        foreach ((string title, string path) in Lists)
        {
            RepositoryFile file = Repository.Texts.Single(text => text.Path == path);
            BaseTypeDeclarationSyntax type = file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().First();
            page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n`{type.Identifier.Text}`. ")
                .Append(SummaryOf(type)).Append("\n\n")
                .Append("| code | meaning |\n|---|---|\n");
            foreach ((string code, string meaning) in MembersOf(type))
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{code}` | {meaning} |\n");
            }
        }

        return page.ToString();
    }

    private static IEnumerable<(string Code, string Meaning)> MembersOf(BaseTypeDeclarationSyntax type) => type switch
    {
        EnumDeclarationSyntax kinds => kinds.Members.Select(member => (member.Identifier.Text, SummaryOf(member))),
        TypeDeclarationSyntax codes => codes.Members.OfType<FieldDeclarationSyntax>()
            .Where(field => field.Modifiers.Any(modifier => modifier.Text == "const"))
            .Select(field => (
                ((LiteralExpressionSyntax)field.Declaration.Variables[0].Initializer!.Value).Token.ValueText,
                SummaryOf(field))),
        _ => [],
    };

    private static string SummaryOf(MemberDeclarationSyntax member)
    {
        string comment = DocMark().Replace(member.GetLeadingTrivia().ToFullString(), " ");
        string summary = Summary().Match(comment).Groups[1].Value;
        string plain = Tag().Replace(Reference().Replace(summary, "`$1`"), "")
            .Replace("|", "\\|", StringComparison.Ordinal);
        return Spaces().Replace(plain, " ").Trim().Replace("&lt;", "<", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\s*///", RegexOptions.Multiline)]
    private static partial Regex DocMark();

    [GeneratedRegex("<summary>(.*?)</summary>", RegexOptions.Singleline)]
    private static partial Regex Summary();

    [GeneratedRegex("""<(?:see|paramref) (?:cref|name|langword)="([^"]+)"\s*/>""")]
    private static partial Regex Reference();

    [GeneratedRegex("</?[a-z]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
