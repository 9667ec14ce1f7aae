using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Tests.Fuzz;

/// <summary>A valid table, one thing broken in it, and what must come out.</summary>
/// <param name="Kind">What was broken.</param>
/// <param name="Bytes">The damaged file.</param>
/// <param name="Accepted">The amounts in cents that must be accepted, in order.</param>
/// <param name="Rejected">The lines and codes that must be told, as <c>line code</c>.</param>
public sealed record Damage(string Kind, byte[] Bytes, IReadOnlyList<long> Accepted, IReadOnlyList<string> Rejected)
{
    private const string Header = "center,date,amount,text";

    /// <summary>Breaks one row of a random valid table.</summary>
    public static Damage Create(Random random)
    {
        long[] amounts = [.. Enumerable.Range(0, random.Next(2, 40)).Select(_ => random.NextInt64(-99_999, 99_999))];
        string[] texts = ["", "plain", "\"with, comma\"", "\"say \"\"so\"\"\"", "\"two\nlines\"", "é"];
        string[] rows =
        [
            .. amounts.Select((cents, i) => FormattableString.Invariant(
                $"C{i},2024-03-{random.Next(10, 32)},{cents / 100m:0.00},{texts[random.Next(texts.Length)]}")),
        ];
        string end = random.Next(2) == 0 ? "\n" : "\r\n";
        int hit = random.Next(rows.Length);
        int line = 2 + rows.Take(hit).Sum(row => 1 + row.Count(c => c == '\n'));
        long[] others = [.. amounts.Where((_, i) => i != hit)];
        string first = rows[hit].Replace("\n", " ", StringComparison.Ordinal);

        Damage With(string kind, string row, string code) => new(
            kind, Join(rows, hit, row, end), others, [FormattableString.Invariant($"{line} {code}")]);

        switch (random.Next(9))
        {
            case 0:
                return new Damage("none", Join(rows, hit, rows[hit], end), amounts, []);
            case 1:
                return With("stray quote", first.Insert(random.Next(1, 3), "\""), ImportIssueCode.BadQuoting);
            case 2:
                return With("text after quote", "\"C\"x" + first, ImportIssueCode.BadQuoting);
            case 3:
                return With("NUL", first.Insert(random.Next(first.Length), "\0"), ImportIssueCode.BadEncoding);
            case 4:
                int comma = rows[hit].IndexOf(',', StringComparison.Ordinal);
                return With("cell dropped", rows[hit][(comma + 1)..], ImportIssueCode.RaggedRow);
            case 5:
                return With("cell added", rows[hit] + ",x", ImportIssueCode.RaggedRow);
            case 6:
                return With("separators swapped", first.Split('"')[0].Replace(',', ';'), ImportIssueCode.RaggedRow);
            case 7:
                // Nothing after an unclosed quote can be read; doubled quotes elsewhere must not close it.
                string rest = string.Concat(rows.Skip(hit + 1)).Replace("\"", "", StringComparison.Ordinal);
                return new Damage(
                    "quote never closed",
                    Join(rows, hit, "\"" + first.Replace("\"", "", StringComparison.Ordinal), end, rest),
                    amounts[..hit],
                    [FormattableString.Invariant($"{line} {ImportIssueCode.BadQuoting}")]);
            default:
                return new Damage(
                    "header twice",
                    [.. System.Text.Encoding.UTF8.GetBytes(Header + ",Amount\n"), .. Join(rows, hit, rows[hit], end)],
                    [],
                    [$"1 {ImportIssueCode.DuplicateColumn}"]);
        }
    }

    public override string ToString() => $"{Kind}: {System.Text.Encoding.UTF8.GetString(Bytes)}";

    private static byte[] Join(string[] rows, int hit, string row, string end, string? rest = null)
    {
        IEnumerable<string> lines = rows.Take(hit).Prepend(Header).Append(row);
        return System.Text.Encoding.UTF8.GetBytes(
            string.Join(end, rest is null ? lines.Concat(rows.Skip(hit + 1)) : lines.Append(rest)) + end);
    }
}
