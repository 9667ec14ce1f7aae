namespace CostCenters.Calendars;

/// <summary>Which calendar year gives a fiscal year its name.</summary>
/// <remarks>
/// <para>Month years: the calendar year of the first or of the last day.</para>
/// <para>Week years: <see cref="End"/> is the calendar year of the month that the year end is tied to,
/// <see cref="Start"/> the one before it; the actual first and last day, which move from year to year, never name a
/// year. Tied to December, both are the same.</para>
/// <para>The US retail federation names by the start (its 2023 ends in February 2024); the US federal government,
/// Apple and Disney name by the end.</para>
/// </remarks>
public enum YearNaming
{
    /// <summary>Named by the calendar year in which it starts.</summary>
    Start,

    /// <summary>Named by the calendar year in which it ends.</summary>
    End,
}
