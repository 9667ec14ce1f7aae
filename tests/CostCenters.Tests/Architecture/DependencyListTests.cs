using System.Text.Json;
using CostCenters.Tests.Tidy;

namespace CostCenters.Tests.Architecture;

/// <summary>Holds <c>docs/dependencies.md</c> against the lock files.</summary>
public class DependencyListTests
{
    private static readonly string[] AllowedLicences =
        ["MIT", "Apache-2.0", "BSD-3-Clause", "MS-PL OR Apache-2.0", "PostgreSQL"];

    [Fact]
    public void List_NamesEveryLockedPackage() => Assert.Equal(
        Locked().Order(StringComparer.OrdinalIgnoreCase),
        Listed().Select(row => $"{row[0]} {row[1]}: {row[3]}").Order(StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void List_HasAllowedLicencesAlone() => Breaches.None(
        Listed().Where(row => !AllowedLicences.Contains(row[2])).Select(row => string.Join(' ', row)));

    [Fact]
    public void LockFiles_LieBesideEveryProject() => Breaches.None(
        Repository.Texts
            .Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => file.Path != "tests/Consumer/Consumer.csproj")
            .Select(file => file.Path[..file.Path.LastIndexOf('/')] + "/packages.lock.json")
            .Except(Repository.Texts.Select(file => file.Path)));

    private static IEnumerable<string[]> Listed() =>
        Repository.Texts.Single(file => file.Path == "docs/dependencies.md").Lines
            .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split(" | "));

    /// <summary>Each package and version with the folders of the projects that it is locked for.</summary>
    private static IEnumerable<string> Locked() =>
        Repository.Texts
            .Where(file => file.Name == "packages.lock.json")
            .SelectMany(file => PackagesOf(file).Select(package => (
                Package: package, Folder: file.Path[..file.Path.IndexOf('/', StringComparison.Ordinal)])))
            .GroupBy(pair => pair.Package, pair => pair.Folder)
            .Select(group =>
                $"{group.Key}: {string.Join(", ", group.Distinct().Order(StringComparer.Ordinal))}");

    private static IEnumerable<string> PackagesOf(RepositoryFile file)
    {
        using var json = JsonDocument.Parse(file.Text);
        return
        [
            .. json.RootElement.GetProperty("dependencies").EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() != "Project")
                .Select(package => $"{package.Name} {package.Value.GetProperty("resolved").GetString()}"),
        ];
    }
}
