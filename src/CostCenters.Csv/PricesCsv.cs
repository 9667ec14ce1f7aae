using CostCenters.Allocations.Activities;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Csv;

/// <summary>Reads and writes plan prices of services: <c>service,fixed_rate,variable_rate,from?,through?</c>.</summary>
/// <remarks>Rates are per unit of capacity and per unit of use, 0 or more with at most six decimals. <c>from</c> and
/// <c>through</c> are fiscal periods, both inclusive; an empty one has no end. A service has one price in each period.
/// </remarks>
public static class PricesCsv
{
    private const int Service = 0;
    private const int FixedRate = 1;
    private const int VariableRate = 2;
    private const int From = 3;
    private const int Through = 4;
    private const decimal MaxRate = 1_000_000_000m;

    private static readonly RowSchema Schema = RowSchema.Parse("service,fixed_rate,variable_rate,from?,through?");

    /// <summary>Reads prices.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="space">Centers and calendar.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The accepted prices, in order of the rows, and every fault of the other rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<IReadOnlyList<ServicePrice>> Read(
        CsvInput input, CubeSpace space, ImportProfile profile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(input, Schema, profile, default, cancellation);
        var codes = new CodeTables(space.Centers, null);
        var validities = new ValidityCells<CenterCode>(new FiscalPeriods(space.Calendar), From, Through);
        return table.ReadAll(cells => ReadRow(cells, codes, validities));
    }

    /// <summary>Writes prices.</summary>
    /// <param name="prices">The prices, in the order of the rows.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A text has a NUL or half of a surrogate pair.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate has more than six decimals.</exception>
    public static void Write(IEnumerable<ServicePrice> prices, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new RowWriter(stream, Schema.Columns, leaveOpen: true);
        foreach (ServicePrice price in prices)
        {
            writer.Code(price.Service.Value);
            writer.Code(PostingsCsv.Quantity(price.FixedRate));
            writer.Code(PostingsCsv.Quantity(price.VariableRate));
            ValidityCells<CenterCode>.Write(writer, price.Validity);
            writer.EndRow();
        }
    }

    private static ServicePrice? ReadRow(
        CellReader cells, CodeTables codes, ValidityCells<CenterCode> validities)
    {
        Center? service = codes.ReadCenter(cells, Service);
        bool isWhole = TryReadRate(cells, FixedRate, out decimal fixedRate)
            & TryReadRate(cells, VariableRate, out decimal variableRate)
            & validities.TryRead(cells, out Allocations.PeriodValidity validity);
        return isWhole && service is not null && validities.Take(cells, service.Code, validity)
            ? new ServicePrice(service.Code, fixedRate, variableRate, validity)
            : null;
    }

    private static bool TryReadRate(CellReader cells, int column, out decimal rate)
    {
        bool isNumber = cells.TryGetQuantity(column, out long count);
        rate = DecimalScale.Quantity.ToDecimal(count);
        return isNumber
            && (rate is >= 0m and <= MaxRate
                || cells.Tell(column, ImportIssueCode.OutOfRange, "A rate from 0 to 1000000000 was expected."));
    }
}
