using System.Text;

namespace CostCenters.Samples.LargeLedger;

/// <summary>Rows of postings, with centers and elements of which some are far more frequent than others.</summary>
/// <remarks>
/// Of the usual texts 8 % are quoted; 0.5 % hold a doubled quote and 0.02 % a line end.
/// </remarks>
internal sealed class PostingRow(Company company, BookShape shape)
{
    /// <summary>What a posting comes to on average, credits included.</summary>
    public const long MeanCents = MostCents / 4 * 9 / 10;

    private const long MostCents = 1_000_000;
    private const int RowsPerDocument = 4;

    // Steps through all codes, so that the frequent ones are not neighbours.
    private const int CenterStep = 387;
    private const int ElementStep = 131;

    private static readonly string[] Subjects =
        ["Office supplies", "Consulting hours", "Freight inbound", "Licence renewal", "Repair work", "Travel refund"];

    private static readonly byte[][] PlainTexts = [.. Subjects.Select(subject => Utf8($"{subject} ref "))];
    private static readonly byte[][] QuotedTexts = [.. Subjects.Select(subject => Utf8($"\"{subject}, net "))];
    private static readonly byte[][] DoubledTexts =
        [.. Subjects.Select(subject => Utf8($"\"{subject} \"\"urgent\"\" "))];
    private static readonly byte[][] BrokenTexts = [.. Subjects.Select(subject => Utf8($"\"{subject}\nsecond line "))];
    private static readonly byte[][] LongTexts = [.. Subjects.Select(subject =>
        Utf8($"\"{subject}, see the contract\n".PadRight(120, '.')
            + "\nand its annex, \"\"delivered\"\"".PadRight(76)))];

    private static readonly byte[][] Faults = [.. "X-UNKNOWN|2024-02-30|12,50".Split('|').Select(Utf8)];

    private readonly int centerStep = Step(CenterStep, company.Centers.Length);

    public string Header => shape.HasOtherColumns
        ? "id,text,amount,currency,element,document,quantity,user,center,date\n"
        : "date,center,element,amount,quantity,document,text\n";

    public void Add(long row, long rows, ref RowBytes bytes)
    {
        var random = new RandomStream(row);
        bool isFaulty = shape.Faulty > 0 && random.Below(100) < shape.Faulty;
        Fault fault = isFaulty ? (Fault)(1 + random.Below(Faults.Length)) : Fault.None;
        Cells cells = CellsOf(ref random, row, rows, fault);
        if (shape.HasOtherColumns)
        {
            AddInOtherOrder(cells, row, ref random, ref bytes);
        }
        else
        {
            bytes.Add(cells.Date);
            bytes.Add((byte)',');
            bytes.Add(cells.Center);
            bytes.Add((byte)',');
            bytes.Add(cells.Element);
            bytes.Add((byte)',');
            AddAmount(cells, ref bytes);
            bytes.Add((byte)',');
            AddQuantity(ref random, ref bytes);
            bytes.Add((byte)',');
            AddDocument(row, ref bytes);
            bytes.Add((byte)',');
            AddText(ref random, ref bytes);
        }

        bytes.Add(shape.HasCrLf ? "\r\n"u8 : "\n"u8);
    }

    private Cells CellsOf(ref RandomStream random, long row, long rows, Fault fault)
    {
        int day = shape.Order == RowOrder.Date
            ? (int)(row * company.Days.Length / rows)
            : (int)random.Below(company.Days.Length);
        int center = shape.Order == RowOrder.Center
            ? (int)(row * company.Centers.Length / rows)
            : (int)(random.SkewedBelow(company.Centers.Length) * centerStep % company.Centers.Length);
        int element = (int)(random.SkewedBelow(Company.Elements) * ElementStep % Company.Elements);
        long cents = 1 + (random.Below(MostCents) * random.Below(MostCents) / MostCents);
        return new Cells(
            fault == Fault.Date ? Faults[1] : company.Days[day],
            fault == Fault.Center ? Faults[0] : company.Centers[center],
            company.ElementCodes[element],
            random.Below(20) == 0 ? -cents : cents,
            fault == Fault.Amount);
    }

    private void AddInOtherOrder(Cells cells, long row, ref RandomStream random, ref RowBytes bytes)
    {
        bytes.Add(row, digits: 7);
        bytes.Add((byte)',');
        AddText(ref random, ref bytes);
        bytes.Add((byte)',');
        AddAmount(cells, ref bytes);
        bytes.Add(",EUR,"u8);
        bytes.Add(cells.Element);
        bytes.Add((byte)',');
        AddDocument(row, ref bytes);
        bytes.Add((byte)',');
        AddQuantity(ref random, ref bytes);
        bytes.Add(",clerk,"u8);
        bytes.Add(cells.Center);
        bytes.Add((byte)',');
        bytes.Add(cells.Date);
    }

    private static void AddAmount(Cells cells, ref RowBytes bytes)
    {
        if (cells.HasBadAmount)
        {
            bytes.Add((byte)'"');
            bytes.Add(Faults[2]);
            bytes.Add((byte)'"');
        }
        else
        {
            bytes.AddCents(cells.Cents);
        }
    }

    private void AddQuantity(ref RandomStream random, ref RowBytes bytes)
    {
        if (random.Below(100) < shape.WithQuantity)
        {
            bytes.Add(1 + random.Below(500));
        }
    }

    private void AddDocument(long row, ref RowBytes bytes)
    {
        if (shape.Texts != TextLength.None)
        {
            bytes.Add((byte)'D');
            bytes.Add(row / RowsPerDocument, digits: 7);
        }
    }

    private void AddText(ref RandomStream random, ref RowBytes bytes)
    {
        if (shape.Texts == TextLength.None)
        {
            return;
        }

        int subject = (int)random.Below(Subjects.Length);
        long kind = random.Below(10_000);
        byte[][] texts = shape.Texts == TextLength.Long ? LongTexts
            : kind < 2 ? BrokenTexts : kind < 50 ? DoubledTexts : kind < 800 ? QuotedTexts : PlainTexts;
        bytes.Add(texts[subject]);
        bytes.Add(random.Below(10_000), digits: 4);
        if (texts != PlainTexts)
        {
            bytes.Add((byte)'"');
        }
    }

    /// <summary>The first number from a wish on that has no factor in common with a count.</summary>
    private static int Step(int wish, int count)
    {
        while (System.Numerics.BigInteger.GreatestCommonDivisor(wish, count) > 1)
        {
            wish++;
        }

        return wish;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private enum Fault
    {
        None,
        Center,
        Date,
        Amount,
    }

    private readonly record struct Cells(byte[] Date, byte[] Center, byte[] Element, long Cents, bool HasBadAmount);
}
