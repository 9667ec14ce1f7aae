using System.Globalization;
using CostCenters.Books;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Reports;
using Xunit.Abstractions;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Fuzz;

/// <summary>Damages whole book folders.</summary>
public class BookFuzzTests(ITestOutputHelper output)
{
    private const int Cases = 60;

    private static readonly string[] Files =
        ["book.json", "centers.csv", "elements.csv", "budget.csv", "postings.csv", "key-figures.csv"];

    private static readonly string[] BadRows =
    [
        "x\n", "\"open\" x,,\n", "\0\n", ",,,1,,\n", "2026-01-01,nobody,rent,1\n", "plan,A,rent,2026-P99,1\n",
        "2026-P01,A,heads,1e3\n",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(20260331)]
    [InlineData(null)]
    public void Read_DamagedBook_NeverThrowsLosesNoRowAndCountsOnlyWhatItAccepts(int? fixedSeed)
    {
        int seed = fixedSeed ?? Environment.TickCount;
        output.WriteLine($"seed {seed.ToString(CultureInfo.InvariantCulture)}");
        var random = new Random(seed);
        int whole = 0;
        for (int i = 0; i < Cases; i++)
        {
            using TestBook folder = CreateSound(random);
            foreach (string file in random.GetItems(Files, random.Next(1, 3)))
            {
                folder.With(file, Damaged(File.ReadAllBytes(folder.PathOf(file)), random));
            }

            whole += Check(folder) ? 1 : 0;
        }

        Assert.InRange(whole, 1, Cases - 1);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(null)]
    public void Read_BadRowsBetweenTheOthers_LeavesTheReportAsItWas(int? fixedSeed)
    {
        int seed = fixedSeed ?? Environment.TickCount;
        output.WriteLine($"seed {seed.ToString(CultureInfo.InvariantCulture)}");
        var random = new Random(seed);
        for (int i = 0; i < Cases; i++)
        {
            using TestBook folder = CreateSound(random);
            ImportResult<Book> sound = folder.Read();
            int added = 0;
            foreach (string file in Files[3..])
            {
                string text = File.ReadAllText(folder.PathOf(file));
                List<string> lines = [.. text.Split('\n')[..^1].Select(line => line + "\n")];
                for (int bad = random.Next(4); bad > 0; bad--, added++)
                {
                    lines.Insert(random.Next(1, lines.Count + 1), random.GetItems(BadRows, 1)[0]);
                }

                folder.With(file, string.Concat(lines));
            }

            ImportResult<Book> damaged = folder.Read();

            Assert.Equal((sound.Counts.Accepted, (long)added), (damaged.Counts.Accepted, damaged.Counts.Rejected));
            Assert.Equal(Everything(sound.GetOrThrow()), Everything(damaged.Value!));
        }
    }

    /// <summary>Whether the book could be read, all laws of the import being kept.</summary>
    private static bool Check(TestBook folder)
    {
        ImportResult<Book> result;
        try
        {
            result = folder.Read();
        }
        catch (AmountOverflowException)
        {
            // Damage can make amounts that no cell holds; that is an error and not a wrong figure.
            return false;
        }

        foreach (ImportedFile file in result.Files)
        {
            Assert.Equal(file.Counts.Read, file.Counts.Accepted + file.Counts.Rejected);
            Assert.Equal(
                file.Counts.Rejected,
                result.Issues.Where(issue => issue.Severity == ImportSeverity.RowRejected && issue.File == file.Name)
                    .Select(issue => issue.Line).Distinct().Count());
        }

        if (result.Value is not Book book)
        {
            Assert.Contains(result.Issues, issue => issue.Severity != ImportSeverity.Note);
            return false;
        }

        Assert.Equal(
            result.Files.Single(file => file.Name == "postings.csv").Counts.Accepted,
            book.Ledger.Snapshot().PostingCount);
        Assert.Equal(
            result.Files.Single(file => file.Name == "budget.csv").Counts.Accepted,
            book.Snapshot().Budgets.Sum(version => version.Lines.Length));
        using var rows = new TestBook();
        BookFolder.Write(book, rows.Folder);
        Assert.Equal(Everything(book), Everything(rows.Read().GetOrThrow()));
        return true;
    }

    private static string Everything(Book book) => string.Concat(
        from version in book.Snapshot().Budgets.Select(version => version.Name).Append(null)
        from dimensions in (ReportDimensions[])[ReportDimensions.Center, (ReportDimensions)7]
        select Report(book, version, dimensions));

    private static TestBook CreateSound(Random random)
    {
        string[] centers = ["ROOT", "A", "\"C,1\""];
        string[] elements = ["rent", "sales"];
        string Amount() => (random.Next(-99_999, 99_999) / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        string Rows(int count, Func<string> row) => string.Concat(Enumerable.Range(0, count).Select(_ => row() + "\n"));
        string Center() => random.GetItems(centers, 1)[0];
        string Element() => random.GetItems(elements, 1)[0];
        string Month() => random.Next(1, 13).ToString("00", CultureInfo.InvariantCulture);
        return new TestBook()
            .With("centers.csv", Centers + "\"C,1\",\"Two\nlines\",cost,A,,\n")
            .With("budget.csv", Budget + Rows(8, () =>
                $"plan,{Center()},{Element()},2026{(random.Next(3) == 0 ? "" : "-P" + Month())},{Amount()},"))
            .With("postings.csv", Postings + Rows(20, () =>
                $"2026-{Month()}-05,{Center()},{Element()},{Amount()},,,\"t\"\"{random.Next(9)}\""))
            .With("key-figures.csv", TestBook.KeyFigures + Rows(4, () =>
                $"2026-P{Month()},{Center()},heads,{random.Next(9)}"));
    }

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        List<byte> damaged = [.. bytes];
        for (int hits = random.Next(1, 4); hits > 0 && damaged.Count > 1; hits--)
        {
            int at = random.Next(damaged.Count);
            switch (random.Next(5))
            {
                case 0:
                    damaged.RemoveAt(at);
                    break;
                case 1:
                    damaged[at] = random.GetItems(",;\"\n\r\0 09.-PxX\xFF"u8.ToArray(), 1)[0];
                    break;
                case 2:
                    damaged.Insert(at, (byte)random.Next(256));
                    break;
                case 3:
                    damaged.RemoveRange(at, Math.Min(random.Next(30), damaged.Count - at));
                    break;
                default:
                    damaged.InsertRange(at, damaged[..Math.Min(at, 40)]);
                    break;
            }
        }

        return [.. damaged];
    }
}
