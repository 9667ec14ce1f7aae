using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Structure;
using NodaTime;

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
        ValidDays = new CenterDays(space.Centers, _ => true);
        OpenDays = new CenterDays(space.Centers, validity => validity.Status == CenterStatus.Open);
        periodsByDay = [.. space.Calendar.OrdinalsByDay];
    }

    public CubeSpace Space { get; }

    /// <summary>For the plain reader.</summary>
    public CodeTables Codes { get; }

    public CodeIndex Centers { get; }

    public CodeIndex Elements { get; }

    public int ElementCount { get; }

    /// <summary>The days on which a center may be budgeted.</summary>
    public CenterDays ValidDays { get; }

    /// <summary>The days on which a center takes postings.</summary>
    public CenterDays OpenDays { get; }

    /// <summary>The number of days that have a period.</summary>
    public int DayCount => periodsByDay.Length;

    /// <summary>The ordinal of the period of a day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PeriodOfDay(int day) => periodsByDay[day];

    /// <summary>The number of a cell.</summary>
    public long CellOf(CenterCode center, ElementCode element) =>
        ((long)Space.Centers.IndexOf(center) * ElementCount) + Space.Elements.IndexOf(element);

    /// <summary>The number of a cell, and the ordinal of its period.</summary>
    public (long Cell, int Period) CellOf(CenterCode center, ElementCode element, LocalDate date) =>
        (CellOf(center, element), Space.Calendar.OrdinalOf(date));
}
