using System.Globalization;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Rows;

/// <summary>The limits of a profile: how many rows there may be, and how long their cells.</summary>
internal sealed partial class FileRows
{
    private long rowsSeen;

    /// <summary>Whether the current row is a header of few and short enough cells; else it stops the file.</summary>
    public bool HasHeaderWithinLimits()
    {
        if (CellCount > Limits.Columns)
        {
            log.Stop(
                ImportIssueCode.TooManyColumns,
                Line,
                null,
                null,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The header has {CellCount} columns, at most {Limits.Columns} were expected. Remove what nothing "
                        + $"reads."));
            return false;
        }

        if (LongCell() is int cell)
        {
            log.Stop(ImportIssueCode.FieldTooLong, Line, null, null, MessageOf(cell));
            return false;
        }

        return true;
    }

    /// <summary>Counts a row; false when there are more than the profile allows, which is told.</summary>
    private bool IsWithinRows(long line, bool isEmpty)
    {
        rowsSeen += isEmpty ? 0 : 1;
        if (rowsSeen <= Limits.Rows)
        {
            return true;
        }

        log.Stop(
            ImportIssueCode.TooManyRows,
            line,
            null,
            null,
            string.Create(
                CultureInfo.InvariantCulture,
                $"At most {Limits.Rows} rows were expected, here is one more. Divide the file, or raise the limit with "
                    + $"WithMaximumRows or the JSON key maximumRows."));
        return false;
    }

    /// <summary>The first cell of the current row that is too long; null for none.</summary>
    private int? LongCell()
    {
        if (Limits.FieldLength < int.MaxValue)
        {
            for (int cell = 0; cell < rows.CellCount; cell++)
            {
                if (rows.Cell(cell).Length > Limits.FieldLength)
                {
                    return cell;
                }
            }
        }

        return null;
    }

    private void TellLongCell(int cell)
    {
        log.BeginRow(Line);
        log.Fault(ImportIssueCode.FieldTooLong, null, null, MessageOf(cell));
        EndBrokenRow(Line);
    }


    private string MessageOf(int cell) => string.Create(
        CultureInfo.InvariantCulture,
        $"Cell {cell + 1} of the row has {rows.Cell(cell).Length} bytes, at most {Limits.FieldLength} were expected. "
            + $"Shorten it, or raise the limit with WithMaximumFieldLength or the JSON key maximumFieldLength.");
}
