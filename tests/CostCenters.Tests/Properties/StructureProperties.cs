using CostCenters.Structure;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(Generators)])]
public class StructureProperties
{
    [Property]
    public void FindFaults_AnyCenters_AgreesWithLookingAtEveryDay(HierarchyCase c)
    {
        var faults = Organization.BuilderOf(c.Centers).FindFaults();

        Assert.Equal(
            c.Centers.SelectMany(center => center.Validities).Count(v => v.Parent >= c.Centers.Length),
            faults.Count(fault => fault.Kind == StructureFaultKind.UnknownParent));
        var overlapping = c.Centers.Where(HasOverlap).Select(center => center.Code).ToHashSet();
        Assert.Equal(
            overlapping,
            faults.Where(f => f.Kind == StructureFaultKind.OverlappingValidity).Select(f => f.Code).ToHashSet());
        Assert.Equal(faults.Select(fault => fault.Row).Order(), faults.Select(fault => fault.Row));
        if (overlapping.Count == 0)
        {
            // A cycle may last from one validity to the next; it is told where it begins.
            var cyclic = CyclesByDay(c.Centers);
            var told = faults.Where(fault => fault.Kind == StructureFaultKind.Cycle).Select(f => f.Code).ToHashSet();
            Assert.Equal(cyclic.Count > 0, told.Count > 0);
            Assert.Subset(cyclic, told);
        }
    }

    [Property]
    public void TreeAsOf_AnyDay_IsThePreorderOfTheParentsOfThatDay(ReportCase c)
    {
        var date = Organization.Day(c.AsOf);
        var expected = new List<(string Code, int Depth)>();
        Draw(-1, 0);

        var tree = c.Org.Space.Centers.TreeAsOf(date);

        Assert.Equal(expected, tree.Nodes.Select(node => (node.Center.Code.Value, node.Depth)));
        for (int place = 0; place < tree.Nodes.Length; place++)
        {
            Assert.Equal(place, tree.PlaceOf(tree.Nodes[place].Center.Code));
            Assert.Equal(
                Enumerable.Range(0, tree.Nodes.Length).Where(other => tree.Nodes[other].Parent == place),
                tree.ChildrenOf(place));
        }

        void Draw(int parent, int depth)
        {
            foreach (var center in c.Org.Centers
                .Where(center => center.PlacedAt(date).Parent == parent)
                .OrderBy(center => center.Code, StringComparer.Ordinal))
            {
                expected.Add((center.Code, depth));
                Draw(Array.IndexOf(c.Org.Centers, center), depth + 1);
            }
        }
    }

    private static bool HasOverlap(CenterSpec center) =>
        center.Validities.SelectMany((left, i) => center.Validities.Skip(i + 1).Select(right => (left, right)))
            .Any(pair => pair.left.FirstDay <= pair.right.LastDay && pair.right.FirstDay <= pair.left.LastDay);

    private static HashSet<string> CyclesByDay(CenterSpec[] centers)
    {
        var cyclic = new HashSet<string>();
        foreach (var date in Enumerable.Range(-1, 40).Select(Organization.Day))
        {
            foreach (var center in centers)
            {
                int above = center.PlacedAt(date).Parent;
                for (int steps = 0; steps < centers.Length && above >= 0 && above < centers.Length; steps++)
                {
                    if (centers[above] == center)
                    {
                        cyclic.Add(center.Code);
                        break;
                    }

                    above = centers[above].PlacedAt(date).Parent;
                }
            }
        }

        return cyclic;
    }
}
