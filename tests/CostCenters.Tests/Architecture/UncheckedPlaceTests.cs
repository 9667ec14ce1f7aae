using System.Globalization;
using System.Text.RegularExpressions;
using CostCenters.Tests.Tidy;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostCenters.Tests.Architecture;

/// <summary>
/// Holds <c>docs/decisions/unchecked-places.md</c> against the sources: each place that the runtime does not check is
/// counted there, says beside it why it is safe, and has a test at its border.
/// </summary>
public partial class UncheckedPlaceTests
{
    private static readonly IReadOnlyList<RepositoryFile> Code = Repository.CodeUnder("src");

    [Fact]
    public void Page_CountsThePlacesOfEveryFile() => Assert.Equal(
        Code.Select(file => (file.Path, Count: CountOf(file.Text)))
            .Where(pair => pair.Count > 0)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Path} {pair.Count}")),
        Rows().Select(row => $"src/{row[0].Trim('`')} {row[1]}").Order(StringComparer.Ordinal));

    [Fact]
    public void Page_NamesTestsThatThereAre()
    {
        HashSet<string> methods = [.. Repository.CodeUnder("tests")
            .SelectMany(file => TestMethod().Matches(file.Text))
            .Select(match => match.Groups[1].Value)];

        Breaches.None(Rows().SelectMany(row => row[3].Split(", "))
            .Select(test => test.Trim('`'))
            .Where(test => !methods.Contains(test.Split('.')[^1])));
    }

    [Fact]
    public void EveryPlace_SaysWhyItIsSafe() => Breaches.None(Code.SelectMany(Unexplained));

    [Fact]
    public void Unexplained_OfACanary_FindsIt()
    {
        Assert.Equal(["src/Canary.cs C.M"], Unexplained(Canary("")));
        Assert.Empty(Unexplained(Canary("// Safe: it is not called.")));
        Assert.Equal(1, CountOf("System.Runtime.CompilerServices.Unsafe.Add(ref first, Unsafe.SizeOf<int>());"));
    }

    private static RepositoryFile Canary(string comment) => new("src/Canary.cs", $$"""
        class C
        {
            int M(ref int first)
            {
                {{comment}}
                return Unsafe.Add(ref first, 1);
            }
        }
        """);

    private static IEnumerable<string> Unexplained(RepositoryFile file) =>
        CountOf(file.Text) == 0 ? [] : file.Syntax.DescendantNodes()
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax
                && CountOf(member.ToString()) > 0
                && !member.ToFullString().Contains("// Safe: ", StringComparison.Ordinal))
            .Select(member => $"{file.Path} {NameOf(member.Parent)}.{NameOf(member)}");

    private static string NameOf(Microsoft.CodeAnalysis.SyntaxNode? node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => "?",
    };

    private static int CountOf(string text) => Place().Count(text);

    private static IEnumerable<string[]> Rows() =>
        Repository.Texts.Single(file => file.Path == "docs/decisions/unchecked-places.md").Lines
            .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split(" | "));

    [GeneratedRegex(@"\b(Unsafe|MemoryMarshal|(Immutable)?CollectionsMarshal)\.(?!SizeOf)[A-Z]"
        + @"|\.(LoadUnsafe|StoreUnsafe|Prefetch0)\(|UnsafeAddrOfPinned|AllocateUninitialized|LibraryImport\(")]
    private static partial Regex Place();

    [GeneratedRegex(@"\bvoid (\w+)\(")]
    private static partial Regex TestMethod();
}
