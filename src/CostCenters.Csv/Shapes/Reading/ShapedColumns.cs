using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Shapes.Sources;

namespace CostCenters.Csv.Shapes.Reading;

/// <summary>The texts of a table's columns, read from the current row of a foreign file.</summary>
internal sealed class ShapedColumns
{
    private readonly RowSchema schema;
    private readonly CellReading?[] readings;
    private readonly bool[] isContractForm;
    private readonly ReadOnlyMemory<byte>[] cells;
    private readonly bool[] isTold;

    private ShapedColumns(RowSchema schema)
    {
        this.schema = schema;
        readings = new CellReading?[schema.Columns.Count];
        isContractForm = new bool[readings.Length];
        cells = new ReadOnlyMemory<byte>[readings.Length];
        isTold = new bool[readings.Length];
    }

    /// <summary>Finds the columns; what the file lacks is told.</summary>
    public static ShapedColumns Bind(
        RowSchema schema,
        ImportProfile profile,
        AmountReading? amount,
        PeriodReading? periods,
        IReadOnlyList<string>? header,
        long line,
        SourceBinder binder,
        ImportLog log)
    {
        var columns = new ShapedColumns(schema);
        List<string> missing = [];
        for (int column = 0; column < schema.Columns.Count; column++)
        {
            string name = schema.Columns[column];
            binder.Column = name;
            if (name == AmountColumn && amount is not null)
            {
                columns.Set(column, amount.Read, amount.IsContractForm);
            }
            else if (profile.Columns.TryGetValue(name, out ColumnSource? source))
            {
                columns.Set(column, source.Bind(binder), source.IsContractForm);
            }
            else if (periods is not null && name is "date" or "period")
            {
                columns.Set(column, name == "date" ? periods!.ReadDate : periods!.ReadPeriod, isContractForm: true);
            }
            else if (FindByName(header, name) is int position)
            {
                binder.Use(position);
                columns.Set(column, row => row.Cell(position), isContractForm: false);
            }
            else if (schema.IsRequired[column])
            {
                missing.Add(name);
            }
        }

        binder.Column = null;
        foreach (string name in missing)
        {
            log.Stop(
                ImportIssueCode.MissingColumn,
                line,
                null,
                name,
                $"A required column is missing. Expected: {string.Join(", ", missing)} as well as what is there; "
                    + "name it in the profile, or give it a constant.");
        }

        return columns;
    }

    public static string AmountColumn => "amount";

    public ReadOnlySpan<byte> Cell(int column) => cells[column].Span;

    public bool IsContractForm(int column) => isContractForm[column];

    public bool IsTold(int column) => isTold[column];

    /// <summary>Reads the row into the cells and tells what is wrong with them.</summary>
    public void Read(ForeignRow row, ImportLog log)
    {
        row.Clear();
        for (int column = 0; column < readings.Length; column++)
        {
            int faults = row.Faults.Count;
            ReadOnlySpan<byte> text = readings[column] is CellReading reading ? reading(row) : default;
            isTold[column] = row.Faults.Count > faults;
            cells[column] = isTold[column] ? default : row.Keep(text);
            for (int fault = faults; fault < row.Faults.Count; fault++)
            {
                (string code, string value, string message) = row.Faults[fault];
                log.Fault(code, schema.Columns[column], value, message);
            }
        }
    }

    private static int? FindByName(IReadOnlyList<string>? header, string name)
    {
        int position = header is null
            ? -1
            : header.ToList().FindIndex(heading => heading.Equals(name, StringComparison.OrdinalIgnoreCase));
        return position < 0 ? null : position;
    }

    private void Set(int column, CellReading reading, bool isContractForm)
    {
        readings[column] = reading;
        this.isContractForm[column] = isContractForm;
    }
}
