using System.Collections.Immutable;
using System.Globalization;
using CostCenters.Monetary;

namespace CostCenters.Reports.Tables;

/// <summary>A column of a report.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ReportColumn
{
    internal ReportColumn(
        string name, ReportColumnKind kind, ImmutableArray<string> texts, int digits = 0, string? title = null)
    {
        Name = name;
        Title = title ?? name;
        Kind = kind;
        Texts = texts;
        Digits = digits;
    }

    /// <summary>The stable name, in lower case: <c>center</c>, <c>element</c>, <c>period</c>, <c>measure</c>,
    /// <c>budget</c>, <c>actual</c>, <c>difference</c>, <c>percent</c> or <c>outcome</c>; of a bridge <c>step</c>,
    /// <c>amount</c> or <c>running</c>; of a pivot a period such as <c>2026-P03</c>, or <c>total</c>.</summary>
    public string Name { get; }

    /// <summary>What stands above it for readers: the name, or what the comparison calls its budget and its actuals.
    /// </summary>
    public string Title { get; }

    /// <summary>What its cells are.</summary>
    public ReportColumnKind Kind { get; }

    /// <summary>The texts that its cells name by their index, some perhaps in no row; empty for numbers.</summary>
    public ImmutableArray<string> Texts { get; }

    /// <summary>The decimals of its numbers; 0 for texts.</summary>
    public int Digits { get; }

    /// <summary>Whether its cells are counts, and not indexes of texts.</summary>
    public bool IsNumber => Kind is ReportColumnKind.Amount or ReportColumnKind.Percent;

    /// <summary>The amount or percentage of a cell; null where it is absent.</summary>
    /// <param name="cell">A cell of this column.</param>
    /// <exception cref="InvalidOperationException">The column holds texts.</exception>
    /// <exception cref="OverflowException">The number is beyond a decimal, which sums of 64 bits never are.</exception>
    public decimal? NumberOf(ReportCell cell) =>
        !IsNumber ? throw new InvalidOperationException($"The column '{Name}' holds texts.")
        : cell.IsAbsent ? null
        : new DecimalScale(Digits).ToDecimal(cell.Number);

    /// <summary>A cell as text, with all its decimals and a point; null where it is absent.</summary>
    /// <param name="cell">A cell of this column.</param>
    /// <exception cref="IndexOutOfRangeException">The cell is not of this column.</exception>
    public string? TextOf(ReportCell cell)
    {
        if (cell.IsAbsent)
        {
            return null;
        }

        if (!IsNumber)
        {
            return Texts[(int)cell.Number];
        }

        string digits = Int128.Abs(cell.Number).ToString($"D{Digits + 1}", CultureInfo.InvariantCulture);
        string sign = cell.Number < 0 ? "-" : "";
        return Digits == 0 ? sign + digits : $"{sign}{digits[..^Digits]}.{digits[^Digits..]}";
    }
}
