using CostCenters.Csv.Imports;
using CostCenters.Structure;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

public class ElementsCsvTests
{
    private const string Header = "code,name,nature,behavior,parent\n";

    [Fact]
    public void Read_Rows_AreElements()
    {
        ElementChart chart = Read(
            Header + "1,Cost,cost,,\n2,Sales,revenue,variable,\n3,Rent,cost,fixed,1\n4,Fuel,cost,mixed,1\n")
            .GetOrThrow();

        Assert.Equal(
            [ElementNature.Cost, ElementNature.Revenue, ElementNature.Cost, ElementNature.Cost],
            chart.Elements.Select(element => element.Nature));
        Assert.Equal(
            [null, ElementBehavior.Variable, ElementBehavior.Fixed, ElementBehavior.Mixed],
            chart.Elements.Select(element => element.Behavior));
        Assert.Equal(new ElementCode("1"), chart.Elements[2].Parent);
    }

    [Fact]
    public void Read_WithoutTheOptionalColumns_IsRead() =>
        Assert.Equal(2, Read("nature,code,NAME\ncost,1,a\nrevenue,2,b\n").GetOrThrow().Elements.Length);

    [Theory]
    [InlineData(",,,x,\n", "2 code missing-value; 2 name missing-value; 2 nature missing-value; "
        + "2 behavior bad-behavior")]
    [InlineData("1,n,expense,,\n", "2 nature bad-nature")]
    [InlineData("1,n,cost,Fixed,\n", "2 behavior bad-behavior")]
    [InlineData("1,n,cost,,\n2,n,cost,,\n1,m,cost,,\n", "4 code duplicate-code")]
    [InlineData("1,n,cost,,9\n", "2 parent unknown-parent")]
    [InlineData("1,n,cost,,2\n2,n,cost,,1\n", "2 parent cycle; 3 parent cycle")]
    [InlineData("1,n,bad,,\n2,n,cost,,1\n", "2 nature bad-nature")]
    [InlineData("1,n,cost,,\n01,n,cost,,\n", "")]
    public void Read_Rows_TellsEveryFaultWithItsLineAndColumn(string rows, string faults)
    {
        ImportResult<ElementChart> result = Read(Header + rows);

        Assert.Equal(faults, Faults(result.Issues));
        Assert.Equal(faults.Length == 0, result.Value is not null);
        Assert.Equal(rows.Count(c => c == '\n'), result.Counts.Read);
    }

    [Fact]
    public void Write_ThenRead_GivesTheSameRows()
    {
        const string Text = Header + "1,'+plus,cost,,\n\"a,b\",Sales,revenue,variable,\n3,Rent,cost,fixed,1\n";

        Assert.Equal(Text, Written(stream => ElementsCsv.Write(Read(Text).GetOrThrow(), stream)));
    }

    [Fact]
    public void Write_ElementWithAUnit_Throws()
    {
        var element = new CostElement(new ElementCode("1"), "Fuel", ElementNature.Cost, unit: "l");
        ElementChart chart = new ElementChart.Builder().Add(element).Build();

        Assert.Throws<ArgumentException>(() => ElementsCsv.Write(chart, Stream.Null));
    }

    private static ImportResult<ElementChart> Read(string text) =>
        ElementsCsv.Read(Input(text), ImportProfile.Contract);
}
