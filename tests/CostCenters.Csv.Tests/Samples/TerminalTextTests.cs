using System.Text;
using CostCenters.Tool.Writing;

namespace CostCenters.Csv.Tests.Samples;

public class TerminalTextTests
{
    [Theory]
    [InlineData("A1", "A1")]
    [InlineData("Müller 😀", "Müller 😀")]
    [InlineData("a\u001b[2Jb", @"a\u{1B}[2Jb")]
    [InlineData("a\u202Eb\u2066\u2069", @"a\u{202E}b\u{2066}\u{2069}")]
    [InlineData("a\u200Bb\u200F\u2060\uFEFF", @"a\u{200B}b\u{200F}\u{2060}\u{FEFF}")]
    [InlineData("a\u2028b\u2029\u0085\u0000", @"a\u{2028}b\u{2029}\u{85}\u{0}")]
    [InlineData("two\nlines\t\r", @"two\u{A}lines\u{9}\u{D}")]
    [InlineData("\U000E0041", @"\u{E0041}")]
    public void OneLine_WhatNobodySees_IsShownAsWhatItIs(string text, string expected) =>
        Assert.Equal(expected, Printable.OneLine(text));

    [Fact] // A theory would not hand over half of a pair.
    public void OneLine_HalfOfASurrogatePair_IsShownAsUnknown() =>
        Assert.Equal("a\uFFFDb", Printable.OneLine("a\uD800b"));

    [Fact]
    public void Write_InPiecesOfAnyLength_ShowsTheSameAndKeepsTheLines()
    {
        const string Report = "center,amount\nA\u001b[31m\u202E,1.00\n😀é,2.00\n";
        byte[] bytes = Encoding.UTF8.GetBytes(Report);
        for (int length = 1; length <= bytes.Length; length++)
        {
            using var terminal = new MemoryStream();
            using var text = new TerminalText(terminal);
            for (int start = 0; start < bytes.Length; start += length)
            {
                text.Write(bytes.AsSpan(start, Math.Min(length, bytes.Length - start)));
            }

            Assert.Equal(
                "center,amount\nA\\u{1B}[31m\\u{202E},1.00\n😀é,2.00\n", Encoding.UTF8.GetString(terminal.ToArray()));
        }
    }

    [Fact]
    public void Report_CodeThatForgesALine_ShownInTheTableAndExactInCsv()
    {
        const string Code = "A\u202E\u001b[1m";
        using TestBook book = new TestBook()
            .With("centers.csv", $"code,name,kind\n{Code},Al\u2028pha,cost\n")
            .With("budget.csv", "version,center,element,period,amount\n")
            .With("postings.csv", $"date,center,element,amount\n2026-01-31,{Code},rent,101.00\n")
            .Without("key-figures.csv");
        VarianceReportProgram table = VarianceReportProgram.Run(book.Folder);
        VarianceReportProgram csv = VarianceReportProgram.Run(book.Folder, "--format", "csv");

        Assert.Contains(@"A\u{202E}\u{1B}[1m Al\u{2028}pha", table.Output, StringComparison.Ordinal);
        Assert.Contains(Code + ",cost", csv.Output, StringComparison.Ordinal);
        Assert.All(
            new[] { table.Output, table.Errors, csv.Errors },
            text => Assert.DoesNotContain(text, each => each is '\u202E' or '\u001b' or '\u2028'));
    }
}
