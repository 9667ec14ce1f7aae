using System.Text;
using CostCenters.Csv.Rows;
using FsCheck;
using FsCheck.Fluent;

namespace CostCenters.Csv.Tests.Unit.Rows;

public class RowFramerTests
{
    [Theory]
    [InlineData("a,b\nc,d\n", "1 <a>|<b>; 2 <c>|<d>")]
    [InlineData("a,b\r\nc,d", "1 <a>|<b>; 2 <c>|<d>")]
    [InlineData("a\n\nb\n", "1 <a>; 2 <>; 3 <b>")]
    [InlineData("\"x\ny\",1\nb\n", "1 <x\ny>|<1>; 3 <b>")]
    [InlineData("\"say \"\"hi\"\"\"\n", "1 <say \"hi\">")]
    [InlineData("a\rb,c\n", "1 <a\rb>|<c>")]
    [InlineData("a\r", "1 <a>")]
    [InlineData("a\r\r", "1 <a\r>")]
    [InlineData("a\n\r", "1 <a>; 2 <>")]
    [InlineData("a,\"b\"\r", "1 <a>|<b>")]
    [InlineData("a,\"b\r", "1 BadQuoting")]
    [InlineData("a\"b,\"x\nc\n", "1 BadQuoting; 2 <c>")]
    [InlineData("\"a\"b\nc\n", "1 BadQuoting; 2 <c>")]
    [InlineData("\"a\nb\"c,\"\nd\n", "1 BadQuoting; 3 <d>")]
    [InlineData("a\n\"b\nc\n", "1 <a>; 2 BadQuoting")]
    [InlineData("a\nb\0\nc\n", "1 <a>; 2 BadEncoding; 3 <c>")]
    [InlineData("\0\0\0", "1 BadEncoding")]
    [InlineData("a\n\uFEFFb\n", "1 <a>; 2 <\uFEFFb>")]
    [InlineData("", "")]
    public void Next_Text_GivesRowsByTheContract(string text, string expected) =>
        Assert.Equal(expected, Describe(FramedRow.Read(Encoding.UTF8.GetBytes(text), ',', 4096, 4096)));

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0xE9, (byte)'\n', (byte)'b', (byte)'\n' }, "1 BadEncoding; 2 <b>")]
    [InlineData(new byte[] { 0xE2, 0x82, 0xAC, (byte)'\n', 0xE2, 0x82 }, "1 <€>; 2 BadEncoding")]
    [InlineData(
        new byte[] { 0xC0, 0xAF, (byte)'\n', 0xF5, (byte)'\n', (byte)'c' }, "1 BadEncoding; 2 BadEncoding; 3 <c>")]
    [InlineData(new byte[] { 0xEF, 0xBF, 0xBD, (byte)'\n' }, "1 <\uFFFD>")]
    public void Next_BytesThatAreNoText_RejectTheirRowOnly(byte[] bytes, string expected)
    {
        for (int chunk = 1; chunk <= 4; chunk++)
        {
            Assert.Equal(expected, Describe(FramedRow.Read(bytes, ',', chunk, 16)));
        }
    }

    [Fact]
    public void Next_EveryShortText_AgreesWithTheModel()
    {
        const string Alphabet = "a,\"\n\r\0";
        for (int length = 0; length <= 6; length++)
        {
            int count = (int)Math.Pow(Alphabet.Length, length);
            char[] text = new char[length];
            for (int number = 0; number < count; number++)
            {
                int rest = number;
                for (int place = 0; place < length; place++)
                {
                    (rest, int letter) = Math.DivRem(rest, Alphabet.Length);
                    text[place] = Alphabet[letter];
                }

                string made = new(text);
                Assert.Equal(
                    Describe(FramedRow.Model(made, ',')),
                    Describe(FramedRow.Read(Encoding.UTF8.GetBytes(made), ',', 4096, 64)));
            }
        }
    }

    [Law(Arbitrary = [typeof(RowTexts)], Cases = 3_000)]
    public void Next_AnyTextInAnyPieces_AgreesWithTheModel(RowText given)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(given.Text);
        string expected = Describe(FramedRow.Model(given.Text, given.Delimiter));

        Assert.Equal(expected, Describe(FramedRow.Read(bytes, given.Delimiter, 4096, 4096)));
        Assert.Equal(expected, Describe(FramedRow.Read(bytes, given.Delimiter, given.Chunk, 16)));
    }

    [Fact]
    public void Next_RowLongerThanTheLimit_IsTooLong()
    {
        using var source = new Utf8Source(
            new StringReader("a\n\"" + new string('x', 1000) + "\"\nb\n"), leaveOpen: false);
        var framer = new RowFramer(source, ',', maximumRowLength: 100, bufferSize: 16);

        Assert.Equal(FrameKind.Rows, framer.Next());
        Assert.Equal((FrameKind.TooLong, 2L), (framer.Next(), framer.FaultLine));
    }

    [Fact]
    public void Next_BrokenRowLongerThanTheLimit_IsNotKept()
    {
        using var source = new Utf8Source(
            new StringReader("a\"" + new string('x', 1_500) + "\nb\n"), leaveOpen: false);
        var framer = new RowFramer(source, ',', maximumRowLength: 100, bufferSize: 16);

        Assert.Equal((FrameKind.BadQuoting, 1L), (framer.Next(), framer.FaultLine));
        Assert.Equal(FrameKind.Rows, framer.Next());
    }

    [Theory]
    [InlineData('\uD800')]
    [InlineData('\uDC00')]
    public void Read_HalfASurrogatePair_IsNoText(char cell)
    {
        using var source = new Utf8Source(new StringReader($"{cell},b\n"), leaveOpen: false);

        Assert.Equal(FrameKind.BadEncoding, new RowFramer(source, ',', 100, bufferSize: 16).Next());
    }

    private static string Describe(IEnumerable<FramedRow> rows) =>
        string.Join("; ", rows.Select(row => $"{row.Line} {row.Content}"));
}

public sealed record RowText(string Text, char Delimiter, int Chunk)
{
    public override string ToString() =>
        $"{Convert.ToHexString(Encoding.UTF8.GetBytes(Text))} by {Delimiter} in {Chunk}s";
}

public static class RowTexts
{
    public static Arbitrary<RowText> Texts() => Arb.From(
        from text in Letters.ListOf()
        from delimiter in Gen.Elements(',', ';')
        from chunk in Gen.Choose(1, 7)
        select new RowText(string.Concat(text), delimiter, chunk),
        given => Enumerable.Range(0, given.Text.Length)
            .Select(at => given with { Text = given.Text.Remove(at, 1) }));

    private static Gen<string> Letters => Gen.Frequency(
        (6, Gen.Elements("a", ",", ";", " ", "é", "\uFEFF", "😀")),
        (4, Gen.Elements("\"", "\"\"", ",\"", "\",")),
        (3, Gen.Elements("\n", "\r\n", "\r", "\"\n")),
        (1, Gen.Constant("\0")));
}
