using System.Text;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Structure;

public class CodeIndexTests
{
    [Fact]
    public void Find_CodesOfEveryLength_AreTheirNumbers()
    {
        string[] codes = [.. Enumerable.Range(1, 40).Select(length => new string('7', length))];
        CodeIndex index = Of(codes);

        Assert.All(codes.Index(), code => Assert.Equal(code.Index, Find(index, code.Item)));
    }

    [Fact]
    public void Find_ManyCodes_AreTheirNumbersAndNoOthers()
    {
        string[] codes = [.. Enumerable.Range(0, 5_000).Select(i => FormattableString.Invariant($"CC-{i * 7:000000}"))];
        CodeIndex index = Of(codes);

        Assert.All(codes.Index(), code => Assert.Equal(code.Index, Find(index, code.Item)));
        Assert.All(codes, code => Assert.Equal(CodeIndex.None, Find(index, code + "0")));
        Assert.All(codes, code => Assert.Equal(CodeIndex.None, Find(index, code[..^1])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65_533)]
    [InlineData(65_534)]
    [InlineData(65_535)]
    [InlineData(70_000)]
    public void Find_LargeNumber_IsFound(int number)
    {
        var index = new CodeIndex([("A", 1), ("B", number), ("ABCDEFGHIJ", number), (new string('C', 30), number)]);

        Assert.Equal(1, Find(index, "A"));
        Assert.Equal(number, Find(index, "B"));
        Assert.Equal(number, Find(index, "ABCDEFGHIJ"));
        Assert.Equal(number, Find(index, new string('C', 30)));
        Assert.Equal(CodeIndex.None, Find(index, "D"));
        Assert.Equal(CodeIndex.None, Find(index, "\0"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("A ")]
    [InlineData("ABCDEFGHIJKLMNOPQ")]
    public void Find_TextThatIsNoCode_IsNone(string text) =>
        Assert.Equal(CodeIndex.None, Find(Of("A", "Ä", "ABCDEFGH", "ABCDEFGHIJKLMNOP"), text));

    [Fact]
    public void Find_OutsideTheText_Throws()
    {
        byte[] text = new byte[40];
        CodeIndex index = Of("A");

        Assert.Throws<ArgumentOutOfRangeException>(() => index.Find(text, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Find(text, 40, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Find(text, 30, 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Find(text, 1, 40));
        Assert.Equal(CodeIndex.None, index.Find(text, 99, 0));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("A\0", 0)]
    [InlineData("A", -1)]
    [InlineData("B", 0)]
    public void Create_WhatCannotBeFound_Throws(string code, int number) =>
        Assert.Throws<ArgumentException>(() => new CodeIndex([("B", 1), (code, number)]));

    private static CodeIndex Of(params string[] codes) =>
        new([.. codes.Index().Select(code => (code.Item, code.Index))]);

    private static int Find(CodeIndex index, string text)
    {
        byte[] bytes = [.. "A"u8, .. Encoding.UTF8.GetBytes(text), .. "AAAAAAAAAAAAAAAAAAAAAAAA"u8];
        int length = Encoding.UTF8.GetByteCount(text);
        int found = index.Find(bytes, 1, length);

        // Near the end of a text, where no 16 bytes can be read, and in a text of its own, it is the same.
        Assert.All(
            Enumerable.Range(0, 20),
            spare => Assert.Equal(found, index.Find(bytes.AsSpan(0, 1 + length + spare), 1, length)));
        Assert.Equal(found, index.Find(Encoding.UTF8.GetBytes(text)));
        return found;
    }
}
