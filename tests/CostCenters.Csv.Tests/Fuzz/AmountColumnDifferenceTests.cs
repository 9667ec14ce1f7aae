using System.Globalization;
using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using Xunit.Abstractions;

namespace CostCenters.Csv.Tests.Fuzz;

/// <summary>Amounts in two columns, signs in a column, constants and unmarked totals are the same to both readers.
/// </summary>
public class AmountColumnDifferenceTests(ITestOutputHelper output)
{
    private const int Books = 300;

    private static readonly string[] Dates = ["2024-01-31", "2024-02-29", "2024-12-31", "2024-13-01", ""];
    private static readonly string[] Centers = ["A1", "B-LONGER-CODE", " A1", "A1\u00A0", "nobody", "\" A1\"", ""];
    private static readonly string[] Elements = ["4000", "8000", "5000", ""];
    private static readonly string[] Amounts =
        ["", "0.00", "1.50", "-1.50", "12", "0.005", "-0.00", "999999999999999.99", " 3.50 ", "1e3", "\"7.25\"", "x", "\t"];

    private static readonly string[] Signs = ["S", "H", "s", "h", "\"H\"", "", "X", "SH"];

    [Fact]
    public void ReadCubes_AmountsOfSeveralColumns_TellsWhatThePlainReaderTells()
    {
        int seed = Environment.TickCount;
        output.WriteLine(seed.ToString(CultureInfo.InvariantCulture));
        RequireNoDifference(seed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20260331)]
    public void ReadCubes_AmountsOfSeveralColumnsOfAKnownSeed_TellsWhatThePlainReaderTells(int seed) =>
        RequireNoDifference(seed);

    // Proves that the comparison sees a reader that nets where the profile does not.
    [Fact]
    public void ReadCubes_OtherProfile_IsSeen() => Assert.NotEqual("", FirstDifference(1, same: false));

    // Proves that the books have good rows, and each fault that these columns can have.
    [Fact]
    public void Books_OfAKnownSeed_HaveEveryFaultOfTheseColumns()
    {
        var random = new Random(1);
        var told = new StringBuilder();
        for (int i = 0; i < Books; i++)
        {
            using MessyBook book = Create(random, out _, out _);
            told.Append(book.ReadPlainly());
        }

        Assert.All(
            [ImportIssueCode.TwoAmounts, ImportIssueCode.BadSign, ImportIssueCode.UnmarkedTotal, "actual: CubeCell"],
            text => Assert.Contains(text, told.ToString(), StringComparison.Ordinal));
    }

    private static MessyBook Create(Random random, out ImportProfile profile, out string postings)
    {
        profile = Profile(random);
        postings = Postings(random);
        return MessyBook.Of(
            new BookProfiles().WithPostings(profile),
            "version,center,element,period,amount\nv1,A1,4000,2024,12.00\n",
            postings);
    }

    private static void RequireNoDifference(int seed)
    {
        string difference = FirstDifference(seed, same: true);
        Assert.True(difference.Length == 0, difference);
    }

    private static string FirstDifference(int seed, bool same)
    {
        var random = new Random(seed);
        for (int i = 0; i < TestRounds.Of(Books); i++)
        {
            using MessyBook book = Create(random, out ImportProfile profile, out string postings);
            BookProfiles inBulk = same ? book.Profiles : new BookProfiles().WithPostings(
                profile.Amount?.Credit is null ? profile.WithLastRow(LastRow.Row).WithNumbers(',', "")
                    : profile.WithAmount(profile.Amount.Netting()));
            string plain = book.ReadPlainly();
            string difference = BulkDifference.First(
                random, plain, settings => book.ReadInBulk(settings, inBulk));
            if (difference.Length > 0)
            {
                return $"seed {seed}, book {i}, {difference}\n{profile.ToJson()}\n{postings}";
            }
        }

        return "";
    }

    private static ImportProfile Profile(Random random)
    {
        ImportProfile profile = random.Next(3) == 0
            ? ImportProfile.Contract.WithTrimmedCells()
            : ImportProfile.Contract;
        if (random.Next(2) == 0)
        {
            AmountSource pair = AmountSource.FromDebitAndCredit(
                ColumnSource.Named("Debit"), ColumnSource.Named("Credit"));
            pair = random.Next(2) == 0 ? pair.Netting() : pair;
            profile = profile.WithAmount(random.Next(2) == 0 ? pair.WithMinus() : pair);
        }
        else
        {
            AmountSource signed = AmountSource.FromColumn(ColumnSource.Named("Debit"))
                .SignedBy(ColumnSource.Named("Sign"), ["S"], ["H"]);
            profile = profile.WithAmount(random.Next(2) == 0 ? signed.WithMinus() : signed);
        }

        if (random.Next(3) == 0)
        {
            profile = profile.WithConstant("date", "2024-03-31").WithConstant("center", "A1")
                .WithConstant("element", "4000");
        }

        profile = random.Next(3) == 0 ? profile.WithConstant("element", random.Next(5) == 0 ? "5000" : "4000") : profile;
        profile = random.Next(4) == 0 ? profile.WithConstant("center", "A1") : profile;
        profile = random.Next(4) == 0 ? profile.WithConstant("date", random.Next(5) == 0 ? "x" : "2024-03-31") : profile;
        profile = random.Next(4) == 0 ? profile.WithRounding(MidpointRounding.ToEven) : profile;
        profile = random.Next(4) == 0 ? profile.WithAmountSigns(AmountSigns.DebitPositive) : profile;
        return random.Next(3) switch
        {
            0 => profile.WithLastRow(LastRow.Total),
            1 => profile.WithLastRow(LastRow.Row),
            _ => profile,
        };
    }

    private static string Postings(Random random)
    {
        var text = new StringBuilder("date,center,element,Debit,Credit,Sign,text\n");
        decimal sum = 0;
        bool isClean = random.Next(2) == 0;
        int rows = random.Next(1, 40);
        for (int row = 0; row < rows; row++)
        {
            string debit = Pick(Amounts, isClean ? 3 : Amounts.Length);
            sum += debit.Length > 0 && isClean ? decimal.Parse(debit, CultureInfo.InvariantCulture) : 0;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Pick(Dates, isClean ? 3 : 5)},{Pick(Centers, isClean ? 2 : 7)},{Pick(Elements, isClean ? 1 : 4)},")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"{debit},{(isClean ? "" : Pick(Amounts, 9))},{Pick(Signs, isClean ? 1 : 8)},t{row}\n");
        }

        // A total of all rows, with less text than they, and perhaps a line below it.
        if (random.Next(2) == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $",,,{sum:0.00},,S,\n");
            text.Append(random.Next(3) == 0 ? "end of list,,,,,,\n" : "");
        }

        return text.ToString();

        string Pick(string[] texts, int count) => texts[random.Next(count)];
    }
}
