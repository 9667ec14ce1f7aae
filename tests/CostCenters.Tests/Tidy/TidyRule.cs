using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostCenters.Tests.Tidy;

/// <summary>A rule about files: which it looks at, the lines that break it, and a text that does.</summary>
internal sealed partial record TidyRule(
    string Name,
    Func<RepositoryFile, bool> AppliesTo,
    Func<RepositoryFile, IEnumerable<int>> BrokenLines,
    RepositoryFile Canary)
{
    private const int LongestLine = 120;
    private const int LongestFile = 400;
    private const int LongestMethod = 60;

    public static IReadOnlyList<TidyRule> All { get; } =
    [
        new("Lines_AreShort", IsCode, file => LinesWhere(file, line => line.Length > LongestLine),
            Code("// " + new string('x', LongestLine))),
        new("Files_AreShort", IsCode, file => file.Lines.Count > LongestFile ? [LongestFile + 1] : [],
            Code(string.Concat(Enumerable.Repeat("// A line.\n", LongestFile + 1)))),
        new("Methods_AreShort", IsCode, LongMethods,
            Code("class C { void M()\n{\n" + string.Concat(Enumerable.Repeat("M();\n", LongestMethod)) + "} }")),
        new("Programs_AreShort", IsCode, LongPrograms,
            Code(string.Concat(Enumerable.Repeat("System.GC.Collect();\n", LongestMethod + 1)))),
        new("Types_HaveTheirOwnFile", IsSource, MisplacedTypes,
            Code("public class Canary; public class Second;", "src/CostCenters/Canary.cs")),
        new("Types_NameTheirFile", IsSource, MisplacedTypes,
            Code("internal class Other;", "src/CostCenters/Canary.cs")),
        new("Namespaces_AreFolders", IsSource, MisplacedNamespaces,
            Code("namespace CostCenters.Cubes;", "src/CostCenters/Ledgers/Canary.cs")),
        new("Leftovers_HaveAnIssue", IsCode, file => Comments(file, comment => Leftover().IsMatch(comment)),
            Code("// TO" + "DO: finish this.")),
        new("Sources_KeepOffTheConsole", file => IsSource(file) && !IsTool(file), file =>
            NodeLines<SimpleNameSyntax>(file, name => name.Identifier.ValueText == "Console"),
            Code("class C { void M() => System.Console.Beep(); }")),
        new("Regions_AreAbsent", IsCode, file => TriviaLines(file, SyntaxKind.RegionDirectiveTrivia),
            Code("#region Canary\n#endregion")),
        new("Pragmas_SayWhy", IsCode, UnexplainedPragmas, Code("#pragma warning disable CA1000\nclass C;")),
        new("Suppressions_SayWhy", IsCode, file => NodeLines<AttributeSyntax>(file, IsUnexplainedSuppression),
            Code("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"a\", \"b\")] class C;")),
        new("Comments_AreNotCode", IsCode, file => Comments(file, comment => DeadCode().IsMatch(comment)),
            Code("// total = total + 1;")),
        new("Tests_AreNotSkipped", IsCode, file => NodeLines<AttributeArgumentSyntax>(file, argument =>
            argument.NameEquals?.Name.Identifier.ValueText is "Skip" or "SkipWhen" or "SkipUnless" or "Explicit"),
            Code("class C { [Fact(Sk" + "ip = \"later\")] void M() { } }")),
        new("Words_AreTheProjectsOwn", IsProse, file => LinesWhere(file, line => ForeignWord().IsMatch(line)),
            Code("// Written with A" + "I.")),
        new("Words_AreTheProjectsOwn_InAnyCase", IsProse, file => LinesWhere(file, line => ForeignWord().IsMatch(line)),
            Code("// The Assis" + "tant says so.")),
        new("Paths_AreOfNoMachine", IsText, file => LinesWhere(file, line => MachinePath().IsMatch(line)),
            Code("// See /wo" + "rk/canary.")),
        new("PackagePages_LinkNowhere", IsPackagePage, file => LinesWhere(file, line =>
            line.Contains("](", StringComparison.Ordinal) || line.Contains("://", StringComparison.Ordinal)),
            Code("See [the docs](../../docs).", "src/Canary/README.md")),
        new("Sources_DocumentEveryMember", IsPackageProject, file => LinesWhere(file, MentionsMissingDocs),
            Code("<NoWarn>CS1591</NoWarn>", "src/Canary.csproj")),
    ];

    private static bool MentionsMissingDocs(string line) => line.Contains("CS1591", StringComparison.Ordinal);

    private static RepositoryFile Code(string text, string path = "src/Canary.cs") => new(path, text);

    private static bool IsCode(RepositoryFile file) => file.Path.EndsWith(".cs", StringComparison.Ordinal);

    private static bool IsSource(RepositoryFile file) =>
        IsCode(file) && file.Path.StartsWith("src/", StringComparison.Ordinal);

    private static bool IsTool(RepositoryFile file) =>
        file.Path.StartsWith("src/CostCenters.Tool/", StringComparison.Ordinal);

    private static bool IsPackageProject(RepositoryFile file) =>
        IsProject(file) && (file.Path.StartsWith("src/", StringComparison.Ordinal) || file.Name == file.Path);

    // What a package shows stands on pages to which no path of the repository leads.
    private static bool IsPackagePage(RepositoryFile file) =>
        file.Path.StartsWith("src/", StringComparison.Ordinal) && file.Name == "README.md";

    private static bool IsProject(RepositoryFile file) =>
        Path.GetExtension(file.Path) is ".csproj" or ".props" or ".targets";

    // Lock files hold hashes, in which any word may stand.
    private static bool IsText(RepositoryFile file) => file.Name != "packages.lock.json";

    private static bool IsProse(RepositoryFile file) =>
        IsCode(file) || IsProject(file) || Path.GetExtension(file.Path) == ".md" || file.Path == ".ci/run";

    private static IEnumerable<int> LinesWhere(RepositoryFile file, Func<string, bool> isBroken) =>
        file.Lines.Index().Where(line => isBroken(line.Item)).Select(line => line.Index + 1);

    private static IEnumerable<int> NodeLines<T>(RepositoryFile file, Func<T, bool> isBroken)
        where T : SyntaxNode =>
        file.Syntax.DescendantNodes().OfType<T>().Where(isBroken).Select(node => FirstLine(node.GetLocation()));

    private static IEnumerable<int> TriviaLines(RepositoryFile file, SyntaxKind kind) =>
        file.Syntax.DescendantTrivia().Where(trivia => trivia.IsKind(kind))
            .Select(trivia => FirstLine(trivia.GetLocation()));

    private static IEnumerable<int> Comments(RepositoryFile file, Func<string, bool> isBroken) =>
        file.Syntax.DescendantTrivia()
            .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
                or SyntaxKind.SingleLineDocumentationCommentTrivia)
            .Where(trivia => isBroken(trivia.ToFullString()))
            .Select(trivia => FirstLine(trivia.GetLocation()));

    private static IEnumerable<int> LongMethods(RepositoryFile file) =>
        NodeLines<SyntaxNode>(file, node =>
            node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
                or PropertyDeclarationSyntax { ExpressionBody: not null }
            && Height(AfterAttributes(node), node) > LongestMethod);

    private static SyntaxNodeOrToken AfterAttributes(SyntaxNode node) =>
        node.ChildNodesAndTokens().First(child => !child.IsKind(SyntaxKind.AttributeList));

    private static IEnumerable<int> LongPrograms(RepositoryFile file)
    {
        var statements = file.Syntax.Members.OfType<GlobalStatementSyntax>()
            .Where(member => member.Statement is not LocalFunctionStatementSyntax).ToList();
        return statements.Count > 0 && Height(statements[0], statements[^1]) > LongestMethod ? [1] : [];
    }

    private static int Height(SyntaxNodeOrToken first, SyntaxNode last) =>
        last.GetLocation().GetLineSpan().EndLinePosition.Line - FirstLine(first.GetLocation()!) + 2;

    private static int FirstLine(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;

    // A part of a partial type lies in Type.Part.cs.
    private static IEnumerable<int> MisplacedTypes(RepositoryFile file)
    {
        var types = file.Syntax.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax).ToList();
        var open = types.Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword)).ToList();
        string name = file.Name.Split('.')[0];
        bool isNamed = (open.Count > 0 ? open : types).Exists(type => NameOf(type) == name);
        return types.Count == 0 || (open.Count <= 1 && isNamed) ? [] : [FirstLine(types[0].GetLocation())];
    }

    private static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax named => named.Identifier.ValueText,
        DelegateDeclarationSyntax named => named.Identifier.ValueText,
        _ => "",
    };

    private static IEnumerable<int> MisplacedNamespaces(RepositoryFile file)
    {
        string folder = string.Join('.', file.Path.Split('/')[1..^1]);
        return NodeLines<BaseNamespaceDeclarationSyntax>(file, space => space.Name.ToString() != folder);
    }

    private static IEnumerable<int> UnexplainedPragmas(RepositoryFile file) =>
        TriviaLines(file, SyntaxKind.PragmaWarningDirectiveTrivia)
            .Where(line => file.Lines[line - 1].Contains("disable", StringComparison.Ordinal))
            .Where(line => !file.Lines[line - 1].Contains("//", StringComparison.Ordinal))
            .Where(line => line == 1 || !file.Lines[line - 2].TrimStart().StartsWith("//", StringComparison.Ordinal));

    private static bool IsUnexplainedSuppression(AttributeSyntax attribute) =>
        attribute.Name.ToString().Split('.')[^1] is "SuppressMessage" or "UnconditionalSuppressMessage"
        && attribute.ArgumentList?.Arguments.Any(argument =>
            argument.NameEquals?.Name.Identifier.ValueText == "Justification") != true;

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b(?!.*#\d+)")]
    private static partial Regex Leftover();

    // A sentence does not end like a statement.
    [GeneratedRegex(@"^//(?!/).*(;|\{|=>)\s*$|^//\s*\}\s*$")]
    private static partial Regex DeadCode();

    [GeneratedRegex(@"\bA[I]\b|\b[Aa]ssistan[t]s?\b")]
    private static partial Regex ForeignWord();

    [GeneratedRegex(@"(?<![\w./*])/(work|tmp|root|home|farm)/")]
    private static partial Regex MachinePath();
}
