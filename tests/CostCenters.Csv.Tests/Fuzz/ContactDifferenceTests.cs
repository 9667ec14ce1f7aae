using System.Text;
using CostCenters.Calendars;
using CostCenters.Csv.Bulk;
using CostCenters.Csv.Imports;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using NodaTime;
using Xunit.Abstractions;

namespace CostCenters.Csv.Tests.Fuzz;

public class ContactDifferenceTests(ITestOutputHelper output)
{
    private const int Files = 150;
    private const string Header = "ticket,center,channel,cause,opened,first_answered,resolved,contacts,score";

    // Tickets come back in rows that are far apart, so that they are in different chunks.
    private const string Rows = "ticket,center,channel,\"cau\nse\",opened,first_answered,resolved,contacts,score\n"
        + "A,S1,phone,login,2026-01-31T23:30:00Z,2026-02-01T00:31:30.25+01:00,,,4.5\n"
        + "\"A\",S1,mail,,2026-01-31T23:30Z,,2026-02-03T11:00+01:00,2,\r\n"
        + "\"B, \"\"b\"\"\",\"CENTER-OF-MORE-THAN-16-BYTES\",phone,\"bill, or so\",2026-01-02T10:00Z,,,1.0,\n"
        + "\n"
        + "C,S2,phone,,2026-01-31T22:59:59.999999Z,,,,\n"
        + "C,S2,phone,,2026-01-31T23:00Z,,,,not a score\n"
        + "D,S9,fax,,2026-02-02T10:00,x,2026-02-01T10:00Z,0,9\n"
        + ",,,,,,,,\n"
        + "D,S1,phone,,2026-02-02T10:00Z,2026-02-02T09:59Z,2026-02-02T09:58Z,1.5,0\n"
        + "E,S1,pho\"ne,,2026-02-02T10:00Z,,,,\n"
        + "E,S1\n"
        + "E,S1,phone,NUL\0,2026-02-02T10:00Z,,,,\n"
        + "Ü,S1,phone,é,2026-02-02T10:00-18:00,,2149-12-31T22:59:59Z,2147483647,5\n"
        + "Ü,S1,phone,é,1900-01-01T00:00+01:00,,2149-12-31T23:00Z,2147483648,1.0000001\n"
        + "B,S1,mail,login,2026-03-01T00:00+01:00,,2026-03-01T00:00+01:00,,1\n"
        + "A,S2,mail,login,2026-02-28T23:59:59+01:00,2026-03-01T00:00+01:00,,3,2\n"
        + "\"F\n\",S1,phone,,2026-03-01T00:00+01:00,,,,\"1";

    private static readonly string[] Times =
    [
        "2026-01-31T22:30Z", "2026-02-01T00:31:30.25+01:00", "2026-02-03T11:00:00+01:00", "2026-02-28T23:59:59.5-05:30",
    ];

    private static readonly ContactScheme Scheme = new(
        new CenterHierarchy.Builder()
            .Add(new CenterCode("S1"), new CenterValidity("", CenterKind.Cost))
            .Add(new CenterCode("S2"), new CenterValidity("", CenterKind.Cost, from: new LocalDate(2026, 2, 1)))
            .Add(new CenterCode("CENTER-OF-MORE-THAN-16-BYTES"), new CenterValidity("", CenterKind.Cost))
            .Build(),
        FiscalCalendar.Months(1, YearNaming.End),
        WorkingHours.Of(
            DateTimeZoneProviders.Tzdb["Europe/Berlin"],
            Enum.GetValues<IsoDayOfWeek>().Skip(1).Select(day =>
                new WorkingSpan(day, new LocalTime(8, 0), new LocalTime(23, 45))),
            []),
        [new ChannelCode("phone"), new ChannelCode("mail")],
        new ScoreScale(1, 5));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Read_ChunkBordersAtEveryByte_TellsWhatThePlainReaderTells(int threads) =>
        RequireNoDifference(Rows, threads, "bad-quoting");

    [Theory]
    [InlineData("\r", "2026-P02 S1")]
    [InlineData("\r\r", "bad-number")]
    public void Read_ReturnAsTheLastByte_BelongsToTheEndOfItsLine(string end, string told) =>
        RequireNoDifference(
            Header + "\nA,S1,phone,,2026-01-02T10:00Z,,,,\nB,S1,phone,,2026-02-02T10:00Z,,,,4" + end, 2, told);

    [Fact]
    public void Read_ReturnsAlone_StopLikeThePlainReader() =>
        RequireNoDifference(Header + "\rA,S1,phone,,2026-01-02T10:00Z,,,,\r", 2, ImportIssueCode.BadLineEnds);

    private static void RequireNoDifference(string rows, int threads, string told)
    {
        byte[] file = Encoding.UTF8.GetBytes(rows);
        string plain = ReadPlainly(file);
        Assert.Contains(told, plain, StringComparison.Ordinal);
        using var path = new TemporaryFile(file);
        BulkDifference.NoneInChunks(plain, file.Length, threads, settings => ReadInBulk(path, settings));
    }

    [Fact]
    public void Read_RowsTooLongToCarry_TellsWhatThePlainReaderTells()
    {
        byte[] file = Encoding.UTF8.GetBytes(Rows);
        using var path = new TemporaryFile(file);

        BulkDifference.NoneWithCarry(ReadPlainly(file), settings => ReadInBulk(path, settings));
    }

    [Fact]
    public void Read_MessyFiles_TellsWhatThePlainReaderTells()
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");

        Assert.Equal("", FirstDifference(seed));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20260331)]
    public void Read_MessyFilesOfAKnownSeed_TellsWhatThePlainReaderTells(int seed) =>
        Assert.Equal("", FirstDifference(seed));

    // Proves that the files hold something of everything: the comparison above would be easy without.
    [Fact]
    public void MessyFiles_OfAKnownSeed_HaveEveryFaultOfARow()
    {
        var random = new Random(1);
        string all = string.Join('\n', Enumerable.Range(0, Files).Select(_ => ReadPlainly(Messy(random))));
        string[] expected =
        [
            ImportIssueCode.MissingValue, ImportIssueCode.UnknownCenter, ImportIssueCode.CenterNotValid,
            ImportIssueCode.UnknownChannel, ImportIssueCode.BadTime, ImportIssueCode.ReversedTimes,
            ImportIssueCode.BadNumber, ImportIssueCode.TooManyDigits, ImportIssueCode.OutOfRange,
            ImportIssueCode.OutOfScale, ImportIssueCode.RaggedRow, ImportIssueCode.BadQuoting,
            ImportIssueCode.BadEncoding, "2026-P01 S1", "2026-P02 S2", "mail login",
        ];

        Assert.All(expected, text => Assert.Contains(text, all, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("utf-8", "4,5")]
    [InlineData("windows-1252", "4,5")]
    [InlineData("utf-8", "NULL")]
    public void Read_OtherDialect_TellsWhatThePlainReaderTells(string encoding, string score)
    {
        ImportProfile profile = ImportProfile.Contract
            .WithDelimiter(';').WithEncoding(encoding).WithNumbers(',', ".").WithAbsentTokens("NULL");
        byte[] rows = Encoding.UTF8.GetBytes(
            Header.Replace(',', ';') + $"\nA;S1;phone;;2026-01-31T22:30Z;;;2;{score}\nB;S1;NULL;;;;;1.5;4.5\n");
        using var path = new TemporaryFile(rows);
        using var stream = new MemoryStream(rows);
        string plain = Text(ContactsCsv.Read(CsvInput.FromStream(stream, TemporaryFile.Name), Scheme, profile));

        Assert.Contains("1 accepted", plain, StringComparison.Ordinal);
        Assert.Equal(plain, Text(ContactsCsv.Read(path.Path, Scheme, threads: 2, profile: profile)));
    }

    [Fact]
    public void Read_MissingFile_TellsWhatThePlainReaderTells()
    {
        string path = Path.Combine(Path.GetTempPath(), "no such contacts.csv");
        ImportResult<ContactFigures> bulk = ContactsCsv.Read(path, Scheme);

        Assert.Null(bulk.Value);
        Assert.Equal(
            Text(ContactsCsv.Read(CsvInput.FromFile(path), Scheme, ImportProfile.Contract)), Text(bulk));
    }

    [Fact]
    public void Read_CanceledOrWithoutThreads_Throws()
    {
        using var path = new TemporaryFile(Encoding.UTF8.GetBytes(Rows));

        Assert.Throws<OperationCanceledException>(() =>
            ContactsCsv.Read(path.Path, Scheme, cancellation: new CancellationToken(canceled: true)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContactsCsv.Read(path.Path, Scheme, threads: 0));
    }

    private static string FirstDifference(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < TestRounds.Of(Files); i++)
        {
            byte[] file = Messy(random);
            using var path = new TemporaryFile(file);
            string difference =
                BulkDifference.First(random, ReadPlainly(file), settings => ReadInBulk(path, settings));
            if (difference.Length > 0)
            {
                return $"seed {seed}, file {i}, {difference}";
            }
        }

        return "";
    }

    private static byte[] Messy(Random random) => MessyBook.Table(
        random,
        Header,
        [
            ["T1", "T2", "T3", "T4", "\"T,5\"", "Ü"],
            ["S1", "S1", "S2", "CENTER-OF-MORE-THAN-16-BYTES"],
            ["phone", "mail", "\"mail\""],
            ["", "login", "\"bill, or so\""],
            Times,
            ["", .. Times],
            ["", "2026-03-30T09:00Z", "2026-03-30T10:00:00.000001+02:00", .. Times],
            ["", "", "1", "2", "3.0", "0", "2147483648"],
            ["", "1", "4.5", "5.000000", "0.9", "5.000001"],
        ]);

    private static string ReadPlainly(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return Text(ContactsCsv.Read(
            CsvInput.FromStream(stream, TemporaryFile.Name), Scheme, ImportProfile.Contract));
    }

    private static string ReadInBulk(TemporaryFile file, BulkSettings settings) =>
        Text(ContactsCsv.Read(
            file.Path, Scheme, ImportProfile.Contract, settings, progress: null, CancellationToken.None));

    private static string Text(ImportResult<ContactFigures> result) =>
        string.Join(
            '\n',
            [
                .. result.Issues.Select(issue => $"{issue.Severity} {issue}"),
                .. result.Files.Select(file => $"{file.Name}: {file.Counts}"),
                .. result.Value is null ? [] : ContactText.Of(result.Value),
            ]);

    /// <summary>A file in a folder of its own.</summary>
    private sealed class TemporaryFile : IDisposable
    {
        public const string Name = "contacts.csv";

        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

        public TemporaryFile(byte[] bytes) => File.WriteAllBytes(Path, bytes);

        public string Path => System.IO.Path.Combine(folder.FullName, Name);

        public void Dispose() => folder.Delete(recursive: true);
    }
}
