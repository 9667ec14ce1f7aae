using CostCenters.Books;
using CostCenters.Budgets.Approvals;
using CostCenters.Journals;
using NodaTime;

namespace CostCenters.Tests.Unit.Budgets.Approvals;

public class RolesTests
{
    private readonly Roles roles = new Book("roles", Company.Space).Roles;

    [Theory] // A substitute holds the role from 1 to 14 July, both days included, in Coordinated Universal Time.
    [InlineData("ben", "2026-06-30T23:59:59Z", false)]
    [InlineData("ben", "2026-07-01T00:00:00Z", true)]
    [InlineData("ben", "2026-07-14T23:59:59Z", true)]
    [InlineData("ben", "2026-07-15T00:00:00Z", false)]
    [InlineData("anna", "2026-07-10T00:00:00Z", false)]
    public void Holds_OnTheDaysOfAnAssignment_AndOnNoOther(string actor, string at, bool expected)
    {
        roles.Set([new RoleAssignment("cfo", "ben", new(2026, 7, 1), new(2026, 7, 14))], Company.Stamp).GetOrThrow();
        var stamp = new CommandStamp(
            actor, NodaTime.Text.InstantPattern.ExtendedIso.Parse(at).GetValueOrThrow());

        Assert.Equal(expected, roles.Holds("cfo", stamp));
        Assert.False(roles.Holds("CFO", stamp));
    }

    [Fact]
    public void Set_TwiceTheSame_IsAcceptedBeforeAndRecordedOnce()
    {
        var book = new Book("roles", Company.Space);
        RoleAssignment[] assignments = [new("cfo", "ben", new(2026, 7, 1), new(2026, 7, 14))];

        book.Roles.Set(assignments, Company.Stamp).GetOrThrow();
        CommandResult again = book.Roles.Set(assignments, Company.Stamp);

        Assert.Equal(CommandOutcome.AcceptedBefore, again.Outcome);
        Assert.Equal(
            assignments,
            Assert.IsType<RolesEntry>(Assert.Single(book.Journal.Snapshot().Entries())).Assignments.AsEnumerable());
    }

    [Fact]
    public void RoleAssignment_WithoutADayOrAName_IsTheCallersMistake()
    {
        Assert.Throws<ArgumentException>(
            () => new RoleAssignment("cfo", "ben", new(2026, 7, 2), new LocalDate(2026, 7, 1)));
        Assert.Throws<ArgumentException>(
            () => new RoleAssignment(" ", "ben", new(2026, 7, 2), new LocalDate(2026, 7, 2)));
    }

    [Fact]
    public void Set_OrHolds_WithNothing_Throws()
    {
        Assert.Throws<ArgumentNullException>("assignments", () => roles.Set(null!, Company.Stamp));
        Assert.Throws<ArgumentException>("assignments", () => roles.Set([null!], Company.Stamp));
        Assert.Throws<ArgumentNullException>("stamp", () => roles.Set([], null!));
        Assert.Throws<ArgumentNullException>("stamp", () => roles.Holds("cfo", null!));
        Assert.Throws<ArgumentNullException>("journal", () => new Roles(null!));
        Assert.Throws<ArgumentException>(
            "actor", () => new RoleAssignment("cfo", " ", new(2026, 7, 2), new LocalDate(2026, 7, 2)));
    }

    [Fact] // From a size on, the size itself included; no size is below zero.
    public void ApprovalStep_AtItsBounds_IsAStep()
    {
        Assert.Equal(("cfo", 0m), (new ApprovalStep("cfo", 0m).Role, new ApprovalStep("cfo", 0m).FromSize));
        Assert.Throws<ArgumentOutOfRangeException>("fromSize", () => new ApprovalStep("cfo", -0.01m));
        Assert.Throws<ArgumentException>("role", () => new ApprovalStep(" ", 0m));
    }

    [Fact]
    public void Entry_OtherAssignmentsOrOtherStamp_IsAnother()
    {
        var later = new CommandStamp("anna", Instant.FromUtc(2026, 4, 2, 8, 30));
        RolesEntry entry = EntryOf("ben", Company.Stamp);

        Assert.Equal(EntryOf("ben", Company.Stamp), entry);
        Assert.Equal(EntryOf("ben", Company.Stamp).GetHashCode(), entry.GetHashCode());
        Assert.NotEqual(EntryOf("eva", Company.Stamp), entry);
        Assert.NotEqual(EntryOf("ben", later), entry);
        Assert.False(entry.Equals(null));

        static RolesEntry EntryOf(string actor, CommandStamp stamp)
        {
            var book = new Book("roles", Company.Space);
            book.Roles.Set([new RoleAssignment("cfo", actor, new(2026, 7, 1), new(2026, 7, 14))], stamp).GetOrThrow();
            return Assert.IsType<RolesEntry>(Assert.Single(book.Journal.Snapshot().Entries()));
        }
    }
}
