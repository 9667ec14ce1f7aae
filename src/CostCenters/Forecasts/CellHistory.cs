using CostCenters.Cubes;
using CostCenters.Monetary;

namespace CostCenters.Forecasts;

/// <summary>Amounts and quantities of one center and element: to date, and in each period to come.</summary>
internal sealed class CellHistory(ForecastHorizon horizon, DecimalScale scale, int center, int element)
{
    private readonly long[] amountsToCome = new long[horizon.ToCome.Length];
    private readonly long?[] quantitiesToCome = new long?[horizon.ToCome.Length];
    private readonly bool[] isThere = new bool[horizon.ToCome.Length];
    private long amountToDate;
    private long quantityToDate;
    private bool hasUnknownQuantity;

    public int Center => center;

    public int Element => element;

    /// <summary>Whether the amounts to date can stand for a whole to compare the rest with.</summary>
    public bool HasShape => amountToDate != 0;

    public ForecastShape Amounts =>
        new(Fraction.Of(amountToDate), [.. amountsToCome.Select(count => Fraction.Of(count))]);

    /// <summary>The shape of the quantities; that of the amounts where they are not known.</summary>
    public ForecastShape Quantities =>
        hasUnknownQuantity || quantityToDate == 0 || quantitiesToCome.Zip(isThere).Any(q => q.Second && q.First is null)
            ? Amounts
            : new(Fraction.Of(quantityToDate), [.. quantitiesToCome.Select(count => Fraction.Of(count ?? 0))]);

    /// <summary>Adds a cell of a period so far, or of one to come.</summary>
    public void Add(CubeCell cell, int? place)
    {
        long amount = scale.ToCount(cell.Amount);
        long? quantity = cell.Quantity is decimal known ? DecimalScale.Quantity.ToCount(known) : null;
        if (place is int toCome)
        {
            amountsToCome[toCome] = amount;
            quantitiesToCome[toCome] = quantity;
            isThere[toCome] = true;
            return;
        }

        amountToDate = checked(amountToDate + amount);
        quantityToDate = checked(quantityToDate + (quantity ?? 0));
        hasUnknownQuantity |= quantity is null;
    }

    /// <summary>Adds the periods to come as the shapes make them of what there is to date.</summary>
    /// <returns>False, and nothing is added, where a figure outgrows 64 bits.</returns>
    public bool TryAddRest(
        CubeBuilder builder, ForecastShape amounts, ForecastShape quantities, MidpointRounding rounding)
    {
        long[]? amount = amounts.TrySpread(amountToDate, rounding);
        long[]? quantity = hasUnknownQuantity ? null : quantities.TrySpread(quantityToDate, rounding);
        if (amount is null || (quantity is null && !hasUnknownQuantity))
        {
            return false;
        }

        for (int place = 0; place < amount.Length; place++)
        {
            if (amount[place] != 0 || (quantity?[place] ?? 0) != 0)
            {
                builder.AddCounts(center, element, Ordinal(place), amount[place], quantity?[place]);
            }
        }

        return true;
    }

    /// <summary>Adds the periods to come as they are here.</summary>
    public void AddOwnRest(CubeBuilder builder)
    {
        for (int place = 0; place < amountsToCome.Length; place++)
        {
            if (isThere[place])
            {
                builder.AddCounts(center, element, Ordinal(place), amountsToCome[place], quantitiesToCome[place]);
            }
        }
    }

    private int Ordinal(int place) => horizon.Calendar.OrdinalOf(horizon.ToCome[place]);
}
