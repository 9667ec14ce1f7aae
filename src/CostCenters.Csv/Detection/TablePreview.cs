using System.Globalization;
using System.Text;
using CostCenters.Csv.Rows;
using CostCenters.Monetary;

namespace CostCenters.Csv.Detection;

/// <summary>Reads the rows of a table as an import would, and shows them.</summary>
internal abstract class TablePreview(RowSchema schema, DecimalScale scale)
{
    /// <summary>The decimals of amounts.</summary>
    public DecimalScale Scale => scale;

    /// <summary>The amount of the row that was read last, by <see cref="Scale"/>.</summary>
    public long Amount { get; protected set; }

    /// <summary>Its quantity, or null.</summary>
    public long? Quantity { get; protected set; }

    /// <summary>Reads the current row; false where it is faulty, which is told.</summary>
    public abstract bool TryRead(CellReader cells);

    /// <summary>The cells of the row: as the contract writes them where it is accepted, else as they stand.</summary>
    public string[] CellsOf(TableRows rows, bool isAccepted)
    {
        string[] cells = [.. schema.Columns.Select((_, column) => Encoding.UTF8.GetString(rows.Cell(column)))];
        if (isAccepted)
        {
            List<string> columns = [.. schema.Columns];
            cells[columns.IndexOf("amount")] =
                scale.ToDecimal(Amount).ToString($"F{scale.Digits}", CultureInfo.InvariantCulture);
            cells[columns.IndexOf("quantity")] = PostingsCsv.Quantity(
                Quantity is long count ? DecimalScale.Quantity.ToDecimal(count) : null) ?? "";
            Fill(cells);
        }

        return cells;
    }

    /// <summary>Writes what the contract writes otherwise than the file.</summary>
    protected abstract void Fill(string[] cells);
}
