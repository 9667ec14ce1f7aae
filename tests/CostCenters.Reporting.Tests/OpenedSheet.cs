using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CostCenters.Reporting.Tests;

/// <summary>A sheet of a workbook as the Open XML SDK reads it.</summary>
internal sealed class OpenedSheet : IDisposable
{
    private readonly SpreadsheetDocument book;
    private readonly string[] texts;

    public OpenedSheet(byte[] workbook, string name)
    {
        book = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        WorkbookPart part = book.WorkbookPart!;
        Names = [.. part.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!)];
        Sheet sheet = part.Workbook.Sheets.Elements<Sheet>().Single(each => each.Name == name);
        Worksheet = ((WorksheetPart)part.GetPartById(sheet.Id!.Value!)).Worksheet!;
        texts =
        [
            .. part.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>()
                .Select(item => item.InnerText),
        ];
        Rows = [.. Worksheet.Descendants<Row>()];
    }

    public string[] Names { get; }

    public Worksheet Worksheet { get; }

    public Row[] Rows { get; }

    public Stylesheet Styles => book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;

    public IReadOnlyList<string> Faults =>
        [.. new OpenXmlValidator().Validate(book).Select(error => $"{error.Path?.XPath}: {error.Description}")];

    public Cell this[string address] => Worksheet.Descendants<Cell>().Single(cell => cell.CellReference == address);

    /// <summary>What a reader sees in a row: texts and numbers, and an empty text where there is no cell.</summary>
    public string[] Values(int row, int columns)
    {
        string[] values = Enumerable.Repeat("", columns).ToArray();
        foreach (Cell cell in Rows.Single(each => each.RowIndex! == (uint)row).Elements<Cell>())
        {
            values[ColumnOf(cell.CellReference!.Value!)] = Value(cell);
        }

        return values;
    }

    public string Value(Cell cell) =>
        cell.DataType?.Value == CellValues.SharedString
            ? texts[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)]
            : cell.CellValue?.Text ?? "";

    public CellFormat StyleOf(Cell cell) =>
        Styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    public void Dispose() => book.Dispose();

    private static int ColumnOf(string address)
    {
        int column = 0;
        foreach (char letter in address.TakeWhile(char.IsAsciiLetterUpper))
        {
            column = (column * 26) + (letter - 'A' + 1);
        }

        return column - 1;
    }
}
