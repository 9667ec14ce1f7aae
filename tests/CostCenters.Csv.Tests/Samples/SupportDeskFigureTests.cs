using System.Globalization;

namespace CostCenters.Csv.Tests.Samples;

/// <summary>The figures of the desk, computed once more from its files with plain decimals.</summary>
public class SupportDeskFigureTests
{
    private const int Months = 12;
    private static readonly string[] People = ["PHONE", "EMAIL", "CHAT"];
    private static readonly string[] Everybody = [.. People, "SELF"];

    private static readonly string[][] Contacts = Rows("contacts.csv");
    private static readonly string[][] Actual = Rows("key-figures.csv");
    private static readonly string[][] Planned = Rows("key-figures-budget.csv");

    private static readonly Dictionary<(string, string, string), string[]> Printed =
        VarianceReportProgram.RunOther("SupportDesk", "--format", "csv").Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(',', 8))
            .ToDictionary(cells => (cells[0], cells[1], cells[2]));

    [Fact]
    public void Cost_OfTheDesk_IsTheSumOfItsRows()
    {
        AssertPrints(("desk", "all", "cost"), FixedCost(Budget) + Everybody.Sum(each => Wages(Budget, each)), Spent);
        AssertPrints(
            ("desk", "all", "cost per contact"),
            (FixedCost(Budget) + Everybody.Sum(each => Wages(Budget, each))) / Everybody.Sum(PlannedContacts),
            Spent / Everybody.Sum(ActualContacts));
        AssertPrints(
            ("desk", "all", "contacts per customer"),
            Everybody.Sum(PlannedContacts) / 2_200,
            Everybody.Sum(ActualContacts) / (Sum(Actual, "SUPPORT", "customers") / Months));
    }

    [Fact]
    public void Split_FollowsTheFormulas()
    {
        decimal n0 = Everybody.Sum(PlannedContacts);
        decimal n1 = Everybody.Sum(ActualContacts);
        decimal f0 = FixedCost(Budget);
        decimal f1 = FixedCost(Postings);
        decimal mix = 0;
        decimal efficiency = 0;
        decimal price = 0;
        foreach (string each in Everybody)
        {
            decimal s0 = PlannedContacts(each) / n0;
            decimal s1 = ActualContacts(each) / n1;

            // A session takes no minutes: it is its own input.
            decimal t0 = each == "SELF" ? 1 : Sum(Planned, each, "handling_minutes") / PlannedContacts(each);
            decimal t1 = each == "SELF" ? 1 : Sum(Actual, each, "handling_minutes") / ActualContacts(each);
            decimal p0 = Wages(Budget, each) / PlannedContacts(each) / t0;
            decimal p1 = Wages(Postings, each) / ActualContacts(each) / t1;
            mix += t0 * p0 * (s1 - s0);
            efficiency += s1 * (t1 - t0) * p0;
            price += s1 * t1 * (p1 - p0);
        }

        AssertDifference("volume", (f0 / n1) - (f0 / n0));
        AssertDifference("spending", (f1 - f0) / n1);
        AssertDifference("mix", mix);
        AssertDifference("efficiency", efficiency);
        AssertDifference("price", price);
        AssertDifference("unit cost", (f0 / n1) - (f0 / n0) + ((f1 - f0) / n1) + mix + efficiency + price);
    }

    [Fact] // The lag of one period leaves January out, and makes the judgement provisional.
    public void Guards_OfThePhone_AreBreached()
    {
        string[][] calls = [.. Contacts.Where(row => row[1] == "PHONE")];
        string[][] first = [.. calls.DistinctBy(row => row[0])];
        HashSet<string[]> firsts = [.. first];
        string[][] sinceFebruary = [.. calls.Where(row => MonthOf(row) >= 2)];
        decimal[] scores = [.. calls.Where(row => row[7].Length > 0).DistinctBy(row => row[0])
            .Select(row => Number(row[7]))];
        decimal[] seconds = [.. first.Select(row => WorkedSeconds(row[4], row[5])).Order()];

        AssertGuard("response time", seconds[((seconds.Length * 9) + 9) / 10 - 1] / 60, "breached");
        AssertGuard(
            "repeats",
            sinceFebruary.Count(row => !firsts.Contains(row)) / (decimal)sinceFebruary.Length,
            "\"breached, provisional\"");
        AssertGuard("satisfaction", scores.Count(score => score >= 4) / (decimal)scores.Length, "breached");
        Assert.StartsWith("\"favorable at the expense of", Of("channel", "Phone", "cost per contact")[7],
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clearer invoices", "invoice", 5, 0.3, 1_200, 15, "paid back in 2025-P10")]
    [InlineData("password reset", "password", 7, 0.5, 900, 60, "not paid back")]
    public void Savings_AreSeparatedFromVolume(
        string name, string cause, int start, double expected, int investment, int running, string paidBack)
    {
        decimal[] tickets = [.. Enumerable.Range(1, Months).Select(month => (decimal)Contacts
            .DistinctBy(row => row[0]).Count(row => row[3] == cause && MonthOf(row) == month))];
        decimal[] customers = [.. Actual.Where(row => row[2] == "customers").Select(row => Number(row[3]))];
        decimal rate = tickets[..(start - 1)].Sum() / customers[..(start - 1)].Sum();
        decimal[] without = [.. customers[(start - 1)..].Select(count => rate * count)];
        decimal prevented = without.Sum() - tickets[(start - 1)..].Sum();
        decimal net = (prevented * 6.1m) - (without.Length * running);

        AssertPrints(("saving", name, "tickets prevented"), without.Sum() * (decimal)expected, prevented);
        AssertPrints(
            ("saving", name, "net saving"),
            (without.Sum() * (decimal)expected * 6.1m) - (without.Length * running),
            net);
        Assert.Equal(net >= investment, !paidBack.StartsWith("not", StringComparison.Ordinal));
        Assert.Equal(paidBack, Of("saving", name, "net saving")[7]);
        AssertRounded(
            (without.Sum() - (without.Length * tickets[..(start - 1)].Average())) * 6.1m,
            Of("saving", name, "volume")[6]);
    }

    [Fact] // Four fifths of the revenue pay the cost.
    public void Prices_EarnTheBudgetAndAMargin()
    {
        decimal cost = FixedCost(Budget) + Everybody.Sum(each => Wages(Budget, each));
        decimal customers = Sum(Actual, "SUPPORT", "customers") / Months;
        decimal perContact = cost / 0.8m / Everybody.Sum(PlannedContacts);

        AssertRounded(perContact, Of("price", "contact", "price with margin")[4]);
        AssertRounded(cost / 2_200, Of("price", "customer", "break-even price")[4]);
        AssertRounded(cost / Months, Of("price", "month", "break-even price")[4]);
        AssertRounded(
            perContact * Everybody.Sum(ActualContacts) / customers, Of("price", "contact", "revenue per customer")[5]);
        Assert.Equal(
            ["rewards faults", "", ""],
            new[] { "contact", "customer", "month" }.Select(basis => Of("price", basis, "revenue per customer")[7]));
    }

    private static string[][] Budget => Rows("book/budget.csv");

    private static string[][] Postings => Rows("book/postings.csv");

    private static decimal Spent => Postings.Sum(row => Number(row[3]));

    private static string[][] Rows(string file) =>
        [.. File.ReadLines(Path.Combine(SupportDeskFolder.Source, file)).Skip(1).Select(row => row.Split(','))];

    /// <summary>Agents or platform fees of a center; budget and postings have the amount in another column.</summary>
    private static decimal Wages(string[][] rows, string center) =>
        rows.Where(row => row[1] == center).Sum(row => Number(row[row[0] == "adopted" ? 4 : 3]));

    private static decimal FixedCost(string[][] rows) => Wages(rows, "SUPPORT");

    private static decimal Sum(string[][] figures, string center, string figure) =>
        figures.Where(row => row[1] == center && row[2] == figure).Sum(row => Number(row[3]));

    private static decimal PlannedContacts(string center) => Sum(Planned, center, "contacts");

    private static decimal ActualContacts(string center) =>
        center == "SELF" ? Sum(Actual, center, "contacts") : Contacts.Count(row => row[1] == center);

    private static int MonthOf(string[] contact) => int.Parse(contact[4][5..7], CultureInfo.InvariantCulture);

    /// <summary>Seconds from eight to six on the days between; none of them is a holiday with an opening.</summary>
    private static decimal WorkedSeconds(string from, string until)
    {
        DateTime opened = Clock(from);
        DateTime answered = Clock(until);
        if (opened.Date == answered.Date)
        {
            return (decimal)(answered - opened).TotalSeconds;
        }

        // An answer on the phone takes minutes, so that it comes on the next day of work at the latest.
        return (decimal)(opened.Date.AddHours(18) - opened + (answered - answered.Date.AddHours(8))).TotalSeconds;
    }

    private static DateTime Clock(string text) =>
        DateTime.ParseExact(text[..19], "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Of(string section, string item, string measure) => Printed[(section, item, measure)];

    private static void AssertPrints((string, string, string) row, decimal budget, decimal actual)
    {
        AssertRounded(budget, Printed[row][4]);
        AssertRounded(actual, Printed[row][5]);
    }

    private static void AssertDifference(string part, decimal amount) =>
        AssertRounded(amount, Of("change", part, "part")[6]);

    private static void AssertGuard(string measure, decimal actual, string state)
    {
        AssertRounded(actual, Of("guard", "Phone", measure)[5]);
        Assert.Equal(state, Of("guard", "Phone", measure)[7]);
    }

    private static void AssertRounded(decimal expected, string printed) =>
        Assert.Equal(Math.Round(expected, 6, MidpointRounding.AwayFromZero), Number(printed));
}
