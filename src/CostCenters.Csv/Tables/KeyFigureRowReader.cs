using System.Text;
using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Csv.Tables;

/// <summary>Turns the rows of a table of key figures into values, and tells every fault of the others.</summary>
internal sealed class KeyFigureRowReader(CenterHierarchy centers, FiscalCalendar calendar, KeyFigureCatalog? catalog)
{
    private const int Period = 0;
    private const int CenterColumn = 1;
    private const int KeyFigureColumn = 2;
    private const int Value = 3;
    private const int Unit = 4;

    private readonly CodeTables codes = new(centers, null);
    private readonly FiscalPeriods periods = new(calendar);
    private readonly KeyFigureRules rules = new(calendar);
    private readonly HashSet<(KeyFigureCode, CenterCode, FiscalPeriod)> stocks = [];

    public KeyFigureValue? ReadRow(CellReader cells)
    {
        bool hasPeriod = periods.TryRead(cells, Period, allowsYear: false, out _, out FiscalPeriod? period);
        Center? center = codes.ReadCenter(cells, CenterColumn);
        if (hasPeriod && center is not null && !rules.IsCenterValid(center, period!.Value))
        {
            cells.Tell(
                CenterColumn,
                ImportIssueCode.CenterNotValid,
                "The center is not valid on the last day of the period. Correct the period or the center.");
        }

        KeyFigureCode? code = cells.TryGetCode(KeyFigureColumn, out ReadOnlySpan<byte> text)
            ? new KeyFigureCode(Encoding.UTF8.GetString(text))
            : null;
        KeyFigure? figure = code is null || catalog is null ? null : ReadFigure(cells, code.Value);
        bool hasValue = cells.TryGetQuantity(Value, out long count);
        if (!hasPeriod || center is null || code is null || !hasValue)
        {
            return null;
        }

        if (figure?.Kind == KeyFigureKind.Stock && !cells.RowIsFaulty
            && !stocks.Add((figure.Code, center.Code, period!.Value)))
        {
            cells.Tell(
                KeyFigureColumn,
                ImportIssueCode.DuplicateValue,
                "A stock has one value for a center and period, and an earlier row has it. Remove one of them.");
        }

        return new KeyFigureValue(period!.Value, center.Code, code.Value, DecimalScale.Quantity.ToDecimal(count));
    }

    private KeyFigure? ReadFigure(CellReader cells, KeyFigureCode code)
    {
        if (!catalog!.TryGet(code, out KeyFigure? figure))
        {
            cells.Tell(
                KeyFigureColumn,
                ImportIssueCode.UnknownKeyFigure,
                "No key figure has this code. Add it to the key figures, or correct it.");
            return null;
        }

        if (figure.Kind == KeyFigureKind.Computed)
        {
            cells.Tell(
                KeyFigureColumn,
                ImportIssueCode.ComputedKeyFigure,
                "The key figure is computed from others and takes no values. Remove the row.");
        }

        if (cells.GetOptionalCode(Unit) is string unit && unit != figure.Unit)
        {
            cells.Tell(
                Unit,
                ImportIssueCode.MixedUnit,
                $"The key figure is counted in '{figure.Unit}'. Convert the value, or correct the unit.");
        }

        return figure;
    }
}
