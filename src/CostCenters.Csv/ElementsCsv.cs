using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Structure;

namespace CostCenters.Csv;

/// <summary>Reads and writes cost and revenue elements: <c>code,name,nature,behavior?,parent?,category?</c>.</summary>
/// <remarks><c>category</c> is <c>primary</c> (or empty) or <c>secondary</c>; the column is written where an element is
/// secondary. Master data stands or falls as a whole: with one fault there is no chart; all faults are
/// told.</remarks>
public static class ElementsCsv
{
    private const int Code = 0;
    private const int Name = 1;
    private const int Nature = 2;
    private const int Behavior = 3;
    private const int Parent = 4;
    private const int Category = 5;

    internal static readonly RowSchema Schema = RowSchema.Parse("code,name,nature,behavior?,parent?,category?");

    /// <summary>Reads elements.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The chart, or none with all faults.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<ElementChart> Read(
        CsvInput input, ImportProfile profile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(input, Schema, profile, default, cancellation);
        ImportLog log = table.Log;
        var builder = new ElementChart.Builder();
        var rows = new MasterRows(log);
        while (table.Read())
        {
            CostElement? element = ReadRow(table.Cells!, out string? code);
            if (rows.EndRow(code, element?.Parent?.Value))
            {
                builder.Add(element!);
            }
        }

        return log.ToResult(rows.Check(builder.FindFaults(cancellation)) ? builder.Build(cancellation) : null);
    }

    /// <summary>Writes elements in the order in which they were added.</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An element has a unit or no name, for which the file has no place; nothing
    /// has been written then.</exception>
    public static void Write(ElementChart elements, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(stream);
        CostElement? unwritable = elements.Elements.FirstOrDefault(e => e.Unit is not null || e.Name.Length == 0);
        if (unwritable is not null)
        {
            throw new ArgumentException(
                $"Element '{unwritable.Code}' has a unit or no name; the file has no place for that.");
        }

        bool hasCategories = elements.Elements.Any(element => element.Category == ElementCategory.Secondary);
        using var writer = new RowWriter(
            stream, hasCategories ? Schema.Columns : Schema.Columns.Take(Category), leaveOpen: true);
        foreach (CostElement element in elements.Elements)
        {
            writer.Code(element.Code.Value);
            writer.Text(element.Name);
            writer.Code(element.Nature.ToString().ToLowerInvariant());
            writer.Code(element.Behavior?.ToString().ToLowerInvariant());
            writer.Code(element.Parent?.Value);
            if (hasCategories)
            {
                writer.Code(ChoiceCell.WordOf(element.Category));
            }

            writer.EndRow();
        }
    }

    private static CostElement? ReadRow(CellReader cells, out string? code)
    {
        code = cells.TryGetCode(Code, out ReadOnlySpan<byte> bytes) ? Encoding.UTF8.GetString(bytes) : null;
        bool isWhole = cells.TryGetText(Name, out string name) & code is not null;
        isWhole &= TryReadNature(cells, out ElementNature nature);
        isWhole &= TryReadBehavior(cells, out ElementBehavior? behavior);
        string? parent = cells.GetOptionalCode(Parent);
        ElementCategory category = ElementCategory.Primary;
        isWhole &= !cells.HasValue(Category) || ChoiceCell.TryRead(cells, Category, out category);
        return isWhole
            ? new CostElement(
                new ElementCode(code!),
                name,
                nature,
                behavior,
                parent is null ? null : new ElementCode(parent),
                category: category)
            : null;
    }

    private static bool TryReadNature(CellReader cells, out ElementNature nature)
    {
        nature = default;
        if (!cells.TryGetCode(Nature, out ReadOnlySpan<byte> text))
        {
            return false;
        }

        nature = text.SequenceEqual("revenue"u8) ? ElementNature.Revenue : ElementNature.Cost;
        return nature == ElementNature.Revenue
            || text.SequenceEqual("cost"u8)
            || cells.Tell(Nature, ImportIssueCode.BadNature, "One of cost, revenue was expected.");
    }

    private static bool TryReadBehavior(CellReader cells, out ElementBehavior? behavior)
    {
        string? text = cells.GetOptionalCode(Behavior);
        behavior = text switch
        {
            "fixed" => ElementBehavior.Fixed,
            "variable" => ElementBehavior.Variable,
            "mixed" => ElementBehavior.Mixed,
            _ => null,
        };
        return text is null
            || behavior is not null
            || cells.Tell(Behavior, ImportIssueCode.BadBehavior, "One of fixed, variable, mixed was expected.");
    }
}
