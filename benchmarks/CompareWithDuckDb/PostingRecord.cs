using CsvHelper;

namespace CompareWithDuckDb;

/// <summary>The cells of a row of postings that the report needs.</summary>
[CsvRecord]
public sealed partial class PostingRecord
{
    [CsvColumn("date")]
    public DateOnly Date { get; set; }

    [CsvColumn("center")]
    public string Center { get; set; } = "";

    [CsvColumn("element")]
    public string Element { get; set; } = "";

    [CsvColumn("amount")]
    public decimal Amount { get; set; }
}
