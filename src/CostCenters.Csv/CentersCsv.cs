using System.Globalization;
using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Csv;

/// <summary>Reads and writes centers: <c>code,name,kind,parent?,valid_from?,valid_to?</c>.</summary>
/// <remarks>
/// Several rows for one code with disjoint validity say that its name, kind or parent changed. Master data stands or
/// falls as a whole: with one fault there is no hierarchy, and all faults are told.
/// </remarks>
public static class CentersCsv
{
    private const int Code = 0;
    private const int Name = 1;
    private const int Kind = 2;
    private const int Parent = 3;
    private const int From = 4;
    private const int Through = 5;

    internal static readonly RowSchema Schema = RowSchema.Parse("code,name,kind,parent?,valid_from?,valid_to?");

    /// <summary>Reads centers.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The hierarchy, or none with all faults.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<CenterHierarchy> Read(
        CsvInput input, ImportProfile profile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(input, Schema, profile, default, cancellation);
        ImportLog log = table.Log;
        var builder = new CenterHierarchy.Builder();
        var rows = new MasterRows(log);
        while (table.Read())
        {
            CenterValidity? validity = ReadRow(table.Cells!, out string? code);
            if (rows.EndRow(code, validity?.Parent?.Value))
            {
                builder.Add(new CenterCode(code!), validity!);
            }
        }

        return log.ToResult(rows.Check(builder.FindFaults(cancellation)) ? builder.Build(cancellation) : null);
    }

    /// <summary>Writes centers, one row for each validity, in the order in which they were added.</summary>
    /// <param name="centers">The centers.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A validity has an owner or is blocked, for which the file has no column, or
    /// begins before 1900; nothing has been written then.</exception>
    public static void Write(CenterHierarchy centers, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(centers);
        ArgumentNullException.ThrowIfNull(stream);
        foreach (Center center in centers.Centers)
        {
            foreach (CenterValidity validity in center.Validities)
            {
                RequireWritable(center, validity);
            }
        }

        using var writer = new RowWriter(stream, Schema.Columns, leaveOpen: true);
        foreach (Center center in centers.Centers)
        {
            foreach (CenterValidity validity in center.Validities)
            {
                writer.Code(center.Code.Value);
                writer.Text(validity.Name);
                writer.Code(validity.Kind.ToString().ToLowerInvariant());
                writer.Code(validity.Parent?.Value);
                writer.Date(validity.From == CenterValidity.Beginning ? null : validity.From);
                writer.Date(validity.Through == CenterValidity.End ? null : validity.Through);
                writer.EndRow();
            }
        }
    }

    private static void RequireWritable(Center center, CenterValidity validity)
    {
        if (validity.Owner is not null || validity.Status != CenterStatus.Open || validity.Name.Length == 0)
        {
            throw new ArgumentException(
                $"Center '{center}' has an owner, is blocked or has no name; the file has no place for that.");
        }

        if (validity.From != CenterValidity.Beginning && validity.From.Year < 1900)
        {
            throw new ArgumentException($"Center '{center}' begins before 1900, which the file cannot say.");
        }
    }

    private static CenterValidity? ReadRow(CellReader cells, out string? code)
    {
        code = cells.TryGetCode(Code, out ReadOnlySpan<byte> bytes) ? Encoding.UTF8.GetString(bytes) : null;
        bool isWhole = cells.TryGetText(Name, out string name) & code is not null;
        isWhole &= TryReadKind(cells, out CenterKind kind);
        string? parent = cells.GetOptionalCode(Parent);
        isWhole &= cells.TryGetValidityDate(From, out LocalDate? from);
        isWhole &= cells.TryGetValidityDate(Through, out LocalDate? through);
        if (from > through)
        {
            isWhole = cells.Tell(
                Through,
                ImportIssueCode.ReversedValidity,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A day from {from:uuuu-MM-dd} on was expected. Swap the two dates."));
        }

        return isWhole
            ? new CenterValidity(name, kind, parent is null ? null : new CenterCode(parent), from, through)
            : null;
    }

    private static bool TryReadKind(CellReader cells, out CenterKind kind)
    {
        kind = default;
        if (!cells.TryGetCode(Kind, out ReadOnlySpan<byte> text))
        {
            return false;
        }

        kind = text switch
        {
            _ when text.SequenceEqual("cost"u8) => CenterKind.Cost,
            _ when text.SequenceEqual("revenue"u8) => CenterKind.Revenue,
            _ when text.SequenceEqual("profit"u8) => CenterKind.Profit,
            _ when text.SequenceEqual("investment"u8) => CenterKind.Investment,
            _ => (CenterKind)(-1),
        };
        return kind >= 0
            || cells.Tell(Kind, ImportIssueCode.BadKind, "One of cost, revenue, profit, investment was expected.");
    }
}
