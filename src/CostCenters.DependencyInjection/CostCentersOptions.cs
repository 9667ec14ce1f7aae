using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Monetary;

namespace CostCenters.DependencyInjection;

/// <summary>The choices that a host makes once for all of its figures.</summary>
/// <remarks>Each of them changes figures, so none has a default: all have to be named.</remarks>
public sealed class CostCentersOptions
{
    /// <summary>The fiscal calendar.</summary>
    public FiscalCalendar? Calendar { get; set; }

    /// <summary>The currency of ledgers and budgets.</summary>
    public Currency? Currency { get; set; }

    /// <summary>The decimals in which amounts are counted; those of the currency's minor unit for most books.</summary>
    public DecimalScale? Scale { get; set; }

    /// <summary>How whole-year budgets are spread over their periods, and who takes what rounding leaves.</summary>
    public Phasing? Phasing { get; set; }

    /// <summary>How figures are rounded where a call asks for a rounding.</summary>
    public MidpointRounding? Rounding { get; set; }

    /// <summary>The dialect of the files that are imported.</summary>
    public ImportProfile? ImportProfile { get; set; }
}
