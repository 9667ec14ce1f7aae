using CsvHelper;

namespace CostCenters.Benchmarks.Csv;

/// <summary>A row of a postings table as a program without this library would read it.</summary>
[CsvRecord]
public sealed partial class PlainRow
{
    [CsvColumn("date")]
    public DateOnly Date { get; set; }

    [CsvColumn("center")]
    public string Center { get; set; } = "";

    [CsvColumn("element")]
    public string Element { get; set; } = "";

    [CsvColumn("amount")]
    public decimal Amount { get; set; }

    [CsvColumn("quantity")]
    public decimal? Quantity { get; set; }

    [CsvColumn("document")]
    public string? Document { get; set; }

    [CsvColumn("text")]
    public string? Text { get; set; }
}
