using CostCenters.Tests.Tidy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CostCenters.Tests.Architecture;

/// <summary>A room of the core uses rooms above it only; analyses know neither journal nor ledger.</summary>
public class RoomTests
{
    private static readonly string[] Floors =
    [
        "Monetary", "Calendars", "Structure", "KeyFigures", "Cubes", "Explanations", "Journals", "Ledgers", "Budgets",
        "CostBehavior", "Control", "Books",
    ];

    private static readonly string[] Analyses =
        ["Reports", "Variances", "UnitCosts", "Support", "Allocations", "Forecasts", "Profitability"];

    /// <summary>Where facts are recorded: analyses read cubes, and never these.</summary>
    private static readonly string[] Records = ["Journals", "Ledgers", "Control", "Books"];

    /// <summary>All rooms, from the top down.</summary>
    public static string[] Order { get; } = [.. Floors, .. Analyses];

    [Fact]
    public void Core_Rooms_UseOnlyRoomsAboveThem() => Breaches.None(Forbidden(Sources.Core));

    [Fact]
    public void Core_Folders_AreKnownRooms() =>
        Assert.Empty(Repository.CodeUnder("src/CostCenters").Select(file => RoomOfPath(file.Path)).Distinct()
            .Except([.. Floors, .. Analyses, ""]));

    [Theory]
    [InlineData("Cubes", "Ledgers")]
    [InlineData("Monetary", "Variances")]
    [InlineData("KeyFigures", "Cubes")]
    [InlineData("Explanations", "Variances")]
    [InlineData("Variances", "Ledgers")]
    [InlineData("Reports", "Books")]
    [InlineData("UnitCosts", "Forecasts")]
    [InlineData("Reports", "Variances")]
    [InlineData("", "Monetary")]
    public void Rooms_OneUsingAForbiddenRoom_IsFound(string room, string other)
    {
        Assert.All(WaysToUse, way => Assert.NotEmpty(Forbidden(Build(room, other, way))));
    }

    [Theory]
    [InlineData("Ledgers", "Cubes")]
    [InlineData("Variances", "Budgets")]
    [InlineData("Profitability", "Variances")]
    [InlineData("Books", "Control")]
    [InlineData("Variances", "Variances")]
    [InlineData("Monetary", "")]
    public void Rooms_OneUsingAnAllowedRoom_IsNotFound(string room, string other) =>
        Assert.All(WaysToUse, way => Assert.Empty(Forbidden(Build(room, other, way))));

    // A constant and a name leave no trace in the built assembly, which is why the sources are asked.
    private static string[] WaysToUse =>
    [
        "private readonly Other? other; public bool Has => other is null;",
        "public int Constant() => Other.Constant;",
        "public List<Other[]> Generic(Func<Other, int> function) => [];",
        "public sealed class Heir : Other;",
        "public int Member() => new Other().Size;",
        "public string Name() => nameof(Other);",
    ];

    private static CSharpCompilation Build(string room, string other, string way) => Sources.Canary(
        new RepositoryFile(
            $"src/CostCenters/{other}/Other.cs".Replace("//", "/", StringComparison.Ordinal),
            $"namespace {Namespace(other)}; "
            + "public class Other { public const int Constant = 1; public int Size => 2; }"),
        new RepositoryFile(
            $"src/CostCenters/{room}/User.cs".Replace("//", "/", StringComparison.Ordinal),
            $"using {Namespace(other)}; namespace {Namespace(room)}; public class User {{ {way} }}"));

    private static string Namespace(string room) => room.Length == 0 ? "CostCenters" : "CostCenters." + room;

    private static List<Use> Forbidden(CSharpCompilation core) =>
        [.. Uses.Of(core)
            .Where(use => SymbolEqualityComparer.Default.Equals(use.Type.ContainingAssembly, core.Assembly))
            .Where(use => !MayUse(RoomOfPath(use.Path), RoomOfType(use.Type)))];

    private static bool MayUse(string room, string used)
    {
        if (room == used || used.Length == 0)
        {
            return true;
        }

        int floor = Array.IndexOf(Order, used);
        return floor >= 0
            && floor < Array.IndexOf(Order, room)
            && !(Analyses.Contains(room) && Records.Contains(used));
    }

    private static string RoomOfPath(string path)
    {
        string[] parts = path.Split('/');
        return parts.Length > 3 ? parts[2] : "";
    }

    private static string RoomOfType(INamedTypeSymbol type)
    {
        string[] parts = type.ContainingNamespace.ToDisplayString().Split('.');
        return parts.Length > 1 ? parts[1] : "";
    }
}
