using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using FsCheck;
using FsCheck.Fluent;

namespace CostCenters.Csv.Tests.Unit.Cells;

public class TextCellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-5", "'-5")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\r", "'\r")]
    [InlineData("'=x", "''=x")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("'", "'")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    public void Neutralize_PossibleFormula_GetsOneApostrophe(string text, string expected) =>
        Assert.Equal(expected, TextCell.Neutralize(text));

    [Theory]
    [InlineData("=1+1", "=1+1")]
    [InlineData("'=1+1", "=1+1")]
    [InlineData("''=1+1", "'=1+1")]
    [InlineData("'tis", "'tis")]
    public void Restore_Cell_LosesOneApostropheBeforeAFormula(string cell, string expected) =>
        Assert.Equal(expected, TextCell.Restore(cell));

    [Law(Arbitrary = [typeof(Texts)])]
    public void Write_ThenRead_GivesTheSameTexts(WrittenText given)
    {
        using var stream = new MemoryStream();
        using (var writer = new RowWriter(stream, ["code", "text", "number"], leaveOpen: true))
        {
            writer.Code("x" + given.Value);
            writer.Text(given.Value);
            writer.Number(-5, 2);
            writer.EndRow();
        }

        RowSchema schema = RowSchema.Parse("code,text?,number");
        var log = new ImportLog("written.csv", tellsValues: true);
        var input = CsvInput.FromStream(new MemoryStream(stream.ToArray()), "written.csv");
        using TableRows reader = TableRows.Open(input, schema, ImportProfile.Contract, default, log, default)!;
        var cells = new CellReader(reader, schema, ImportProfile.Contract, log);

        Assert.True(reader.Read());
        Assert.Equal("x" + given.Value, cells.GetOptionalCode(0));
        Assert.Equal(given.Value, cells.GetText(1) ?? "");
        Assert.True(cells.TryGetAmount(2, 2, out long number));
        Assert.Equal(-5, number);
        Assert.False(reader.Read());
    }

    [Fact]
    public void Write_Rows_AreCanonicalBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new RowWriter(stream, ["a", "b", "c", "d"], leaveOpen: true))
        {
            writer.Code(null);
            writer.Text("x, \"y\"");
            writer.Date(new NodaTime.LocalDate(2026, 3, 31));
            writer.Number(-0, 2);
            writer.EndRow();
        }

        Assert.Equal("a,b,c,d\n,\"x, \"\"y\"\"\",2026-03-31,0.00\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Theory]
    [InlineData('\0')]
    [InlineData('\uD800')]
    public void Write_TextThatCannotBeReadBack_Throws(char character)
    {
        using var writer = new RowWriter(new MemoryStream(), ["a"]);

        Assert.Throws<ArgumentException>(() => writer.Text($"a{character}b"));
    }
}

public sealed record WrittenText(string Value)
{
    public override string ToString() => Convert.ToHexString(Encoding.UTF8.GetBytes(Value));
}

public static class Texts
{
    public static Arbitrary<WrittenText> Any() => Arb.From(
        from parts in Gen.Elements(
            "'", "=", "+", "-", "@", "\t", "\r", "\n", "\"", ",", " ", "a", "é", "\uFEFF", "😀").ListOf()
        select new WrittenText(string.Concat(parts)),
        given => Enumerable.Range(0, given.Value.Length)
            .Where(at => !char.IsSurrogate(given.Value[at]))
            .Select(at => new WrittenText(given.Value.Remove(at, 1))));
}
