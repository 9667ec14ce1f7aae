namespace CostCenters.Data.Dialects;

/// <summary>What a column of an engine holds, as far as exact sums and codes depend on it.</summary>
public enum SqlColumnKind
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>Text as it was stored.</summary>
    Text,

    /// <summary>Text that the engine fills up with blanks: no code is compared exactly in it.</summary>
    PaddedText,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day with a time, without a zone.</summary>
    Timestamp,

    /// <summary>A moment, whose day depends on a time zone.</summary>
    ZonedTimestamp,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>An exact decimal.</summary>
    ExactDecimal,

    /// <summary>Binary floating point.</summary>
    FloatingPoint,
}
