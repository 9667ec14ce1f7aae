using System.Globalization;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv;

/// <summary>Writes rejected rows, one line for each fault: <c>file,line,column,code,value,message</c>.</summary>
/// <remarks>In the order of the issues: by file in the order of reading, then line, then column. The column is empty
/// where the row as a whole is at fault. With no rejected row the header stands alone. A value that a spreadsheet would
/// take for a formula has an apostrophe in front, unless it is a number.</remarks>
public static class RejectedRowsCsv
{
    private static readonly string[] Columns = ["file", "line", "column", "code", "value", "message"];

    /// <summary>Writes the faults of rejected rows; other issues are left out.</summary>
    /// <param name="issues">The issues of an import.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(IEnumerable<ImportIssue> issues, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(issues);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new RowWriter(stream, Columns, leaveOpen: true);
        foreach (ImportIssue issue in issues.Where(issue => issue.Severity == ImportSeverity.RowRejected))
        {
            writer.Code(issue.File);
            writer.Number(issue.Line, scale: 0);
            writer.Code(issue.Column);
            writer.Code(issue.Code);
            WriteValue(writer, issue.Value);
            writer.Code(issue.Message);
            writer.EndRow();
        }
    }

    /// <summary>What was rejected may be anything, so it must not run as a formula when somebody looks at it.</summary>
    private static void WriteValue(RowWriter writer, string? value)
    {
        if (decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            writer.Code(value);
        }
        else
        {
            writer.Text(value);
        }
    }
}
