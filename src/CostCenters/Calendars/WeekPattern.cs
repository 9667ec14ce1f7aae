namespace CostCenters.Calendars;

/// <summary>How the 52 weeks of a fiscal year fall into periods.</summary>
public enum WeekPattern
{
    /// <summary>4-4-5: twelve periods, each quarter of four, four and five weeks.</summary>
    FourFourFive,

    /// <summary>4-5-4: twelve periods, each quarter of four, five and four weeks.</summary>
    FourFiveFour,

    /// <summary>5-4-4: twelve periods, each quarter of five, four and four weeks.</summary>
    FiveFourFour,

    /// <summary>13x4: thirteen periods of four weeks, which make no quarters.</summary>
    ThirteenFours,
}
