namespace CostCenters.Data.Results;

/// <summary>Why rows of a table were not used.</summary>
public enum SqlRejectionReason
{
    /// <summary>A column that must have a value has none.</summary>
    MissingValue,

    /// <summary>No center has the code.</summary>
    UnknownCenter,

    /// <summary>The center is not valid on the day, or not on the last day of a period of the budget line.</summary>
    CenterNotValid,

    /// <summary>The center is blocked on the day.</summary>
    CenterBlocked,

    /// <summary>No element has the code.</summary>
    UnknownElement,

    /// <summary>The element is not valid on the day, or not on the last day of a period of the budget line.</summary>
    ElementNotValid,

    /// <summary>The date is none, or beyond the days of a fiscal calendar (1900 to 2149).</summary>
    BadDate,

    /// <summary>The period or year is none of the calendar.</summary>
    BadPeriod,

    /// <summary>The value is no exact number.</summary>
    BadNumber,

    /// <summary>The number is finer than the scale.</summary>
    TooManyDigits,

    /// <summary>The number is beyond its bound: 10^15 for amounts, 10^12 for quantities and key figures.</summary>
    OutOfRange,

    /// <summary>A word is none of those that the column may hold.</summary>
    BadWord,

    /// <summary>Master data contradict each other: an unknown parent, validities that overlap, a cycle.</summary>
    BadStructure,
}
