using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Structure;

public class CenterHierarchyTests
{
    private static readonly CenterCode A = new("A");
    private static readonly CenterCode B = new("B");
    private static readonly CenterCode C = new("C");

    [Fact]
    public void Build_SeveralCenters_NumbersThemByAppearance()
    {
        var centers = Company.Space.Centers;

        Assert.Equal(["1000", "1200", "1100", "1300"], centers.Centers.Select(center => center.Code.Value));
        Assert.Equal([0, 1, 2, 3], centers.Centers.Select(center => center.Index));
        Assert.Equal(2, centers.IndexOf(Company.North));
        Assert.Same(centers.Centers[2], centers[Company.North]);
        Assert.Equal(2, centers[Company.South].Validities.Length);
    }

    [Fact]
    public void Lookup_UnknownOrDefaultCode_IsToldByName()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Company.Space.Centers[new CenterCode("none")]);

        Assert.Contains("none", error.Message, StringComparison.Ordinal);
        Assert.False(Company.Space.Centers.TryGet(new CenterCode("none"), out _));
        Assert.False(Company.Space.Centers.TryGet(default, out _));
        Assert.Throws<KeyNotFoundException>(() => Company.Space.Centers.IndexOf(default));
    }

    [Fact]
    public void ToBuilder_MoreCenters_KeepsTheNumbers()
    {
        var extended = Company.Space.Centers.ToBuilder()
            .Add(new CenterCode("0001"), Always(Company.Head))
            .Build();

        Assert.Equal(
            [.. Company.Space.Centers.Centers.Select(center => center.Code), new CenterCode("0001")],
            extended.Centers.Select(center => center.Code));
        Assert.Equal(
            Company.Space.Centers[Company.South].Validities.AsEnumerable(), extended[Company.South].Validities);
    }

    [Fact]
    public void Build_NoCenters_IsAnEmptyTree() =>
        Assert.Empty(new CenterHierarchy.Builder().Build().TreeAsOf(new LocalDate(2026, 1, 1)).Nodes);

    [Fact]
    public void Add_DefaultCodeOrNull_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => new CenterHierarchy.Builder().Add(default, Always()));
        Assert.Throws<ArgumentNullException>(() => new CenterHierarchy.Builder().Add(A, null!));
    }

    [Fact]
    public void FindFaults_ValiditiesShareOneDay_TellsTheLaterRow()
    {
        var builder = new CenterHierarchy.Builder()
            .Add(A, Between(10, 20))
            .Add(A, Between(1, 10));

        var fault = Assert.Single(builder.FindFaults());
        Assert.Equal((StructureFaultKind.OverlappingValidity, 1, "A"), (fault.Kind, fault.Row, fault.Code));
    }

    [Fact]
    public void FindFaults_LongValidityOverSeveralOthers_TellsEachOfThem()
    {
        var builder = new CenterHierarchy.Builder()
            .Add(A, Between(1, 30))
            .Add(A, Between(2, 3))
            .Add(A, Between(5, 6));

        Assert.Equal([1, 2], builder.FindFaults().Select(fault => fault.Row));
    }

    [Fact]
    public void FindFaults_ValiditiesThatTouch_AreNone() =>
        Assert.Empty(new CenterHierarchy.Builder().Add(A, Between(1, 10)).Add(A, Between(11, 20)).FindFaults());

    [Fact]
    public void FindFaults_UnknownParent_IsTold()
    {
        var fault = Assert.Single(new CenterHierarchy.Builder().Add(A, Always(B)).FindFaults());

        Assert.Equal((StructureFaultKind.UnknownParent, 0, "A"), (fault.Kind, fault.Row, fault.Code));
        Assert.Contains("'B'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FindFaults_CenterBelowItself_IsACycle() => Assert.Equal(
        [StructureFaultKind.Cycle], new CenterHierarchy.Builder().Add(A, Always(A)).FindFaults().Select(f => f.Kind));

    [Fact]
    public void FindFaults_CycleOnOneDay_IsTold()
    {
        var builder = new CenterHierarchy.Builder()
            .Add(A, Between(1, 9))
            .Add(A, Between(10, 10, B))
            .Add(A, Between(11, 30))
            .Add(B, Between(1, 9, A))
            .Add(B, Between(10, 10, A))
            .Add(B, Between(11, 30));

        var faults = builder.FindFaults();

        Assert.Equal(
            [(1, StructureFaultKind.Cycle), (4, StructureFaultKind.Cycle)], faults.Select(f => (f.Row, f.Kind)));
        Assert.Contains("2026-01-10", faults[0].Message, StringComparison.Ordinal);
    }

    [Theory] // A way of some length that leads into a circle of some length.
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(9, 2)]
    [InlineData(5, 40)]
    [InlineData(40, 5)]
    public void FindFaults_WayIntoACycle_TellsTheCentersOfTheCycleAlone(int way, int circle)
    {
        var builder = new CenterHierarchy.Builder();
        for (int i = 0; i < way + circle; i++)
        {
            int parent = i + 1 < way + circle ? i + 1 : way;
            builder.Add(new CenterCode($"{i}"), Always(new CenterCode($"{parent}")));
        }

        Assert.Equal(Enumerable.Range(way, circle), builder.FindFaults().Select(fault => fault.Row));
    }

    [Fact] // A below B until the 9th, B below A from the 10th: no day has both.
    public void FindFaults_ParentAndChildSwap_IsNoCycle() => Assert.Empty(new CenterHierarchy.Builder()
        .Add(A, Between(1, 9, B)).Add(A, Between(10, 20))
        .Add(B, Between(1, 9)).Add(B, Between(10, 20, A))
        .FindFaults());

    [Fact] // In the gap A still stands below B, because its nearest earlier validity put it there.
    public void FindFaults_CycleInAGapAsTheReportDrawsIt_IsTold() => Assert.Equal(
        [(3, StructureFaultKind.Cycle)],
        new CenterHierarchy.Builder()
            .Add(A, Between(1, 9, B)).Add(A, Between(20, 30))
            .Add(B, Between(1, 9)).Add(B, Between(15, 30, A))
            .FindFaults()
            .Select(fault => (fault.Row, fault.Kind)));

    [Fact] // Before their first day both stand as their first validities say.
    public void FindFaults_CycleOfFirstValiditiesThatShareNoDay_IsTold() => Assert.Equal(
        [StructureFaultKind.Cycle, StructureFaultKind.Cycle],
        new CenterHierarchy.Builder()
            .Add(A, Between(1, 9, B))
            .Add(B, Between(10, 20, A))
            .FindFaults()
            .Select(fault => fault.Kind));

    [Fact]
    public void FindFaults_CenterBelowACycle_IsNotItsOwnAncestor() => Assert.Equal(
        [0, 1],
        new CenterHierarchy.Builder().Add(A, Always(B)).Add(B, Always(A)).Add(C, Always(A))
            .FindFaults()
            .Select(fault => fault.Row));

    [Fact]
    public void Build_SeveralFaults_ThrowsWithAllOfThemInOrder()
    {
        var builder = new CenterHierarchy.Builder()
            .Add(A, Always(new CenterCode("X")))
            .Add(B, Always(C))
            .Add(C, Always(B))
            .Add(A, Between(1, 2));

        var error = Assert.Throws<StructureException>(() => builder.Build());

        Assert.Equal(
            [
                (0, StructureFaultKind.UnknownParent),
                (1, StructureFaultKind.Cycle),
                (2, StructureFaultKind.Cycle),
                (3, StructureFaultKind.OverlappingValidity),
            ],
            error.Faults.Select(fault => (fault.Row, fault.Kind)));
    }

    [Theory]
    [InlineData(1, null, "A", false)] // Before the first validity: none, placed by the first.
    [InlineData(3, "A", "A", true)]
    [InlineData(5, "A", "A", true)]
    [InlineData(7, null, "A", false)] // In the gap: none, placed by the nearest earlier one.
    [InlineData(10, "C", "C", false)] // Blocked.
    [InlineData(12, "C", "C", false)]
    [InlineData(28, null, "C", false)]
    public void At_AroundValidities_IsTheOneOfTheDay(int day, string? parent, string placedBelow, bool takesPostings)
    {
        var center = new CenterHierarchy.Builder()
            .Add(A, Always())
            .Add(C, Always())
            .Add(B, new CenterValidity("late", CenterKind.Cost, C, Date(10), Date(12), CenterStatus.Blocked))
            .Add(B, Between(3, 5, A))
            .Build()[B];

        Assert.Equal(parent, center.At(Date(day))?.Parent?.Value);
        Assert.Equal(placedBelow, center.PlacedAt(Date(day)).Parent?.Value);
        Assert.Equal(takesPostings, center.TakesPostingsBetween(Date(day), Date(day)));
    }

    [Fact]
    public void TakesPostingsBetween_OneOpenDayOfTheSpan_IsEnough()
    {
        var center = new CenterHierarchy.Builder().Add(A, Between(10, 10)).Build()[A];

        Assert.True(center.TakesPostingsBetween(Date(1), Date(10)));
        Assert.True(center.TakesPostingsBetween(Date(10), Date(20)));
        Assert.False(center.TakesPostingsBetween(Date(1), Date(9)));
        Assert.False(center.TakesPostingsBetween(Date(11), Date(20)));
    }

    [Fact]
    public void CenterValidity_Bounds_AreInclusiveAndNeverReversed()
    {
        var always = Always();
        var oneDay = Between(5, 5);

        Assert.Equal((CenterValidity.Beginning, CenterValidity.End), (always.From, always.Through));
        Assert.True(oneDay.Contains(Date(5)));
        Assert.False(oneDay.Contains(Date(4)) || oneDay.Contains(Date(6)));
        Assert.Throws<ArgumentException>(() => Between(6, 5));
        Assert.Throws<ArgumentNullException>(() => new CenterValidity(null!, CenterKind.Cost));
    }

    private static LocalDate Date(int day) => new(2026, 1, day);

    private static CenterValidity Always(CenterCode? parent = null) => new("", CenterKind.Cost, parent);

    private static CenterValidity Between(int from, int through, CenterCode? parent = null) =>
        new("", CenterKind.Cost, parent, Date(from), Date(through));
}
