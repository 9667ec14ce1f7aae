using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Structure;

namespace CostCenters.Csv.Bulk;

/// <summary>The centers, elements and periods of a book, ready to be found by bytes and numbers.</summary>
/// <remarks>Immutable; all threads share it.</remarks>
internal sealed class BookAxes
{
    private readonly ushort[] periodsByDay;

    public BookAxes(CubeSpace space)
    {
        Space = space;
        Codes = new CodeTables(space.Centers, space.Elements);
        Centers = new CodeIndex([.. space.Centers.Centers.Select(center => (center.Code.Value, center.Index))]);
        ImmutableArray<CostElement> elements = space.Elements.Elements;
        Elements = new CodeIndex([.. elements.Select((element, index) => (element.Code.Value, index))]);
        ElementCount = elements.Length;
        PostingRules = new PostingRules(space);
        BudgetRules = new BudgetRules(space);
        periodsByDay = new ushort[FiscalCalendar.DayCount];
        for (int day = 0; day < periodsByDay.Length; day++)
        {
            periodsByDay[day] = (ushort)space.Calendar.OrdinalOfDay(day);
        }
    }

    public CubeSpace Space { get; }

    /// <summary>For the plain reader.</summary>
    public CodeTables Codes { get; }

    public CodeIndex Centers { get; }

    public CodeIndex Elements { get; }

    public int ElementCount { get; }

    /// <summary>The rules of a posting.</summary>
    public PostingRules PostingRules { get; }

    /// <summary>The rules of a budget line.</summary>
    public BudgetRules BudgetRules { get; }

    /// <summary>The number of days that have a period.</summary>
    public int DayCount => periodsByDay.Length;

    /// <summary>The ordinal of the period of a day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PeriodOfDay(int day) => periodsByDay[day];

    /// <summary>The number of a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long CellOf(int center, int element) => unchecked(((long)center * ElementCount) + element);

    /// <summary>The number of a cell.</summary>
    public long CellOf(CellAddress address) =>
        CellOf(Space.Centers.IndexOf(address.Center), Space.Elements.IndexOf(address.Element));
}
