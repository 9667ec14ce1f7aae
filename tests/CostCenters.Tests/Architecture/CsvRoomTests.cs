using CostCenters.Tests.Tidy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CostCenters.Tests.Architecture;

/// <summary>A room of the CSV package uses rooms above it only; what users call stands below all of them.</summary>
public class CsvRoomTests
{
    /// <summary>The last is the package's own namespace.</summary>
    private static readonly string[] Floors = ["Cells", "Imports", "Rows", "Tables", "Folders", "Bulk", "Profiles", ""];

    [Fact]
    public void Csv_Rooms_UseOnlyRoomsAboveThem() => Breaches.None(Forbidden(Sources.Csv));

    [Fact]
    public void Csv_Folders_AreKnownRooms() =>
        Assert.Empty(Repository.CodeUnder("src/CostCenters.Csv").Select(file => RoomOfPath(file.Path)).Distinct()
            .Except(Floors));

    [Theory]
    [InlineData("Cells", "Imports")]
    [InlineData("Rows", "Bulk")]
    [InlineData("Bulk", "")]
    public void Rooms_OneUsingARoomBelow_IsFound(string room, string other) =>
        Assert.NotEmpty(Forbidden(Build(room, other)));

    [Theory]
    [InlineData("Imports", "Cells")]
    [InlineData("", "Bulk")]
    public void Rooms_OneUsingARoomAbove_IsNotFound(string room, string other) =>
        Assert.Empty(Forbidden(Build(room, other)));

    private static CSharpCompilation Build(string room, string other) => Sources.Canary(
        File(other, "Other", "public class Other;"),
        File(room, "User", $"using {Namespace(other)}; public class User {{ public Other? Used => null; }}"));

    private static RepositoryFile File(string room, string name, string code) => new(
        $"src/CostCenters.Csv/{room}/{name}.cs".Replace("//", "/", StringComparison.Ordinal),
        $"namespace {Namespace(room)} {{ {code} }}");

    private static string Namespace(string room) =>
        room.Length == 0 ? "CostCenters.Csv" : "CostCenters.Csv." + room;

    private static List<Use> Forbidden(CSharpCompilation csv) =>
        [.. Uses.Of(csv)
            .Where(use => SymbolEqualityComparer.Default.Equals(use.Type.ContainingAssembly, csv.Assembly))
            .Where(use => use.Path.Length > 0
                && Array.IndexOf(Floors, RoomOfType(use.Type)) > Array.IndexOf(Floors, RoomOfPath(use.Path)))];

    private static string RoomOfPath(string path)
    {
        string[] parts = path.Split('/');
        return parts.Length > 3 ? parts[2] : "";
    }

    private static string RoomOfType(INamedTypeSymbol type)
    {
        string[] parts = type.ContainingNamespace.ToDisplayString().Split('.');
        return parts.Length > 2 ? parts[2] : "";
    }
}
