using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;

namespace CostCenters.Csv.Rows;

/// <summary>What a table knows and a foreign file may need: the currency of the book and its fiscal calendar.</summary>
internal readonly record struct TableContext(Currency? Currency, FiscalCalendar? Calendar)
{
    public static TableContext Of(CubeSpace space) => new(space.Currency, space.Calendar);
}
