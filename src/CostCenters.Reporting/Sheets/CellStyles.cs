using System.Globalization;
using CostCenters.Reporting.Documents;

namespace CostCenters.Reporting.Sheets;

/// <summary>The styles of all cells, by number.</summary>
internal sealed class CellStyles(FigureFormat format)
{
    public const int Plain = 0;
    public const int Title = 1;
    public const int Soft = 2;
    public const int HeadText = 3;
    public const int HeadNumber = 4;
    public const int HeadDate = 5;
    public const int Amount = 6;
    public const int Difference = 7;
    public const int Percent = 8;
    public const int Date = 9;
    public const int Whole = 10;
    public const int TotalText = 11;
    public const int TotalAmount = 12;
    public const int TotalDifference = 13;
    public const int TotalPercent = 14;
    public const int Share = 15;
    public const int MaxIndent = 7;

    /// <summary>The differential styles of a good and a bad difference.</summary>
    public const int Good = 0;
    public const int Bad = 1;

    private const int FirstText = 16;
    private const int FirstQuoted = FirstText + MaxIndent + 1;

    /// <summary>The style of a text: one that a program could take for a formula is marked as a text, so that it stays
    /// one when somebody edits it.</summary>
    public static int TextOf(string text, int indent = 0) =>
        (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? FirstQuoted : FirstText)
        + Math.Min(indent, MaxIndent);

    public void Write(XmlBytes xml)
    {
        string unit = new(',', format.Unit switch
        {
            ShownUnit.Thousand => 1,
            ShownUnit.Million => 2,
            _ => 0,
        });
        string amount = "#,##0" + Decimals(format.Digits) + unit;
        string percent = "0" + Decimals(format.PercentDigits) + "%";
        xml.Raw("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="5">
            """u8);
        WriteFormat(xml, 164, amount);
        WriteFormat(xml, 165, $"+{amount};-{amount};{amount}");
        WriteFormat(xml, 166, $"+{percent};-{percent};{percent}");
        WriteFormat(xml, 168, percent);
        WriteFormat(xml, 167, "yyyy\\-mm\\-dd");
        xml.Raw("""
            </numFmts><fonts count="4"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="14"/><name
            val="Arial"/></font><font><sz val="10"/><color rgb="FF56626E"/><name val="Arial"/></font><font><b/><sz
            val="10"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill
            patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill
            patternType="solid"><fgColor rgb="FFEEF1F4"/></patternFill></fill></fills><borders
            count="3"><border><left/><right/><top/><bottom/></border><border><left/><right/><top/><bottom
            style="medium"/></border><border><left/><right/><top style="thin"/><bottom/></border></borders><cellStyleXfs
            count="1"><xf/></cellStyleXfs>
            """u8);
        WriteCells(xml);
        xml.Raw("""
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs
            count="2"><dxf><font><color rgb="FF1A7F4B"/></font></dxf><dxf><font><color
            rgb="FFC2342B"/></font></dxf></dxfs></styleSheet>
            """u8);
    }

    private static string Decimals(int digits) => digits == 0 ? "" : "." + new string('0', digits);

    private static void WriteFormat(XmlBytes xml, int number, string code) =>
        xml.Raw("<numFmt numFmtId=\""u8).Number(number).Raw("\" formatCode=\""u8).Text(code).Raw("\"/>"u8);

    private static void WriteCells(XmlBytes xml)
    {
        xml.Raw("<cellXfs count=\""u8).Number(FirstQuoted + MaxIndent + 1).Raw("\">"u8);
        WriteCell(xml, 0, 0, 0, 0, "");
        WriteCell(xml, 0, 1, 0, 0, "");
        WriteCell(xml, 0, 2, 0, 0, "");
        WriteCell(xml, 0, 3, 2, 1, "<alignment vertical=\"center\" wrapText=\"1\"/>");
        WriteCell(xml, 0, 3, 2, 1, "<alignment horizontal=\"right\" vertical=\"center\" wrapText=\"1\"/>");
        WriteCell(xml, 167, 3, 2, 1, "<alignment horizontal=\"right\" vertical=\"center\"/>");
        WriteCell(xml, 164, 0, 0, 0, "");
        WriteCell(xml, 165, 0, 0, 0, "");
        WriteCell(xml, 166, 0, 0, 0, "");
        WriteCell(xml, 167, 0, 0, 0, "<alignment horizontal=\"left\"/>");
        WriteCell(xml, 1, 0, 0, 0, "");
        WriteCell(xml, 0, 3, 0, 2, "");
        WriteCell(xml, 164, 3, 0, 2, "");
        WriteCell(xml, 165, 3, 0, 2, "");
        WriteCell(xml, 166, 3, 0, 2, "");
        WriteCell(xml, 168, 0, 0, 0, "");
        for (int indent = 0; indent <= MaxIndent; indent++)
        {
            WriteCell(xml, 49, 0, 0, 0, Indent(indent));
        }

        for (int indent = 0; indent <= MaxIndent; indent++)
        {
            WriteCell(xml, 49, 0, 0, 0, Indent(indent), isQuoted: true);
        }

        xml.Raw("</cellXfs>"u8);
    }

    private static string Indent(int indent) => indent == 0
        ? "<alignment vertical=\"top\"/>"
        : string.Create(
            CultureInfo.InvariantCulture, $"<alignment horizontal=\"left\" vertical=\"top\" indent=\"{indent}\"/>");

    private static void WriteCell(
        XmlBytes xml, int number, int font, int fill, int border, string alignment, bool isQuoted = false)
    {
        xml.Raw("<xf numFmtId=\""u8).Number(number).Raw("\" fontId=\""u8).Number(font).Raw("\" fillId=\""u8)
            .Number(fill).Raw("\" borderId=\""u8).Number(border)
            .Raw("\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\""u8);
        if (isQuoted)
        {
            xml.Raw(" quotePrefix=\"1\""u8);
        }

        xml.Raw(alignment.Length == 0 ? "/>"u8 : " applyAlignment=\"1\">"u8);
        if (alignment.Length > 0)
        {
            xml.Raw(System.Text.Encoding.ASCII.GetBytes(alignment)).Raw("</xf>"u8);
        }
    }
}
