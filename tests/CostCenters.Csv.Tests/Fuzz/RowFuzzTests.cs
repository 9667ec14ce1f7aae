using System.Globalization;
using System.Text;
using CostCenters.Csv.Tests.Unit;
using Xunit.Abstractions;

namespace CostCenters.Csv.Tests.Fuzz;

public class RowFuzzTests(ITestOutputHelper output)
{
    private static readonly int Cases = TestRounds.Of(2_000);

    [Fact]
    public void Import_DamagedFile_RejectsWhatIsDamagedAndKeepsTheRest()
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");

        Assert.Equal("", FirstDifference(seed, Read));
    }

    [Theory]
    [InlineData(20260331)]
    [InlineData(1)]
    public void Import_DamagedFileOfAKnownSeed_RejectsWhatIsDamagedAndKeepsTheRest(int seed) =>
        Assert.Equal("", FirstDifference(seed, Read));

    // Proves that the cases catch a reader that takes lines for rows and skips what it does not understand.
    [Fact]
    public void Import_DamagedFileByACarelessReader_IsCaught() =>
        Assert.NotEqual("", FirstDifference(1, ReadCarelessly));

    [Fact]
    public void Import_RandomBytes_NeverThrowsAndCountsEveryRow()
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        byte[] letters = [.. "a,;\"\n\r\0 019.-"u8, 0xEF, 0xBB, 0xBF, 0xC3, 0xA9, 0xFF];
        for (int i = 0; i < Cases; i++)
        {
            byte[] noise = random.GetItems(letters, random.Next(200));
            Table table = Table.Read([.. "center,date,amount\n"u8, .. noise]);

            Assert.Equal(table.Counts.Accepted, table.Rows.Count);
            Assert.Equal(table.Counts.Rejected, table.Log.Issues.Select(issue => issue.Line).Distinct().Count());
        }
    }

    private static (IReadOnlyList<long> Accepted, IReadOnlyList<string> Rejected) Read(byte[] bytes)
    {
        Table table = Table.Read(bytes);
        return (
            [.. table.Rows.Select(row => long.Parse(row.Split(' ')[2], CultureInfo.InvariantCulture))],
            [.. table.Log.Issues.Select(issue => FormattableString.Invariant($"{issue.Line} {issue.Code}"))]);
    }

    private static (IReadOnlyList<long> Accepted, IReadOnlyList<string> Rejected) ReadCarelessly(byte[] bytes)
    {
        List<long> accepted = [];
        foreach (string line in Encoding.UTF8.GetString(bytes).Split('\n').Skip(1))
        {
            string[] cells = line.Split(',');
            if (cells.Length > 2 && decimal.TryParse(cells[2], CultureInfo.InvariantCulture, out decimal amount))
            {
                accepted.Add((long)(amount * 100m));
            }
        }

        return (accepted, []);
    }

    private static string FirstDifference(
        int seed, Func<byte[], (IReadOnlyList<long> Accepted, IReadOnlyList<string> Rejected)> read)
    {
        var random = new Random(seed);
        for (int i = 0; i < Cases; i++)
        {
            Damage damage = Damage.Create(random);
            (IReadOnlyList<long> accepted, IReadOnlyList<string> rejected) = read(damage.Bytes);
            if (!accepted.SequenceEqual(damage.Accepted) || !rejected.SequenceEqual(damage.Rejected))
            {
                string told = string.Join(", ", rejected);
                return FormattableString.Invariant($"seed {seed}, case {i}, told {told} for {damage}");
            }
        }

        return "";
    }
}
