using CostCenters.Books;
using CostCenters.Budgets.Approvals;
using CostCenters.Budgets.Changes;
using CostCenters.Control.Checks;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Csv.Imports;
using NodaTime;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

/// <summary>The tables of availability control: roles, changes of budgets, requests and orders, rules.</summary>
public class ControlTablesTests
{
    private const string Roles = "role,actor,from,through\n";
    private const string Changes =
        "id,budget,kind,center,element,period,amount,quantity,reason,reference,revises,state\n";

    private const string Commitments = "id,stage,date,center,element,amount,quantity,reference,text,takes_over,"
        + "takes_over_line,taken,over_delivery_percent,expires,foreign_amount,foreign_currency,rate\n";

    private const string Rules = "code,budget,center,below,element,span,periods,usage_percent,excess,credits,"
        + "on_request,on_order,on_actual,without_budget,overridable_by,release\n";

    private const string GoodRoles = Roles
        + "cfo,anna,2026-01-01,2026-12-31\n"
        + "\"head, deputy\",'=ben,2026-07-01,2026-07-14\n";

    private const string GoodChanges = Changes
        + "t,plan,transfer,A,rent,2026-P01,-10.00,,works gets help,letter 1,,\n"
        + "t,plan,transfer,B,rent,2026-P02,10.00,,works gets help,letter 1,,\n"
        + "s,plan,supplement,A,rent,2026-P01,5.00,1.5,more,,t,\n";

    private const string GoodCommitments = Commitments
        + "q,request,2026-01-05,A,rent,100.00,,,,,,,,,,,\n"
        + "o,order,2026-01-06,A,rent,60.00,2.5,R1,chairs,q,0,70.00,10,2026-12-31T23:00:00Z,,,\n"
        + "o,order,2026-02-06,B,rent,7.00,,,,,,,10,2026-12-31T23:00:00Z,,,\n";

    private const string ForeignOrder = "f,order,2026-01-06,A,rent,85.00,,,,,,,,,100.00,USD,0.85\n";

    private const string GoodRules = Rules
        + "pool,plan,A,,rent,full-year,,100,,,pass,warn,block,block,cfo;head,\n"
        + "pool,plan,B,,,full-year,,100,,,pass,warn,block,block,cfo;head,\n"
        + "all,plan,,,,rolling,12,,0.50,raise,warn,warn,warn,pass,,\n"
        + "root,plan,ROOT,yes,,year-to-date,,99.5,10.00,,block,block,block,warn,,\n"
        + Outside;

    private const string Outside = ",,,,,,,,,,pass,warn,block,,cfo,\n";

    [Theory]
    [InlineData(",,,\n", "")]
    [InlineData("x,,,\n", "2 actor missing-value; 2 from missing-value; 2 through missing-value")]
    [InlineData("cfo, ,2026-13-01,x\n", "2 actor missing-value; 2 from bad-date; 2 through bad-date")]
    [InlineData("cfo,anna,2026-01-02,2026-01-01\ncfo,ben,2026-01-01,2026-01-01\n", "2 through reversed-validity")]
    public void Roles_Rows_TellEveryFault(string rows, string faults)
    {
        ImportResult<IReadOnlyList<RoleAssignment>> result =
            RolesCsv.Read(Input(Roles + rows), ImportProfile.Contract);

        Assert.Equal(faults, Faults(result.Issues));
        Assert.Equal(result.Counts.Accepted, result.Value!.Count);
    }

    [Theory]
    [InlineData(
        ",,,,,,x,,,,,\n",
        "2 id missing-value; 2 budget missing-value; 2 kind missing-value; 2 center missing-value; "
            + "2 element missing-value; 2 period missing-value; 2 amount bad-number; 2 reason missing-value")]
    [InlineData(
        "a,plan,loan,X,none,2026,1.001,x,why,,,\n",
        "2 kind bad-choice; 2 center unknown-center; 2 element unknown-element; 2 period bad-period; "
            + "2 amount too-many-digits; 2 quantity bad-number")]
    [InlineData("a,plan,original,B,rent,2026-P01,1,,why,,,\n", "2 center center-not-valid")]
    [InlineData(
        "a,plan,transfer,A,rent,2026-P01,1,,why,,,\na,plan,transfer,A,rent,2026-P99,-1,,why,,,\n",
        "2 id incomplete-document; 3 period bad-period")]
    [InlineData(
        "a,plan,transfer,A,rent,2026-P01,1,,why,,,\na,plan,return,A,rent,2026-P02,-1,,why,,,\n",
        "2 id incomplete-document; 3 kind mixed-document")]
    [InlineData(
        "a,plan,transfer,A,rent,2026-P01,1,,why,,,\na,plan,transfer,A,rent,2026-P02,-2,,why,,,\n",
        "2 amount unbalanced-change; 3 amount unbalanced-change")]
    public void Changes_Rows_TellEveryFaultAndStandTogether(string rows, string faults)
    {
        const string Good = "good,plan,original,A,rent,2026-P01,1,,why,,,\n";
        ImportResult<IReadOnlyList<(BudgetChange Change, bool IsDraft)>> result =
            BudgetChangesCsv.Read(Input(Changes + rows + Good), Space(), ImportProfile.Contract);

        Assert.Equal(faults, Faults(result.Issues));
        Assert.Equal("good", Assert.Single(result.Value!).Change.Id.Value);
        Assert.Equal((1, rows.Count(letter => letter == '\n')), (result.Counts.Accepted, result.Counts.Rejected));
    }

    [Theory]
    [InlineData(
        "a,actual,2026-01-01,A,rent,0,x,,,,,,-1,today,,,\n",
        "2 stage bad-choice; 2 amount out-of-range; 2 quantity bad-number; 2 over_delivery_percent out-of-range; "
            + "2 expires bad-time")]
    [InlineData("a,order,2026-01-01,B,rent,1,,,,,x,1,,,,,\n",
        "2 center center-not-valid; 2 takes_over missing-value; 2 takes_over_line bad-number")]
    [InlineData("a,order,2026-01-01,A,rent,1,,,,,,1,,,,,\n", "2 takes_over missing-value")]
    [InlineData("a,order,2026-01-01,A,rent,1,,,,,0,,,,,,\n", "2 takes_over missing-value")]
    [InlineData("a,order,2026-01-01,A,rent,1,,,,q,x,,,,,,\n", "2 takes_over_line bad-number; 2 taken missing-value")]
    [InlineData("a,order,2026-01-01,A,rent,1,,,,q,,,,,,,\n", "2 taken missing-value")]
    [InlineData(
        "a,order,2026-01-01,A,rent,1,,,,,,,,,,,\na,order,2026-01-01,A,rent,1,,,,,,,5,,,,\n"
            + "a,order,x,A,rent,1,,,,,,,,,,,\n",
        "2 id incomplete-document; 3 id incomplete-document; 4 date bad-date")]
    [InlineData(
        "a,order,2026-01-01,A,rent,1,,,,,,,,,,,\na,order,2026-01-01,A,rent,1,,,,,,,5,,,,\n",
        "2 id incomplete-document; 3 over_delivery_percent mixed-document")]
    [InlineData(
        "a,order,2026-01-01,A,rent,1,,,,,,,,,,,\na,request,2026-01-01,A,rent,1,,,,,,,5,2026-12-31T00:00:00Z,,,\n",
        "2 id incomplete-document; 3 stage mixed-document; 3 over_delivery_percent mixed-document; "
            + "3 expires mixed-document")]
    [InlineData(
        "a,order,2026-01-01,A,rent,1,,,,,,,,,1.001,EUR,0.9\na,order,2026-01-01,A,rent,1,,,,,,,,,,XXY,0\n",
        "2 foreign_amount too-many-digits; 2 rate out-of-range; 3 foreign_amount missing-value; "
            + "3 foreign_currency bad-choice; 3 rate out-of-range")]
    public void Commitments_Rows_TellEveryFaultAndStandTogether(string rows, string faults)
    {
        ImportResult<IReadOnlyList<SpendingDocument>> result =
            CommitmentsCsv.Read(Input(Commitments + rows), Space(), ImportProfile.Contract);

        Assert.Equal(faults, Faults(result.Issues));
        Assert.Empty(result.Value!);
    }

    [Theory]
    [InlineData(
        "r,plan,X,no,none,decade,,,,,x,x,x,x,a;;b,\n",
        "2 center unknown-center; 2 below bad-choice; 2 element unknown-element; 2 span bad-choice; "
            + "2 usage_percent missing-value; 2 on_request bad-choice; 2 on_order bad-choice; "
            + "2 on_actual bad-choice; 2 without_budget bad-choice; 2 overridable_by missing-value")]
    [InlineData("r,plan,,,,rolling,101,-1,-1,lift,pass,pass,pass,pass,,\n",
        "2 periods bad-number; 2 usage_percent out-of-range; 2 excess out-of-range; 2 credits bad-choice")]
    [InlineData("r,plan,,,,period,3,100,,,pass,pass,pass,pass,,\n", "2 periods bad-number")]
    [InlineData(
        "r,plan,A,,,period,,100,,,pass,pass,pass,pass,,\nr,plan,B,,,quarter,,100,,,pass,pass,pass,pass,,\n",
        "2 code incomplete-document; 3 span mixed-document")]
    [InlineData(
        "r,plan,A,,,period,,100,,,pass,pass,pass,pass,,\nr,plan,B,,,period,,110,5,raise,warn,pass,pass,pass,,\n",
        "2 code incomplete-document; 3 usage_percent mixed-document; 3 excess mixed-document; "
            + "3 credits mixed-document; 3 on_request mixed-document")]
    [InlineData(
        ",,A,,,,,,,,pass,pass,pass,,,\n,,,,,,,,,,pass,pass,pass,,a;,\n",
        "2 code missing-value; 2 budget missing-value; 2 span missing-value; 2 usage_percent missing-value; "
            + "2 without_budget missing-value; 3 overridable_by missing-value")]
    public void Rules_Rows_TellEveryFaultAndStandTogether(string rows, string faults)
    {
        ImportResult<AvailabilityRules> result =
            AvailabilityRulesCsv.Read(Input(Rules + rows + Outside), Space(), ImportProfile.Contract);

        Assert.Equal(faults, Faults(result.Issues));
        Assert.Empty(result.Value!.Rules);
        Assert.Equal(AvailabilityVerdict.Block, result.Value.Outside.OnActual);
    }

    [Theory] // What no rule covers is never passed over: a file of rules has to say what happens to it.
    [InlineData("r,plan,,,,period,,100,,,pass,pass,pass,pass,,\n", " missing-value")]
    [InlineData(",,,,,,,,,,pass,pass,later,,,\n", " missing-value; 2 on_actual bad-choice")]
    public void Rules_WithoutARowForWhatNoneCovers_StopTheFile(string rows, string faults)
    {
        ImportResult<AvailabilityRules> result =
            AvailabilityRulesCsv.Read(Input(Rules + rows), Space(), ImportProfile.Contract);

        Assert.Equal(faults, Faults(result.Issues));
        Assert.Null(result.Value);
        Assert.Equal(0, result.Counts.Accepted);
    }

    [Fact]
    public void Rules_WithTwoRowsForWhatNoneCovers_UseTheFirst()
    {
        ImportResult<AvailabilityRules> result = AvailabilityRulesCsv.Read(
            Input(Rules + Outside + ",,,,,,,,,,pass,pass,pass,,,\n"), Space(), ImportProfile.Contract);

        Assert.Equal("3 code duplicate-code", Faults(result.Issues));
        Assert.Equal(AvailabilityVerdict.Block, result.Value!.Outside.OnActual);
    }

    [Fact]
    public void Write_ThenRead_GivesTheSameRows()
    {
        var space = Space();
        var profile = ImportProfile.Contract;

        Assert.Equal(GoodRoles, Written(stream => RolesCsv.Write(
            RolesCsv.Read(Input(GoodRoles), profile).GetOrThrow(), stream)));
        Assert.Equal(GoodChanges, Written(stream => BudgetChangesCsv.Write(
            BudgetChangesCsv.Read(Input(GoodChanges), space, profile).GetOrThrow(), space, stream)));
        Assert.Equal(GoodCommitments + ForeignOrder, Written(stream => CommitmentsCsv.Write(
            CommitmentsCsv.Read(Input(GoodCommitments + ForeignOrder), space, profile).GetOrThrow(), space, stream)));
        Assert.Equal(GoodRules, Written(stream => AvailabilityRulesCsv.Write(
            AvailabilityRulesCsv.Read(Input(GoodRules), space, profile).GetOrThrow(), space, stream)));
    }

    [Fact] // A has 1,200 less 10 and 5 more, B 10; of 100 requested 70 became an order of 60, and 7 more are ordered.
    public void Tables_GivenToABook_ControlIt()
    {
        using var folder = new TestBook();
        Book book = folder.Read().GetOrThrow();
        var profile = ImportProfile.Contract;

        book.Roles.Set(RolesCsv.Read(Input(GoodRoles), profile).GetOrThrow(), Stamp).GetOrThrow();
        foreach ((BudgetChange change, _) in
            BudgetChangesCsv.Read(Input(GoodChanges), book.Space, profile).GetOrThrow())
        {
            book.Changes.Enter(change, Stamp).GetOrThrow();
            book.Changes.Submit(change.Id, Stamp).GetOrThrow();
        }

        foreach (SpendingDocument document in
            CommitmentsCsv.Read(Input(GoodCommitments), book.Space, profile).GetOrThrow())
        {
            book.Control.Reserve(document, Stamp).GetOrThrow();
        }

        book.Control.SetRules(
            AvailabilityRulesCsv.Read(Input(GoodRules), book.Space, profile).GetOrThrow(), Stamp).GetOrThrow();

        RuleFigures figures = book.Snapshot().Control.FiguresOf("pool", new(2026, 1));
        Assert.Equal((1_205m, 108.77m), (figures.Budget, figures.Actual));
        Assert.Equal((30m, 67m), (figures.Requested, figures.Committed));
        Assert.True(book.Roles.Holds("cfo", new("anna", Instant.FromUtc(2026, 6, 1, 0, 0))));
    }

    [Fact]
    public void Write_WhatAFileHasNoPlaceFor_Throws()
    {
        var space = Space();
        var posting = new Ledgers.Posting(new(2026, 1, 1), new("A"), new("rent"), 1m);
        var invoice = new SpendingDocument(
            new("i"), SpendingStage.Actual, space.Currency, [new SpendingLine(posting)]);
        var pass = new RuleResponse(
            AvailabilityVerdict.Pass, AvailabilityVerdict.Pass, AvailabilityVerdict.Pass, []);
        var mixed = new RuleResponse(
            AvailabilityVerdict.Pass, AvailabilityVerdict.Warn, AvailabilityVerdict.Pass, []);
        var rule = new AvailabilityRule(
            "r", "plan", [new RuleScope(null, false, null)], RuleSpan.Period, new(100m, null, false), pass, mixed);

        Assert.Throws<ArgumentException>(() => CommitmentsCsv.Write([invoice], space, Stream.Null));
        Assert.Throws<ArgumentException>(() => AvailabilityRulesCsv.Write(new([rule], pass), space, Stream.Null));
        Assert.Throws<ArgumentException>(() => AvailabilityRulesCsv.Write(
            new([], new(AvailabilityVerdict.Pass, AvailabilityVerdict.Pass, AvailabilityVerdict.Pass, ["a;b"])),
            space,
            Stream.Null));
    }
}
