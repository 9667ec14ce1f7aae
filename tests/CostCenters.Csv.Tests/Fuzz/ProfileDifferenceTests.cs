using CostCenters.Csv.Folders;
using CostCenters.Csv.Imports;
using Xunit.Abstractions;

namespace CostCenters.Csv.Tests.Fuzz;

/// <summary>Messy books in random dialects are the same to both readers.</summary>
public class ProfileDifferenceTests(ITestOutputHelper output)
{
    private const int Books = 150;

    [Fact]
    public void ReadCubes_RandomProfiles_TellsWhatThePlainReaderTells()
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");

        RequireNoDifference(seed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20260331)]
    public void ReadCubes_RandomProfilesOfAKnownSeed_TellsWhatThePlainReaderTells(int seed) =>
        RequireNoDifference(seed);

    // Proves that the comparison sees a reader that is wrong in one setting alone.
    [Theory]
    [InlineData("signs")]
    [InlineData("numbers")]
    [InlineData("tokens")]
    [InlineData("dates")]
    [InlineData("rounding")]
    [InlineData("delimiter")]
    public void ReadCubes_ProfileWithOneOtherSetting_IsSeen(string setting) =>
        Assert.NotEqual("", FirstDifference(
            1, Books, book => book.Profiles.WithPostings(Changed(book.Profiles.Of("postings.csv"), setting))));

    // Proves that the books have something of everything: good rows by each reader, and rows with each fault.
    [Fact]
    public void MessyDialects_OfAKnownSeed_HaveEveryFaultOfARow()
    {
        var random = new Random(1);
        List<string> told = [];
        for (int i = 0; i < Books; i++)
        {
            using MessyBook book = Messy(random);
            told.Add(book.ReadPlainly());
        }

        string[] expected =
        [
            ImportIssueCode.MissingValue, ImportIssueCode.UnknownCenter, ImportIssueCode.CenterNotValid,
            ImportIssueCode.UnknownElement, ImportIssueCode.BadDate, ImportIssueCode.BadPeriod,
            ImportIssueCode.BadNumber, ImportIssueCode.TooManyDigits, ImportIssueCode.OutOfRange,
            ImportIssueCode.RaggedRow, ImportIssueCode.BadQuoting, ImportIssueCode.BadEncoding,
            ImportIssueCode.RowTooLong, ImportIssueCode.FieldTooLong, ImportIssueCode.TooManyRows,
            ImportIssueCode.FileTooLarge, "actual: CubeCell", "v1: CubeCell", "v,3: CubeCell", " cells",
        ];
        string all = string.Join('\n', told);
        Assert.All(expected, text => Assert.Contains(text, all, StringComparison.Ordinal));
        Assert.InRange(told.Count(text => text.Contains("actual: CubeCell", StringComparison.Ordinal)), 50, Books);
    }

    private static void RequireNoDifference(int seed)
    {
        string difference = FirstDifference(seed, TestRounds.Of(Books), book => book.Profiles);
        Assert.True(difference.Length == 0, difference);
    }

    private static MessyBook Messy(Random random) =>
        MessyBook.Create(random, MessyDialect.Create(random), MessyDialect.Create(random));

    private static ImportProfile Changed(ImportProfile profile, string setting) => setting switch
    {
        "signs" => profile.WithAmountSigns((AmountSigns)(((int)profile.AmountSigns + 1) % 3)),
        "numbers" => profile.WithNumbers(profile.DecimalSeparator == '.' ? ',' : '.', ""),
        "tokens" => profile.WithAbsentTokens(profile.AbsentTokens.IsEmpty ? ["E"] : []),
        "dates" => profile.WithDatePatterns("MM/dd/uuuu"),
        "rounding" => profile.WithRounding(
            profile.Rounding is null ? MidpointRounding.ToEven : (MidpointRounding)(((int)profile.Rounding + 2) % 5)),
        _ => profile.WithDelimiter('~'),
    };

    private static string FirstDifference(int seed, int books, Func<MessyBook, BookProfiles> profilesInBulk)
    {
        var random = new Random(seed);
        for (int i = 0; i < books; i++)
        {
            using MessyBook book = Messy(random);
            string difference = BulkDifference.First(
                random, book.ReadPlainly(), settings => book.ReadInBulk(settings, profilesInBulk(book)));
            if (difference.Length > 0)
            {
                return $"seed {seed}, book {i}, {difference}";
            }
        }

        return "";
    }
}
