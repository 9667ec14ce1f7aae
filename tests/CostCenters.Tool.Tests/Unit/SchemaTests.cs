using System.Text.Json;
using CostCenters.Csv;
using CostCenters.Csv.Tests;
using Json.Schema;

namespace CostCenters.Tool.Tests.Unit;

/// <summary>What the schema of <c>book.json</c> accepts is what a book accepts.</summary>
public class SchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(ToolRun.Of("schema").Output);

    [Theory]
    [InlineData("""{"name":"A","currency":"EUR","calendar":{"kind":"months","firstMonth":1}}""", true)]
    [InlineData("""{"name":"A","currency":"EUR","calendar":{"kind":"months","firstMonth":4}}""", false)]
    [InlineData("""
        {"name":"A","currency":"EUR","calendar":{"kind":"months","firstMonth":4,"yearNamedBy":"end"}}
        """, true)]
    [InlineData("""{"name":"A","currency":"EUR","calendar":{"kind":"months","firstMonth":13}}""", false)]
    [InlineData("""{"name":"A","currency":"EUR","calendar":{"kind":"years","firstMonth":1}}""", false)]
    [InlineData("""{"name":"A","currency":"EUR"}""", false)]
    [InlineData("""{"name":"A","calendar":{"kind":"months","firstMonth":1}}""", false)]
    [InlineData("""
        {"name":"A","currency":{"code":"XYZ","digits":3},"calendar":{"kind":"months","firstMonth":1}}
        """, true)]
    [InlineData("""{"name":"A","currency":{"code":"XYZ"},"calendar":{"kind":"months","firstMonth":1}}""", false)]
    [InlineData("""{"name":"A","currency":"EUR","scale":4,"calendar":{"kind":"months","firstMonth":1}}""", true)]
    [InlineData("""{"name":"A","currency":"EUR","scale":13,"calendar":{"kind":"months","firstMonth":1}}""", false)]
    [InlineData("""{"name":"A","currency":"EUR","dialect":4,"calendar":{"kind":"months","firstMonth":1}}""", false)]
    [InlineData("""
        {"name":"A","currency":"EUR","calendar":{"kind":"weeks","pattern":"4-4-5",
         "yearEnd":{"month":1,"weekday":"saturday","rule":"last"},"yearNamedBy":"end"}}
        """, true)]
    [InlineData("""
        {"name":"A","currency":"EUR","calendar":{"kind":"weeks","pattern":"13x4",
         "yearEnd":{"month":12,"weekday":"sunday","rule":"nearest"},"week53":13}}
        """, true)]
    [InlineData("""
        {"name":"A","currency":"EUR","calendar":{"kind":"weeks","pattern":"4-4-5",
         "yearEnd":{"month":1,"weekday":"saturday","rule":"last"}}}
        """, false)]
    [InlineData("""
        {"name":"A","currency":"EUR","calendar":{"kind":"weeks","pattern":"4-4-4",
         "yearEnd":{"month":12,"weekday":"funday","rule":"last"}}}
        """, false)]
    public void Schema_OfADescription_AgreesWithTheBook(string json, bool isSound)
    {
        using TestBook book = new TestBook()
            .With("book.json", json)
            .With("budget.csv", "version,center,element,period,amount\n")
            .With("postings.csv", "date,center,element,amount\n")
            .Without("key-figures.csv");
        using JsonDocument description = JsonDocument.Parse(json);

        Assert.Equal(
            (isSound, isSound),
            (Schema.Evaluate(description.RootElement).IsValid, BookFolder.ReadCubes(book.Folder).Value is not null));
    }

    [Fact]
    public void Schema_OfAProfile_IsThatOfTheLibrary() => Assert.Equal(
        Csv.Json.ImportProfileJson.Schema(), ToolRun.Of("schema", "--profile").Output);
}
