using CsvHelper;

namespace CompareWithDuckDb;

/// <summary>The cells of a row of centers that the report needs.</summary>
[CsvRecord]
public sealed partial class CenterRecord
{
    [CsvColumn("code")]
    public string Code { get; set; } = "";

    [CsvColumn("parent")]
    public string? Parent { get; set; }
}
