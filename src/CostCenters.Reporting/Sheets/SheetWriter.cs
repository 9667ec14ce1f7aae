using System.Text;
using NodaTime;

namespace CostCenters.Reporting.Sheets;

/// <summary>Writes one sheet, row by row: two lines of title, an empty one, the heads of its columns, then its rows.
/// </summary>
internal sealed class SheetWriter : IDisposable
{
    /// <summary>The row of the heads; the rows above it and itself stay where they are when a reader scrolls.</summary>
    public const int HeadRow = 4;

    /// <summary>The most rows of a sheet.</summary>
    public const int MostRows = 1_048_576;

    private static readonly LocalDate DayZero = new(1899, 12, 30);

    private readonly XmlBytes xml;
    private readonly SharedStrings strings;
    private readonly byte[][] letters;
    private readonly IReadOnlyList<SheetColumn> columns;
    private int column;

    public SheetWriter(
        Stream stream, SharedStrings strings, IReadOnlyList<SheetColumn> columns, int frozenColumns, int levels)
    {
        this.strings = strings;
        this.columns = columns;
        xml = new XmlBytes(stream);
        letters = [.. columns.Index().Select(column => Encoding.ASCII.GetBytes(SheetColumn.LettersOf(column.Index)))];
        WriteStart(frozenColumns, levels);
    }

    /// <summary>The number of the row that was begun last.</summary>
    public int Row { get; private set; }

    /// <summary>Refuses more rows than a sheet holds.</summary>
    public static void RequireRows(int count, string what)
    {
        if (count > MostRows - HeadRow)
        {
            throw new ArgumentException(
                $"{what} has {count} rows and a sheet holds {MostRows - HeadRow} below its heads; report by fewer "
                    + "dimensions, show some rows alone, or write CSV.");
        }
    }

    /// <summary>Writes what stands above the rows.</summary>
    public void Heads(string title, string facts)
    {
        Begin(0);
        Text(title, CellStyles.Title);
        End();
        Begin(0);
        Text(facts, CellStyles.Soft);
        End();
        Row++;
        Begin(0);
        foreach (SheetColumn head in columns)
        {
            Text(head.Name, head.HeadStyle);
        }

        End();
    }

    public void Begin(int level)
    {
        Row++;
        column = 0;
        xml.Raw("<row r=\""u8).Number(Row);
        if (level > 0)
        {
            xml.Raw("\" outlineLevel=\""u8).Number(Math.Min(level, CellStyles.MaxIndent));
        }

        xml.Raw("\">"u8);
    }

    public void End() => xml.Raw("</row>\n"u8);

    public void Empty() => column++;

    /// <summary>A text, which stays one whatever it begins with.</summary>
    public void Text(string text) => Text(text, CellStyles.TextOf(text));

    public void Text(string text, int style)
    {
        if (text.Length > 0)
        {
            Start(style).Raw("\" t=\"s\"><v>"u8).Number(strings.NumberOf(text)).Raw("</v></c>"u8);
        }

        column++;
    }

    public void Number(decimal? number, int style)
    {
        if (number is decimal known)
        {
            Start(style).Raw("\"><v>"u8).Number(known).Raw("</v></c>"u8);
        }

        column++;
    }

    public void Date(LocalDate date, int style) => Number(Period.DaysBetween(DayZero, date), style);

    /// <summary>A number with the formula that gives it.</summary>
    public void Formula(string formula, decimal number, int style)
    {
        Start(style).Raw("\"><f>"u8).Text(formula).Raw("</f><v>"u8).Number(number).Raw("</v></c>"u8);
        column++;
    }

    /// <summary>A cell of a column whose rows all have one formula.</summary>
    /// <param name="shared">The formula, which the first row of the column writes.</param>
    /// <param name="number">What it gives; null for an empty text.</param>
    /// <param name="style">The style.</param>
    public void Shared(SharedFormula shared, decimal? number, int style)
    {
        Start(style).Raw(number is null ? "\" t=\"str\">"u8 : "\">"u8);
        WriteShared(shared);
        if (number is decimal known)
        {
            xml.Raw("<v>"u8).Number(known).Raw("</v></c>"u8);
        }
        else
        {
            xml.Raw("<v></v></c>"u8);
        }

        column++;
    }

    /// <summary>A cell of a column whose rows all have one formula that gives a text.</summary>
    public void Shared(SharedFormula shared, ReadOnlySpan<byte> text, int style)
    {
        Start(style).Raw("\" t=\"str\">"u8);
        WriteShared(shared);
        xml.Raw("<v>"u8).Raw(text).Raw("</v></c>"u8);
        column++;
    }

    /// <summary>Ends the sheet: its rows can be filtered, and two rules colour what is good and what is bad.</summary>
    /// <param name="coloured">The cells, such as <c>G5:H90</c>, or empty.</param>
    /// <param name="good">A formula that holds in the first of them when it is good.</param>
    /// <param name="bad">A formula that holds in the first of them when it is bad.</param>
    public void Finish(string coloured = "", string good = "", string bad = "")
    {
        xml.Raw("</sheetData>"u8);
        if (Row > HeadRow)
        {
            xml.Raw("<autoFilter ref=\"A"u8).Number(HeadRow).Raw(":"u8).Raw(letters[^1]).Number(Row).Raw("\"/>"u8);
        }

        if (coloured.Length > 0 && Row > HeadRow)
        {
            xml.Raw("<conditionalFormatting sqref=\""u8).Text(coloured).Raw("\">"u8);
            WriteRule(1, CellStyles.Good, good);
            WriteRule(2, CellStyles.Bad, bad);
            xml.Raw("</conditionalFormatting>"u8);
        }

        xml.Raw("""
            <pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup
            paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;R&amp;P
            / &amp;N</oddFooter></headerFooter></worksheet>
            """u8);
    }

    public void Dispose() => xml.Dispose();

    private XmlBytes Start(int style) =>
        xml.Raw("<c r=\""u8).Raw(letters[column]).Number(Row).Raw("\" s=\""u8).Number(style);

    private void WriteShared(SharedFormula shared)
    {
        xml.Raw("<f t=\"shared\""u8);
        if (Row == shared.FirstRow)
        {
            xml.Raw(" ref=\""u8).Raw(letters[column]).Number(shared.FirstRow).Raw(":"u8).Raw(letters[column])
                .Number(shared.LastRow).Raw("\" si=\""u8).Number(shared.Number).Raw("\">"u8).Text(shared.Formula)
                .Raw("</f>"u8);
        }
        else
        {
            xml.Raw(" si=\""u8).Number(shared.Number).Raw("\"/>"u8);
        }
    }

    private void WriteRule(int priority, int style, string formula) =>
        xml.Raw("<cfRule type=\"expression\" dxfId=\""u8).Number(style).Raw("\" priority=\""u8).Number(priority)
            .Raw("\"><formula>"u8).Text(formula).Raw("</formula></cfRule>"u8);

    private void WriteStart(int frozenColumns, int levels)
    {
        xml.Raw("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><outlinePr
            summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView
            showGridLines="0" workbookViewId="0"><pane
            """u8);
        if (frozenColumns > 0)
        {
            xml.Raw(" xSplit=\""u8).Number(frozenColumns).Raw("\""u8);
        }

        xml.Raw(" ySplit=\""u8).Number(HeadRow).Raw("\" topLeftCell=\""u8).Raw(letters[frozenColumns])
            .Number(HeadRow + 1)
            .Raw(frozenColumns > 0 ? "\" activePane=\"bottomRight"u8 : "\" activePane=\"bottomLeft"u8)
            .Raw("\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"13.5\""u8);
        if (levels > 0)
        {
            xml.Raw(" outlineLevelRow=\""u8).Number(Math.Min(levels, CellStyles.MaxIndent)).Raw("\""u8);
        }

        if (columns.Any(head => head.Level > 0))
        {
            xml.Raw(" outlineLevelCol=\"1\""u8);
        }

        xml.Raw("/><cols>"u8);
        for (int i = 0; i < columns.Count; i++)
        {
            xml.Raw("<col min=\""u8).Number(i + 1).Raw("\" max=\""u8).Number(i + 1).Raw("\" width=\""u8)
                .Number(columns[i].Width).Raw("\" customWidth=\"1\""u8);
            xml.Raw(columns[i].Level > 0 ? " outlineLevel=\"1\"/>"u8 : "/>"u8);
        }

        xml.Raw("</cols><sheetData>\n"u8);
    }
}
