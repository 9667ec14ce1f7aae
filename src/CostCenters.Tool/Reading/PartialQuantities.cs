using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Tool.Views;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Reading;

/// <summary>Cells of the actuals whose quantity is known in part only, as lines for the screen.</summary>
internal static class PartialQuantities
{
    /// <summary>Postings are made of the rows behind quantities, so a book with more rows is left alone.</summary>
    private const int MostRows = 1_000_000;

    /// <summary>The cells, a line each, below a line that counts them; nothing where every quantity is whole.</summary>
    /// <param name="book">A book that was read with its quantities.</param>
    /// <param name="acceptedRows">How many rows were accepted.</param>
    /// <exception cref="IOException">A file no longer holds what was read.</exception>
    public static IEnumerable<string> LinesOf(BookCubes book, long acceptedRows)
    {
        IEnumerable<CellAddress> counted =
            book.Actual.Cells().Where(cell => cell.Quantity is not null).Select(cell => cell.Address);
        if (acceptedRows > MostRows)
        {
            return counted.Any() ? ["  quantities: not checked, since the book has more than 1,000,000 rows"] : [];
        }

        CellAddress[] cells = [.. counted];
        if (cells.Length == 0)
        {
            return [];
        }

        PartialQuantity[] partial =
        [
            .. book.FindPostings(cells)
                .Select(cell => PartialQuantity.Find(cell.Key, cell.Value))
                .OfType<PartialQuantity>()
                .OrderBy(found => found.Cell.Center)
                .ThenBy(found => found.Cell.Element)
                .ThenBy(found => found.Cell.Period),
        ];
        return partial.Length == 0 ? [] : Lines(partial, new NumberText(book.Space.Scale.Digits));
    }

    private static IEnumerable<string> Lines(PartialQuantity[] partial, NumberText numbers)
    {
        yield return $"  quantities: {partial.Length} {(partial.Length == 1 ? "cell has" : "cells have")} postings "
            + "without one beside others, so that prices and unit costs there are wrong";
        foreach (PartialQuantity found in partial.Take(Messages.MostTold))
        {
            yield return $"    {found.Cell.Center} {found.Cell.Element} {found.Cell.Period}: "
                + $"{numbers.Amount(found.AmountWithQuantity)} with a quantity, "
                + $"{numbers.Amount(found.AmountWithoutQuantity)} without";
        }

        if (partial.Length > Messages.MostTold)
        {
            yield return $"    and {partial.Length - Messages.MostTold} more";
        }
    }
}
