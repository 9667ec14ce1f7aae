using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace CostCenters.Tests.Architecture;

/// <summary>Who uses whom: printed as a matrix, and without a circle down to the last namespace.</summary>
public class RoomMatrixTests(ITestOutputHelper output)
{
    [Fact]
    public void Core_Rooms_AsAMatrix_HaveNoArrowUpward()
    {
        string[] rooms = [.. RoomTests.Order.Where(RoomsOf(Sources.Core).Contains)];
        var counts = Arrows(Sources.Core)
            .GroupBy(arrow => (From: RoomOf(arrow.From), To: RoomOf(arrow.To)))
            .Where(group => group.Key.From != group.Key.To && group.Key.From.Length > 0 && group.Key.To.Length > 0)
            .ToDictionary(group => group.Key, group => group.Count());

        output.WriteLine(Matrix(rooms, counts));
        Assert.All(counts.Keys, arrow =>
            Assert.True(
                Array.IndexOf(rooms, arrow.To) < Array.IndexOf(rooms, arrow.From), $"{arrow.From} uses {arrow.To}"));
    }

    [Fact]
    public void Namespaces_OfAllPackages_HaveNoCircle() =>
        Assert.All(Sources.Packages, package => Assert.Empty(Circle(Arrows(package))));

    [Fact]
    public void Canary_OfACircle_IsFound() => Assert.Equal(
        ["A", "B", "C"],
        Circle([new("A", "B"), new("B", "C"), new("C", "A"), new("D", "A"), new("A", "E")]).Order());

    /// <summary>What one file of a namespace needs from another namespace of the same package.</summary>
    private static List<Arrow> Arrows(CSharpCompilation package) =>
        [.. Uses.Of(package)
            .Where(use => use.Path.Length > 0 && use.Type.ContainingAssembly?.Name == package.AssemblyName)
            .Select(use => (use.Path, Arrow: new Arrow(
                NamespaceOf(use.Path, package), use.Type.ContainingNamespace.ToDisplayString())))
            .Where(use => use.Arrow.From != use.Arrow.To)
            .Distinct()
            .Select(use => use.Arrow)];

    private static string NamespaceOf(string path, CSharpCompilation package) =>
        string.Join('.', path.Split('/')[2..^1].Prepend(package.AssemblyName!));

    private static HashSet<string> RoomsOf(CSharpCompilation package) =>
        [.. Arrows(package).SelectMany(arrow => new[] { RoomOf(arrow.From), RoomOf(arrow.To) })];

    private static string RoomOf(string space) => space.Split('.') is [_, var room, ..] ? room : "";

    /// <summary>The namespaces that reach each other, or nothing.</summary>
    private static IEnumerable<string> Circle(IEnumerable<Arrow> arrows)
    {
        var left = arrows.Select(arrow => (arrow.From, arrow.To)).ToHashSet();
        while (true)
        {
            // Whoever uses nobody that is left, or is used by nobody that is left, stands in no circle.
            var ends = left.SelectMany(arrow => new[] { arrow.From, arrow.To }).Distinct()
                .Where(name => !left.Any(arrow => arrow.From == name) || !left.Any(arrow => arrow.To == name))
                .ToHashSet();
            if (ends.Count == 0)
            {
                return left.Select(arrow => arrow.From).Distinct();
            }

            left.RemoveWhere(arrow => ends.Contains(arrow.From) || ends.Contains(arrow.To));
        }
    }

    private static string Matrix(string[] rooms, Dictionary<(string From, string To), int> counts)
    {
        var text = new StringBuilder("files of the room on the left that use the room above\n");
        int width = rooms.Max(room => room.Length) + 1;
        text.Append(' ', width).AppendJoin(' ', rooms.Select(room => room[..4])).Append('\n');
        foreach (string room in rooms)
        {
            text.Append(room.PadRight(width)).AppendJoin(
                ' ', rooms.Select(other => counts.TryGetValue((room, other), out int count) ? $"{count,4}" : "   ."));
            text.Append('\n');
        }

        return text.ToString();
    }

    private sealed record Arrow(string From, string To);
}
