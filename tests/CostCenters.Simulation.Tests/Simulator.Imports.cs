using System.Globalization;
using System.Text;
using CostCenters.Journals;
using CostCenters.Ledgers;
using NodaTime.Text;

namespace CostCenters.Simulation.Tests;

/// <content>Files of postings, most of them damaged.</content>
internal sealed partial class Simulator
{
    private const string Header = "date,center,element,amount,quantity,document,text";

    private readonly List<(string Id, byte[] File, List<FileRow> Rows)> files = [];

    /// <summary>A row as it stands in a file.</summary>
    /// <param name="Text">The row.</param>
    /// <param name="Posting">What it says, as far as that can be read.</param>
    /// <param name="Damage">The code of what is wrong with it whatever the masters are, or null.</param>
    /// <param name="IsReadable">Whether its cells are looked at although it is damaged.</param>
    private sealed record FileRow(string Text, Posting Posting, string? Damage, bool IsReadable);

    private void Import()
    {
        List<FileRow> rows = [.. Enumerable.Range(0, random.Next(1, 25)).Select(_ => SomeRow())];
        byte[] file = FileOf(rows);
        string id = NewName("file ");
        files.Add((id, file, rows));
        Import(id, file, rows, new MemoryStream(file), CancellationToken.None);
    }

    private void ImportAgain()
    {
        if (files.Count == 0)
        {
            return;
        }

        (string id, byte[] file, List<FileRow> rows) = Pick(files);
        if (OneIn(2))
        {
            rows = [.. rows, SomeRow()];
            file = FileOf(rows);
        }

        Import(id, file, rows, new MemoryStream(file), CancellationToken.None);
    }

    /// <summary>The reading fails or is cancelled at some byte: all is posted, or nothing.</summary>
    private void StopAnImport()
    {
        List<FileRow> rows = [.. Enumerable.Range(0, random.Next(5, 25)).Select(_ => SomeRow())];
        byte[] file = FileOf(rows);
        using var cancellation = new CancellationTokenSource();
        bool isCancelled = OneIn(2);
        int stopAt = random.Next(file.Length);
        Action stop = isCancelled
            ? cancellation.Cancel
            : () => throw new IOException("The disk cannot be read.");
        try
        {
            Import(NewName("file "), file, rows, new StoppingStream(file, stopAt, stop), cancellation.Token);
        }
        catch (OperationCanceledException) when (isCancelled)
        {
            // Compared afterwards: nothing of it is left.
        }
    }

    private void Import(string id, byte[] file, List<FileRow> rows, Stream stream, CancellationToken cancellation)
    {
        bool isKnown = model.Now.Find(id) is not null;
        (string issues, List<Posting> accepted) = Expected(id, rows);
        ImportAnswer actual = subject.Import(stream, new DocumentId(id), Stamp, cancellation);
        if (stream is StoppingStream && actual.Issues.Contains("unreadable-file", StringComparison.Ordinal))
        {
            Same(null, actual.Position, "what a file that cannot be read posts");
            return;
        }

        Same(rows.Count, actual.Accepted + actual.Rejected, $"rows read of {Encoding.UTF8.GetString(file)}");
        if (accepted.Count == 0 && !isKnown)
        {
            Same(
                new ImportAnswer(0, rows.Count, issues, Position: null, WasKnown: false),
                actual,
                "the import of a file without a good row");
            return;
        }

        Answer posted = model.Post(id, accepted);
        if (posted.Outcome == CommandOutcome.Refused)
        {
            Same((0L, (long?)null), (actual.Accepted, actual.Position), "what a file with a taken id posts");
            return;
        }

        Same(
            new ImportAnswer(
                accepted.Count,
                rows.Count - accepted.Count,
                issues,
                posted.Position,
                posted.Outcome == CommandOutcome.AcceptedBefore),
            actual,
            "the import");
        NoteEnd(posted);
        Same(
            true,
            subject.Book.Ledger.Snapshot().TryGetDocument(new DocumentId(id), out DocumentEntry? document)
                && document.Postings().SequenceEqual(accepted),
            "whether the rows are posted as they stand in the file");
    }

    /// <summary>What is told of the rows of a file, and the postings of those that nothing is told of.</summary>
    private (string Issues, List<Posting> Accepted) Expected(string id, List<FileRow> rows)
    {
        var known = new Queue<Posting>(model.Now.Find(id)?.Postings ?? []);
        bool isKnown = known.Count > 0;
        List<string> issues = [];
        List<Posting> accepted = [];
        int line = 2;
        foreach (FileRow row in rows)
        {
            // A row of a document that is known is no news: its period may be closed by now.
            string[] codes = [.. CodesOf(row, looksAtClosed: false)];
            bool isNews = codes.Length == 0 && !(known.TryPeek(out Posting? next) && next == row.Posting);
            codes = isNews || (codes.Length > 0 && !isKnown) ? [.. CodesOf(row, looksAtClosed: true)] : codes;
            int number = line;
            issues.AddRange(codes.Order(StringComparer.Ordinal)
                .Select(code => string.Create(CultureInfo.InvariantCulture, $"{number} {code}")));
            if (codes.Length == 0)
            {
                accepted.Add(row.Posting);
                _ = isNews ? null : known.Dequeue();
            }

            line += 1 + row.Text.Count(each => each == '\n');
        }

        return (string.Join("; ", issues), accepted);
    }

    private FileRow SomeRow()
    {
        Posting posting = new(
            AnyDay(),
            new(AnyCenter()),
            new(OneIn(40) ? "nothing" : KnownElement()),
            AnyAmount(),
            OneIn(3) ? random.Next(-5_000_000, 5_000_000) / 1_000_000m : null,
            OneIn(2) ? NewName("voucher ") : null,
            Pick([null, "plain", "with, comma", "say \"so\"", "two\nlines", "caf\u00e9"]));
        string[] cells =
        [
            LocalDatePattern.Iso.Format(posting.Date),
            posting.Center.Value,
            posting.Element.Value,
            posting.Amount.ToString(OneIn(2) ? "0.00" : "0.##", CultureInfo.InvariantCulture),
            posting.Quantity?.ToString("0.######", CultureInfo.InvariantCulture) ?? "",
            posting.Reference ?? "",
            Quoted(posting.Text ?? ""),
        ];
        string whole = string.Join(',', cells);
        return random.Next(24) switch
        {
            0 => new FileRow(string.Join(',', cells[..5]), posting, "ragged-row", IsReadable: false),
            1 => new FileRow(whole + ",x", posting, "ragged-row", IsReadable: false),
            2 => new FileRow(With(3, "1e3"), posting, "bad-number", IsReadable: true),
            3 => new FileRow(With(3, "1,000.00"), posting, "bad-number", IsReadable: true),
            4 => new FileRow(With(3, "0.001"), posting, "too-many-digits", IsReadable: true),
            5 => new FileRow(With(3, ""), posting, "missing-value", IsReadable: true),
            6 => new FileRow(With(4, "-"), posting, "bad-number", IsReadable: true),
            7 => new FileRow("x\"y\"" + whole.Replace('\n', ' '), posting, "bad-quoting", IsReadable: false),
            8 => new FileRow(whole.Insert(2, "\0"), posting, "bad-encoding", IsReadable: false),
            9 => new FileRow(whole + ",,", posting, Damage: null, IsReadable: true),
            _ => new FileRow(whole, posting, Damage: null, IsReadable: true),
        };

        string With(int cell, string text) =>
            string.Join(',', cells.Select((each, place) => place == cell ? Quoted(text) : each));
    }

    private IEnumerable<string> CodesOf(FileRow row, bool looksAtClosed)
    {
        if (row.Damage is string damage)
        {
            yield return damage;
        }

        IEnumerable<CommandFaultKind> faults =
            row.IsReadable ? model.FaultsOf(row.Posting, looksAtClosed) : [];
        foreach (CommandFaultKind fault in faults)
        {
            yield return fault switch
            {
                CommandFaultKind.UnknownCenter => "unknown-center",
                CommandFaultKind.CenterNotValid => "center-not-valid",
                CommandFaultKind.CenterBlocked => "center-blocked",
                CommandFaultKind.PeriodClosed => "period-closed",
                CommandFaultKind.UnknownElement => "unknown-element",
                CommandFaultKind.ElementNotValid => "element-not-valid",
                _ => $"{fault}",
            };
        }
    }

    private byte[] FileOf(List<FileRow> rows)
    {
        string end = OneIn(2) ? "\n" : "\r\n";
        string text = string.Join(end, rows.Select(row => row.Text).Prepend(Header));
        return Encoding.UTF8.GetBytes(text + Pick(["", end, "\r"]));
    }

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\n")
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
