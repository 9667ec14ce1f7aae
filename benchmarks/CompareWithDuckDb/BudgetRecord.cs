using CsvHelper;

namespace CompareWithDuckDb;

/// <summary>The cells of a row of the budget that the report needs.</summary>
[CsvRecord]
public sealed partial class BudgetRecord
{
    [CsvColumn("center")]
    public string Center { get; set; } = "";

    [CsvColumn("element")]
    public string Element { get; set; } = "";

    [CsvColumn("period")]
    public string Period { get; set; } = "";

    [CsvColumn("amount")]
    public decimal Amount { get; set; }
}
