using CostCenters.Csv.Imports;
using CostCenters.Structure;
using NodaTime;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

public class CentersCsvTests
{
    private const string Header = "code,name,kind,parent,valid_from,valid_to\n";

    [Fact]
    public void Read_SeveralValidities_AreOneCenter()
    {
        CenterHierarchy centers = Read(
            Header + "R,Root,investment,,,\nA,Old,cost,R,,2025-12-31\nA,New,profit,,2026-01-01,9999-12-31\n")
            .GetOrThrow();

        Assert.Equal(["R", "A"], centers.Centers.Select(center => center.Code.Value));
        Center center = centers[new CenterCode("A")];
        Assert.Equal(
            ("Old", CenterKind.Cost, "R"), Describe(center.At(new LocalDate(2025, 12, 31))!));
        Assert.Equal(
            ("New", CenterKind.Profit, null), Describe(center.At(new LocalDate(2026, 1, 1))!));
    }

    [Theory]
    [InlineData(",,,,,x\n", "2 code missing-value; 2 name missing-value; 2 kind missing-value; 2 valid_to bad-date")]
    [InlineData("A,n,Cost,,,\n", "2 kind bad-kind")]
    [InlineData("A,n,cost,,2026-02-30,2026-13-01\n", "2 valid_from bad-date; 2 valid_to bad-date")]
    [InlineData("A,n,cost,,1899-12-31,\n", "2 valid_from bad-date")]
    [InlineData("A,n,cost,,2026-02-01,2026-01-31\n", "2 valid_to reversed-validity")]
    [InlineData("A,n,cost,,2026-02-01,2026-02-01\n", "")]
    [InlineData("A,n,cost,Z,,\n", "2 parent unknown-parent")]
    [InlineData("A,n,cost,a,,\na,n,cost,,,\n", "")]
    [InlineData("A,n,cost,A,,\n", "2 parent cycle")]
    [InlineData("A,n,cost,B,,\nB,n,cost,A,,\n", "2 parent cycle; 3 parent cycle")]
    [InlineData("A,n,cost,,,\nA,m,cost,,,\n", "3 valid_from overlapping-validity")]
    [InlineData("A,n,cost,,2026-02-01,\nA,m,cost,,,2026-02-01\n", "3 valid_from overlapping-validity")]
    [InlineData("A,n,cost,,,2026-01-31\nA,m,cost,B,2026-02-01,\nB,n,cost,A,,\n", "3 parent cycle")]
    [InlineData("A\n", "2 ragged-row")]
    [InlineData("A,\"n\"x,cost,,,\n", "2 bad-quoting")]
    [InlineData("A\0,n,cost,,,\n", "2 bad-encoding")]
    public void Read_Rows_TellsEveryFaultWithItsLineAndColumn(string rows, string faults)
    {
        ImportResult<CenterHierarchy> result = Read(Header + rows);

        Assert.Equal(faults, Faults(result.Issues));
        Assert.Equal(faults.Length == 0, result.Value is not null);
        Assert.Equal(rows.Count(c => c == '\n'), result.Counts.Read);
    }

    // The parent has a row, so there is nothing to correct in the child's.
    [Fact]
    public void Read_ParentWhoseRowIsFaulty_IsNotUnknown() =>
        Assert.Equal("2 kind bad-kind", Faults(Read(Header + "R,Root,bad,,,\nA,Alpha,cost,R,,\n").Issues));

    [Fact]
    public void Read_FaultsBetweenRows_CountTheRowsAsRejected() =>
        Assert.Equal(
            new ImportCounts(1, 2),
            Read(Header + "A,n,cost,Z,,\nB,n,cost,,,\nB,m,cost,Y,,\n").Counts);

    [Fact]
    public void Write_ThenRead_GivesTheSameRows()
    {
        const string Text = Header
            + "R,'=SUM(A1),investment,,,\n"
            + "A,\"Old, \"\"a\"\"\",cost,R,,2025-12-31\n"
            + "A,\"New\nname\",revenue,,2026-01-01,\n";

        Assert.Equal(Text, Written(stream => CentersCsv.Write(Read(Text).GetOrThrow(), stream)));
        Assert.Equal("=SUM(A1)", Read(Text).GetOrThrow().Centers[0].Validities[0].Name);
    }

    [Fact]
    public void Write_WhatTheFileHasNoPlaceFor_Throws()
    {
        var code = new CenterCode("A");
        CenterValidity[] validities =
        [
            new("n", CenterKind.Cost, owner: "Ann"),
            new("n", CenterKind.Cost, status: CenterStatus.Blocked),
            new("n", CenterKind.Cost, from: new LocalDate(1899, 1, 1)),
            new("", CenterKind.Cost),
        ];
        Assert.All(validities, validity => Assert.Throws<ArgumentException>(() => CentersCsv.Write(
            new CenterHierarchy.Builder().Add(code, validity).Build(), Stream.Null)));
    }

    private static (string Name, CenterKind Kind, string? Parent) Describe(CenterValidity validity) =>
        (validity.Name, validity.Kind, validity.Parent?.Value);

    private static ImportResult<CenterHierarchy> Read(string text) =>
        CentersCsv.Read(Input(text), ImportProfile.Contract);
}
