using CostCenters.Allocations;
using CostCenters.Allocations.Activities;
using CostCenters.Allocations.Chains;
using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Structure;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

/// <summary>The tables of allocations: drivers, rules, prices.</summary>
public class AllocationTablesTests
{
    private const string Charts = "code,name,nature,behavior,parent,category\n"
        + "rent,Rent,cost,fixed,,primary\n"
        + "sales,Sales,revenue,,,primary\n"
        + "charge,Charge,cost,,,secondary\n";

    private const string Drivers = "driver,receiver,value,from,through\n";
    private const string Rules =
        "rule,sender,method,basis,driver,elements,percent,first,booked_on,from,through\n";

    private const string Prices = "service,fixed_rate,variable_rate,from,through\n";

    private const string GoodDrivers = Drivers
        + "heads,A,1,,2026-P03\n"
        + "heads,A,3.5,2026-P04,\n"
        + "heads,B,,2026-P02,2026-P06\n";

    private const string GoodRules = Rules
        + "rent,ROOT,direct,weights,heads,rent;charge,,100.00,charge,,2026-P03\n"
        + "rent,ROOT,reciprocal,weights,heads,,,,charge,2026-P04,\n"
        + "rest,A,step-down,percentages,split,rent,,,,,\n"
        + "rest,ROOT,step-down,weights,heads,rent,,,,,\n"
        + "most,A,most-served,weights,heads,,12.5,,charge,,\n"
        + "price,A,greatest-amount,fixed-amounts,amounts,,,,charge,,\n";

    private const string GoodPrices = Prices + "A,10,0.25,,2026-P06\nA,11.5,0.25,2026-P07,\n";

    [Theory]
    [InlineData(",,x,2026,2026-P13\n",
        "2 driver missing-value; 2 receiver missing-value; 2 value bad-number; 2 from bad-period; "
            + "2 through bad-period")]
    [InlineData("d,X,1.0000001,2026-P02,2026-P01\n",
        "2 receiver unknown-center; 2 value too-many-digits; 2 through reversed-validity")]
    [InlineData("d,A,1,,2026-P03\nd,A,2,2026-P03,\nd,B,2,2026-P03,\n", "3 from overlapping-validity")]
    public void Drivers_Rows_TellEveryFault(string rows, string faults)
    {
        ImportResult<IReadOnlyList<DriverLine>> result =
            DriversCsv.Read(Input(Drivers + rows), Space(), ImportProfile.Contract);

        Assert.Equal(faults, Faults(result.Issues));
        Assert.Equal(result.Counts.Accepted, result.Value!.Count);
    }

    [Theory]
    [InlineData(",,,,2026-P01\n",
        "2 service missing-value; 2 fixed_rate missing-value; 2 variable_rate missing-value")]
    [InlineData("X,-1,1000000001,2026-P00,\n",
        "2 service unknown-center; 2 fixed_rate out-of-range; 2 variable_rate out-of-range; 2 from bad-period")]
    [InlineData("A,1,1,,\nA,2,2,2026-P01,\n", "3 from overlapping-validity")]
    public void Prices_Rows_TellEveryFault(string rows, string faults)
    {
        ImportResult<IReadOnlyList<ServicePrice>> result =
            PricesCsv.Read(Input(Prices + rows), Space(), ImportProfile.Contract);

        Assert.Equal(faults, Faults(result.Issues));
        Assert.Equal(result.Counts.Accepted, result.Value!.Count);
    }

    [Theory]
    [InlineData(
        ",,,,,,,,,,2026-P01\n",
        "2 rule missing-value; 2 sender missing-value; 2 method missing-value; 2 basis missing-value; "
            + "2 driver missing-value")]
    [InlineData(
        "r,X,simple,shares,d,rent;none,0,0,rent,x,2026-P01\n",
        "2 sender unknown-center; 2 method bad-choice; 2 basis bad-choice; 2 elements unknown-element; "
            + "2 percent out-of-range; 2 first bad-choice; 2 booked_on bad-choice; 2 from bad-period")]
    [InlineData("r,A,direct,weights,d,sales,,,charge,,\n", "2 elements bad-nature")]
    [InlineData("r,A,direct,weights,d,,,0,charge,,\n", "2 first out-of-range")]
    [InlineData("r,A,direct,weights,d,,,5,,,\n", "2 first bad-choice")]
    [InlineData("r,A,direct,fixed-amounts,d,,50,,charge,,\n", "2 basis bad-choice")]
    [InlineData("r,A,direct,fixed-amounts,d,,,,,,\n", "2 basis bad-choice")]
    [InlineData(
        "r,A,direct,weights,d,,,,charge,,\nr,B,reciprocal,weights,d,,,,charge,,\n",
        "2 rule incomplete-document; 3 method mixed-document")]
    [InlineData(
        "r,A,direct,weights,d,,,,charge,,\nr,A,direct,weights,e,,,,charge,,\n",
        "2 sender duplicate-value; 3 sender duplicate-value")]
    [InlineData(
        "r,A,direct,weights,d,,,,charge,,2026-P02\nr,A,direct,weights,d,,,,charge,2026-P02,\n",
        "3 from overlapping-validity")]
    public void Allocations_Rows_TellEveryFaultAndStandTogether(string rows, string faults)
    {
        ImportResult<IReadOnlyList<AllocationRule>> result =
            AllocationsCsv.Read(Input(Rules + rows), Space(elements: Charts), ImportProfile.Contract);

        Assert.Equal(faults, Faults(result.Issues));
        Assert.Equal(
            rows.Count(letter => letter == '\n'), result.Counts.Accepted + result.Counts.Rejected);
    }

    [Fact]
    public void Write_ThenRead_GivesTheSameRows()
    {
        CubeSpace space = Space(elements: Charts);
        ImportProfile profile = ImportProfile.Contract;

        Assert.Equal(GoodDrivers, Written(stream => DriversCsv.Write(
            DriversCsv.Read(Input(GoodDrivers), space, profile).GetOrThrow(), stream)));
        Assert.Equal(GoodRules, Written(stream => AllocationsCsv.Write(
            AllocationsCsv.Read(Input(GoodRules), space, profile).GetOrThrow(), space, stream)));
        Assert.Equal(GoodPrices, Written(stream => PricesCsv.Write(
            PricesCsv.Read(Input(GoodPrices), space, profile).GetOrThrow(), stream)));
    }

    [Fact] // A has 101 rent in January, which goes to ROOT; the tables stay beside the book when it is written.
    public void Folder_ReadAndWritten_RunsAChain()
    {
        using TestBook folder = new TestBook()
            .With("elements.csv", Charts)
            .With("drivers.csv", Drivers + "all,ROOT,1,,\n")
            .With("allocations.csv", Rules + "up,A,direct,weights,all,,,,charge,,\n");
        ImportResult<Book> read = folder.Read();
        Book book = read.GetOrThrow();
        AllocationTables tables = BookFolder.ReadAllocations(folder.Folder, book.Space).GetOrThrow();
        var january = new FiscalPeriod(2026, 1);

        AllocationChain chain = AllocationChain.Create(
            book.Snapshot().ToLayers()[LayerKey.Actual],
            tables.Rules,
            DriverTable.Create(tables.Drivers),
            new FiscalPeriodRange(january, january),
            new DriverRules(DriverTreatment.Refuse, DriverTreatment.Refuse, DriverTreatment.Refuse));

        Assert.DoesNotContain(read.Issues, issue => issue.Code == ImportIssueCode.IgnoredFile);
        Assert.Equal(101m, chain.Steps.Single().Out);
        Assert.Empty(tables.Prices);
        BookFolder.Write(book, folder.Folder);
        BookFolder.WriteAllocations(tables, book.Space, folder.Folder);
        Assert.Equal(Charts, File.ReadAllText(folder.PathOf("elements.csv")));
        Assert.Equal(
            "up", BookFolder.ReadAllocations(folder.Folder, book.Space).GetOrThrow().Rules.Single().Name);
    }

    [Fact]
    public void Folder_Missing_IsTold() => Assert.Equal(
        ImportIssueCode.MissingFile,
        BookFolder.ReadAllocations(Path.Combine(Path.GetTempPath(), "no-such-book"), Space()).Issues.Single().Code);

    [Fact]
    public void Elements_Category_IsReadAndWrittenWhereThereIsASecondaryOne()
    {
        Assert.Equal(Charts, Written(stream => ElementsCsv.Write(Space(elements: Charts).Elements, stream)));
        Assert.Equal(Elements, Written(stream => ElementsCsv.Write(Space().Elements, stream)));
        Assert.Equal(
            "2 category bad-choice",
            Faults(ElementsCsv.Read(
                Input("code,name,nature,category\nx,X,cost,third\n"), ImportProfile.Contract).Issues));
    }

    [Fact]
    public void Write_WhatAFileHasNoPlaceFor_Throws()
    {
        CubeSpace space = Space(elements: Charts);
        RuleSender[] senders = [new(new("A"), DriverBasis.Weights, new("d"))];
        AllocationRule rule = AllocationRule.Distribution(
            "r", AllocationMethod.StepDown([new CenterCode("B")]), senders, [], PoolPart.Whole);

        Assert.Throws<ArgumentException>(() => AllocationsCsv.Write([rule], space, Stream.Null));
    }
}
