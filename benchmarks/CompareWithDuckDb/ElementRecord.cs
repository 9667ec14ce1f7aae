using CsvHelper;

namespace CompareWithDuckDb;

/// <summary>The cells of a row of elements that the report needs.</summary>
[CsvRecord]
public sealed partial class ElementRecord
{
    [CsvColumn("code")]
    public string Code { get; set; } = "";

    [CsvColumn("nature")]
    public string Nature { get; set; } = "";
}
