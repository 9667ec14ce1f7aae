using System.IO.Compression;

namespace CostCenters.Reporting.Sheets;

/// <summary>The file: a zip of sheets and of what holds them together, with no moment of its making in it.</summary>
internal sealed class Workbook : IDisposable
{
    private static readonly DateTimeOffset NoMoment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip;
    private readonly List<(string Name, int Columns)> sheets = [];

    public Workbook(Stream stream) => zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);

    public SharedStrings Strings { get; } = new();

    public SheetWriter Add(string name, IReadOnlyList<SheetColumn> columns, int frozenColumns, int levels)
    {
        sheets.Add((name, columns.Count));
        string path = FormattableString.Invariant($"xl/worksheets/sheet{sheets.Count}.xml");
        return new SheetWriter(Entry(path), Strings, columns, frozenColumns, levels);
    }

    public void Finish(CellStyles styles)
    {
        WriteEntry("xl/sharedStrings.xml", Strings.Write);
        WriteEntry("xl/styles.xml", styles.Write);
        WriteEntry("xl/workbook.xml", WriteSheets);
        WriteEntry("xl/_rels/workbook.xml.rels", WriteRelations);
        WriteEntry("_rels/.rels", xml => xml.Raw("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
            Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
            Target="xl/workbook.xml"/></Relationships>
            """u8));
        WriteEntry("[Content_Types].xml", WriteTypes);
    }

    public void Dispose() => zip.Dispose();

    private Stream Entry(string path)
    {
        ZipArchiveEntry entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = NoMoment;
        return entry.Open();
    }

    private void WriteEntry(string path, Action<XmlBytes> write)
    {
        using var xml = new XmlBytes(Entry(path));
        write(xml);
    }

    private void WriteSheets(XmlBytes xml)
    {
        xml.Raw("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
            """u8);
        for (int number = 1; number <= sheets.Count; number++)
        {
            xml.Raw("<sheet name=\""u8).Text(sheets[number - 1].Name).Raw("\" sheetId=\""u8).Number(number)
                .Raw("\" r:id=\"rId"u8).Number(number).Raw("\"/>"u8);
        }

        xml.Raw("</sheets><definedNames>"u8);
        for (int number = 0; number < sheets.Count; number++)
        {
            xml.Raw("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\""u8).Number(number).Raw("\">'"u8)
                .Text(sheets[number].Name).Raw("'!$"u8).Number(SheetWriter.HeadRow).Raw(":$"u8)
                .Number(SheetWriter.HeadRow).Raw("</definedName>"u8);
        }

        xml.Raw("</definedNames></workbook>"u8);
    }

    private void WriteRelations(XmlBytes xml)
    {
        xml.Raw("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            """u8);
        for (int number = 1; number <= sheets.Count; number++)
        {
            WriteRelation(xml, number, "worksheet"u8, FormattableString.Invariant($"worksheets/sheet{number}.xml"));
        }

        WriteRelation(xml, sheets.Count + 1, "styles"u8, "styles.xml");
        WriteRelation(xml, sheets.Count + 2, "sharedStrings"u8, "sharedStrings.xml");
        xml.Raw("</Relationships>"u8);
    }

    private static void WriteRelation(XmlBytes xml, int number, ReadOnlySpan<byte> type, string target) =>
        xml.Raw("<Relationship Id=\"rId"u8).Number(number)
            .Raw("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"u8).Raw(type)
            .Raw("\" Target=\""u8).Text(target).Raw("\"/>"u8);

    private void WriteTypes(XmlBytes xml)
    {
        xml.Raw("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"
            ContentType="application/xml"/>
            """u8);
        WriteType(xml, "/xl/workbook.xml", "sheet.main"u8);
        WriteType(xml, "/xl/styles.xml", "styles"u8);
        WriteType(xml, "/xl/sharedStrings.xml", "sharedStrings"u8);
        for (int number = 1; number <= sheets.Count; number++)
        {
            WriteType(xml, FormattableString.Invariant($"/xl/worksheets/sheet{number}.xml"), "worksheet"u8);
        }

        xml.Raw("</Types>"u8);
    }

    private static void WriteType(XmlBytes xml, string part, ReadOnlySpan<byte> type) =>
        xml.Raw("<Override PartName=\""u8).Text(part)
            .Raw("\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."u8).Raw(type)
            .Raw("+xml\"/>"u8);
}
