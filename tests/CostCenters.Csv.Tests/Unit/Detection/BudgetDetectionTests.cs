using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Csv.Detection;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using CostCenters.Monetary;

namespace CostCenters.Csv.Tests.Unit.Detection;

public class BudgetDetectionTests
{
    private static readonly FiscalCalendar Calendar = FiscalCalendar.Months(1, YearNaming.End);

    /// <summary>A file, its open doubts, and the rows that its profile with the version plan gives.</summary>
    public static TheoryData<string, string, string> Files => new()
    {
        {
            "Kostenstelle;Kostenart;Periode;Planbetrag\nA;rent;2026-P01;1.234,50\nA;rent;2026;100,00\n",
            "version", "plan A rent 2026-P01 1234.50;plan A rent 2026 100.00"
        },
        {
            "Version,Cost Center,Account,Fiscal Year,Period,Budget\nplan,A,rent,2026,1,10.00\n"
                + "plan,A,rent,2026,2,11.25\n",
            "", "plan A rent 2026-P01 10.00;plan A rent 2026-P02 11.25"
        },
        {
            "Scenario,Cost Center,Account,Year,Budget,Actual\nplan,A,rent,2026,10.00,9.00\n",
            "", "plan A rent 2026 10.00"
        },
        {
            "Annual plan 2026\n\nCost Center,Account,Jan 2026,Feb 2026,Mar 2026\nA,rent,1.00,2.00,3.50\n",
            "version", "plan A rent 2026-P01 1.00;plan A rent 2026-P02 2.00;plan A rent 2026-P03 3.50"
        },
        {
            "Cost Center,Account,Budget 2026,Actual 2026,Variance 2026\nA,rent,10.00,9.00,1.00\n",
            "version", "plan A rent 2026 10.00"
        },
        {
            "Version,Cost Center,Account,Year,Month,Amount\nplan,A,rent,2026,1,1.00\n",
            "period", ""
        },
        {
            "Version,Cost Center,Account,Amount\nplan,A,rent,1.00\n", "period", ""
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void DetectBudget_FindsPeriodVersionAndAmount(string text, string open, string rows)
    {
        ProfileProposal proposal = Detect(text);

        Assert.Equal(open, Detected.OpenOf(proposal));
        proposal = open.Contains("version", StringComparison.Ordinal)
            ? proposal.Map("version", ColumnSource.Constant("plan"))
            : proposal;
        Assert.Equal(rows.Length > 0, proposal.IsDecided);
        Assert.Equal(rows, rows.Length > 0 ? Rows(Preview(text, proposal.GetOrThrow())) : "");
    }

    [Fact]
    public void DetectBudget_YearAndMonth_AreDecidedByAChoice()
    {
        string text = "Version,Cost Center,Account,Year,Month,Amount\nplan,A,rent,2026,1,1.00\n";

        Assert.Equal(
            "plan A rent 2026-P01 1.00",
            Rows(Preview(text, Detect(text).Choose("period", "number").GetOrThrow())));
    }

    [Fact]
    public void DetectBudget_PlanAndActualSideBySide_AreOpen()
    {
        string text = "Cost Center,Account,Budget (Jan) 2026,Actual (Jan) 2026,Budget (Feb) 2026,Actual (Feb) 2026,"
            + "Budget (Mar) 2026,Actual (Mar) 2026\nA,rent,1.00,2.00,3.00,4.00,5.00,6.00\n";

        ProfileProposal proposal = Detect(text);

        Assert.Equal("periods version", string.Join(' ', Detected.OpenOf(proposal).Split(' ').Order()));
        Assert.Equal(
            "plan A rent 2026-P01 1.00;plan A rent 2026-P02 3.00;plan A rent 2026-P03 5.00",
            Rows(Preview(text, proposal.Choose("periods", "Budget ({month}) {year}")
                .Map("version", ColumnSource.Constant("plan")).GetOrThrow())));
    }

    [Fact]
    public void CreateBudget_WithABook_HasItsRulesAndTheSameRowsAsAnImport()
    {
        string text = "version,center,element,period,amount,quantity\nplan,A,rent,2026-P01,10.00,2\n"
            + "plan,X,rent,2026-P01,1.00,\nplan,A,rent,2026-P13,1.00,\nplan,A,rent,2026,0.50,\n";

        CsvPreview preview = CsvPreview.CreateBudget(
            TestBook.Input(text), ImportProfile.Contract, TestBook.Space(), rows: 10);
        ImportResult<IReadOnlyList<BudgetVersion>> import = BudgetsCsv.Read(
            TestBook.Input(text),
            TestBook.Space(),
            Phasing.Even(RemainderRule.LargestRemainder),
            ImportProfile.Contract);

        Assert.Equal("version center element period amount quantity", string.Join(' ', preview.RowColumns));
        Assert.Equal(
            ["", "unknown-center", "bad-period", ""],
            preview.Rows.Select(row => string.Join(' ', row.Faults.Select(fault => fault.Code))));
        Assert.Equal(import.Counts, preview.Counts);
        Assert.Equal(import.Issues.Select(issue => issue.ToString()), preview.Issues.Select(issue => issue.ToString()));
        Assert.Equal((2L, 10.50m), (preview.Totals[0].Rows, preview.Totals[0].Sum));
        Assert.Equal((1L, 2m), (preview.Totals[1].Rows, preview.Totals[1].Sum));
    }

    [Fact]
    public void Detect_HeadingsOfBudgets_MeanNothingInPostings() => Assert.Equal(
        "amount",
        Detected.OpenOf(Detected.Of("Date,Cost Center,Account,Budget\n2026-01-31,A,rent,1.00\n")));

    private static ProfileProposal Detect(string text) => CsvProfileDetector.DetectBudget(TestBook.Input(text));

    private static CsvPreview Preview(string text, ImportProfile profile) =>
        CsvPreview.CreateBudget(TestBook.Input(text), profile, Calendar, new DecimalScale(2), rows: 10);

    private static string Rows(CsvPreview preview)
    {
        Assert.DoesNotContain(preview.Issues, issue => issue.Severity != ImportSeverity.Note);
        return string.Join(';', preview.Rows.Select(row => string.Join(' ', row.Cells).TrimEnd()));
    }
}
