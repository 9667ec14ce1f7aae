using System.Text;

namespace CostCenters.Samples.LargeLedger;

/// <summary>
/// A row of postings: in order of date, with centers and elements of which some are far more frequent than others.
/// </summary>
/// <remarks>
/// 8 % of the texts are quoted; 0.5 % hold a doubled quote and 0.02 % a line end. 60 % of the quantities are empty.
/// </remarks>
internal static class PostingRow
{
    public const string Header = "date,center,element,amount,quantity,document,text\n";

    /// <summary>What a posting comes to on average, credits included.</summary>
    public const long MeanCents = MostCents / 4 * 9 / 10;

    private const long MostCents = 1_000_000;
    private const int RowsPerDocument = 4;

    // Steps through all codes, so that the frequent ones are not neighbours.
    private const int CenterStep = 387;
    private const int ElementStep = 131;

    private static readonly byte[][] Days = Company.Days();

    private static readonly string[] Subjects =
        ["Office supplies", "Consulting hours", "Freight inbound", "Licence renewal", "Repair work", "Travel refund"];

    private static readonly byte[][] PlainTexts = [.. Subjects.Select(subject => Utf8($"{subject} ref "))];
    private static readonly byte[][] QuotedTexts = [.. Subjects.Select(subject => Utf8($"\"{subject}, net "))];
    private static readonly byte[][] DoubledTexts =
        [.. Subjects.Select(subject => Utf8($"\"{subject} \"\"urgent\"\" "))];
    private static readonly byte[][] BrokenTexts = [.. Subjects.Select(subject => Utf8($"\"{subject}\nsecond line "))];

    public static void Add(long row, long rows, ref RowBytes bytes)
    {
        var random = new RandomStream(row);
        bytes.Add(Days[(int)(row * Days.Length / rows)]);
        bytes.Add(",C"u8);
        bytes.Add(random.SkewedBelow(Company.Centers) * CenterStep % Company.Centers, digits: 4);
        bytes.Add((byte)',');
        bytes.Add(Company.FirstElement + (random.SkewedBelow(Company.Elements) * ElementStep % Company.Elements));
        bytes.Add((byte)',');
        long cents = 1 + (random.Below(MostCents) * random.Below(MostCents) / MostCents);
        bytes.AddCents(random.Below(20) == 0 ? -cents : cents);
        bytes.Add((byte)',');
        if (random.Below(100) < 40)
        {
            bytes.Add(1 + random.Below(500));
        }

        bytes.Add(",D"u8);
        bytes.Add(row / RowsPerDocument, digits: 7);
        bytes.Add((byte)',');
        AddText(ref random, ref bytes);
        bytes.Add((byte)'\n');
    }

    private static void AddText(ref RandomStream random, ref RowBytes bytes)
    {
        int subject = (int)random.Below(Subjects.Length);
        long kind = random.Below(10_000);
        byte[][] texts = kind < 2 ? BrokenTexts : kind < 50 ? DoubledTexts : kind < 800 ? QuotedTexts : PlainTexts;
        bytes.Add(texts[subject]);
        bytes.Add(random.Below(10_000), digits: 4);
        if (texts != PlainTexts)
        {
            bytes.Add((byte)'"');
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
