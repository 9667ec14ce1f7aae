using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Structure;

public class ElementChartTests
{
    [Fact]
    public void Build_SeveralElements_NumbersByAppearanceAndOrdersByCode()
    {
        var chart = Company.Space.Elements;

        Assert.Equal(["6000", "6100", "4000"], chart.Elements.Select(element => element.Code.Value));
        Assert.Equal<int>([2, 0, 1], chart.IndexesByCode);
        Assert.Equal(1, chart.IndexOf(Company.Freight));
        Assert.Equal("km", chart[Company.Freight].Unit);
    }

    [Fact]
    public void Lookup_UnknownCode_IsToldByName()
    {
        Assert.Contains(
            "none",
            Assert.Throws<KeyNotFoundException>(() => Company.Space.Elements[new ElementCode("none")]).Message,
            StringComparison.Ordinal);
        Assert.False(Company.Space.Elements.TryGet(new ElementCode("none"), out _));
        Assert.False(Company.Space.Elements.TryGet(default, out _));
    }

    [Fact]
    public void Build_SeveralFaults_ThrowsWithAllOfThemInOrder()
    {
        var builder = new ElementChart.Builder()
            .Add(Element("1", "9"))
            .Add(Element("2", "3"))
            .Add(Element("3", "2"))
            .Add(Element("4", "2"))
            .Add(Element("4"));

        var error = Assert.Throws<StructureException>(() => builder.Build());

        Assert.Equal(
            [
                (0, StructureFaultKind.UnknownParent, "1"),
                (1, StructureFaultKind.Cycle, "2"),
                (2, StructureFaultKind.Cycle, "3"),
                (4, StructureFaultKind.DuplicateCode, "4"),
            ],
            error.Faults.Select(fault => (fault.Row, fault.Kind, fault.Code)));
    }

    [Fact]
    public void CostElement_DefaultCodeOrNoName_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => new CostElement(default, "", ElementNature.Cost));
        Assert.Throws<ArgumentNullException>(() => new CostElement(new("1"), null!, ElementNature.Cost));
    }

    [Fact]
    public void CostElement_SameParts_AreEqual()
    {
        Assert.Equal(Element("1", "2"), Element("1", "2"));
        Assert.NotEqual(Element("1", "2"), Element("1"));
    }

    private static CostElement Element(string code, string? parent = null) =>
        new(new(code), "", ElementNature.Cost, parent: parent is null ? null : new ElementCode(parent));
}
