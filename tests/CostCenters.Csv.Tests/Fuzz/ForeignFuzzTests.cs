using System.Diagnostics;
using System.Globalization;
using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Tests.Unit.Shapes;
using CostCenters.Ledgers;
using Xunit.Abstractions;

namespace CostCenters.Csv.Tests.Fuzz;

/// <summary>Damages valid files of other systems, whose meaning is known.</summary>
/// <remarks>A row that was not damaged is read as it was or not at all; nothing is invented and nothing counted twice.
/// <c>COSTCENTERS_FUZZ_MINUTES</c> in the environment goes on for so many minutes.</remarks>
public class ForeignFuzzTests(ITestOutputHelper output)
{
    private static readonly int Cases = TestRounds.Of(20_000);

    [Fact]
    public void Read_DamagedForeignFile_InventsNothingAndCountsEveryRow()
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed.ToString(CultureInfo.InvariantCulture)}");
        RequireNone(FirstDifference(seed, Cases, Read));
        if (int.TryParse(
            Environment.GetEnvironmentVariable("COSTCENTERS_FUZZ_MINUTES"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int minutes))
        {
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromMinutes(minutes);)
            {
                RequireNone(FirstDifference(++seed, Cases, Read));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20260331)]
    public void Read_DamagedForeignFileOfAKnownSeed_InventsNothing(int seed) =>
        RequireNone(FirstDifference(seed, Cases, Read));

    [Fact]
    public void Read_SoundForeignFile_GivesWhatItMeans()
    {
        var random = new Random(7);
        for (int i = 0; i < 200; i++)
        {
            ForeignFile file = ForeignFile.Create(random);
            ImportResult<IReadOnlyList<Posting>> result = Read(file.ToBytes(), file.Profile);

            Assert.DoesNotContain(result.Issues, issue => issue.Severity != ImportSeverity.Note);
            Assert.Equal(
                file.Postings.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal),
                Meanings(result).Order(StringComparer.Ordinal));
        }
    }

    // Proves that the cases catch an importer that pays no heed to quotes, lines and signs.
    [Fact]
    public void Read_DamagedForeignFileByACarelessImporter_IsCaught() =>
        Assert.NotEqual("", FirstDifference(1, Cases, (bytes, profile) => Read(bytes, profile
            .WithLiteralQuotes().WithShortRows().WithSurplusCells().WithAmount(
                CostCenters.Csv.Shapes.AmountSource.FromColumn(profile.Amount?.Column
                    ?? CostCenters.Csv.Shapes.ColumnSource.Named("Amount"))))));

    private static void RequireNone(string difference) => Assert.True(difference.Length == 0, difference);

    private static string FirstDifference(
        int seed, int cases, Func<byte[], ImportProfile, ImportResult<IReadOnlyList<Posting>>> read)
    {
        var random = new Random(seed);
        for (int i = 0; i < cases; i++)
        {
            ForeignFile file = ForeignFile.Create(random);
            (string kind, byte[] bytes, HashSet<string> damaged, int strange, bool isStructural) =
                Damaged(file, random);
            ImportResult<IReadOnlyList<Posting>> result = read(bytes, file.Profile);
            string wrong = Check(file, result, damaged, strange, isStructural);
            if (wrong.Length > 0)
            {
                return $"case {i}, {file.Kind}, {kind}: {wrong}\n{file.Profile.Settings.Encoding.GetString(bytes)}\n"
                    + string.Join('\n', result.Issues);
            }
        }

        return "";
    }

    /// <summary>What a result says that the file does not mean; empty where there is nothing.</summary>
    private static string Check(
        ForeignFile file,
        ImportResult<IReadOnlyList<Posting>> result,
        HashSet<string> damaged,
        int strange,
        bool isStructural)
    {
        ImportCounts counts = result.Counts;
        if (counts.Read != counts.Accepted + counts.Rejected + counts.SetAside)
        {
            return $"counts do not add up: {counts}";
        }

        if (result.Value is null)
        {
            return result.Issues.Any(issue => issue.Severity == ImportSeverity.FileStopped) ? "" : "stopped unsaid";
        }

        if (result.Value.Count != counts.Accepted)
        {
            return $"{result.Value.Count} postings, {counts}";
        }

        if (isStructural)
        {
            // A heading or a label was hit, which may rename a column or move rows to another section; what their own
            // cells say stands.
            List<string> left = [.. file.Postings.Values.Select(Own)];
            int lost = result.Value.Count(posting => !left.Remove(Own(Meaning(posting))));
            return lost <= strange ? "" : $"{lost} postings whose date, center and amount no row has";
        }

        int unknown = 0;
        HashSet<string> seen = [];
        foreach (string meaning in Meanings(result))
        {
            string id = meaning.Split(' ')[0];
            bool isWhole = file.Postings.TryGetValue(id, out string? expected) && meaning == $"{id} {expected}";
            if (isWhole && seen.Add(id))
            {
                continue;
            }

            unknown += damaged.Contains(id) ? 0 : 1;
        }

        return unknown <= strange ? "" : $"{unknown} postings that the file does not mean";
    }

    /// <summary>A damaged file, the documents of the lines that were hit, and how many postings may be strange: rows
    /// whose damaged form is legal by itself.</summary>
    private static (string Kind, byte[] Bytes, HashSet<string> Damaged, int Strange, bool IsStructural) Damaged(
        ForeignFile file, Random random)
    {
        List<byte[]> lines = [.. file.Lines.Select(file.Profile.Settings.Encoding.GetBytes)];
        HashSet<string> damaged = [];
        int strange = 0;
        bool isStructural = false;
        string kinds = "";
        int[] places = [.. Enumerable.Range(0, lines.Count)];
        random.Shuffle(places);
        foreach (int hit in places.Take(random.Next(1, 4)))
        {
            if (file.Rows[hit] is string id)
            {
                damaged.Add(id);
            }
            else
            {
                isStructural = true;
            }

            strange++;
            byte[] next = hit + 1 < lines.Count ? file.Profile.Settings.Encoding.GetBytes(file.Lines[hit + 1]) : [];
            (string kind, byte[] line) = Blow(lines[hit], next, random);
            lines[hit] = line;
            kinds += kind + " ";
        }

        byte[] bytes = [.. lines.SelectMany(line => line)];
        if (random.Next(10) == 0)
        {
            int cut = random.Next(bytes.Length);
            bytes = bytes[..cut];
            kinds += "cut";

            // What the cut leaves of the last row may be a legal row.
            strange++;
        }

        return (kinds, bytes, damaged, strange, isStructural);
    }

    private static (string Kind, byte[] Line) Blow(byte[] line, byte[] next, Random random)
    {
        int place = random.Next(Math.Max(1, line.Length));
        switch (random.Next(9))
        {
            case 0:
                return ("quotes dropped", [.. line.Where(unit => unit != '"')]);
            case 1:
                return ("quote added", [.. line[..place], (byte)'"', .. line[place..]]);
            case 2:
                return ("separators swapped", [.. line.Select(Swapped)]);
            case 3:
                byte[] rest = line[Math.Min(place + 1, line.Length)..];
                return ("byte flipped", [.. line[..place], (byte)random.Next(256), .. rest]);
            case 4:
                return ("lines joined", [.. line.Where(unit => unit is not ((byte)'\n' or (byte)'\r'))]);
            case 5:
                return ("NUL", [.. line[..place], 0, .. line[place..]]);
            case 6:
                return ("huge cell", [.. line[..place], .. Enumerable.Repeat((byte)'7', 5_000), .. line[place..]]);
            case 7:
                return ("line doubled", [.. line, .. line]);
            default:
                return ("next line doubled", [.. line, .. next]);
        }
    }

    private static byte Swapped(byte unit) => unit switch
    {
        (byte)';' => (byte)',',
        (byte)',' => (byte)';',
        _ => unit,
    };

    private static IEnumerable<string> Meanings(ImportResult<IReadOnlyList<Posting>> result) =>
        result.Value!.Select(posting => $"{posting.Reference} {Meaning(posting)}");

    private static string Meaning(Posting posting) => string.Create(
        CultureInfo.InvariantCulture,
        $"{posting.Date:uuuu-MM-dd} {posting.Center} {posting.Element} {posting.Amount * 100m:0}");

    /// <summary>A meaning without its element, which a section may have given.</summary>
    private static string Own(string meaning)
    {
        string[] parts = meaning.Split(' ');
        return $"{parts[0]} {parts[1]} {parts[3]}";
    }

    private static ImportResult<IReadOnlyList<Posting>> Read(byte[] bytes, ImportProfile profile) =>
        PostingsCsv.Read(CsvInput.FromStream(new MemoryStream(bytes), "file.csv"), ShapedPostings.Space, profile);
}
