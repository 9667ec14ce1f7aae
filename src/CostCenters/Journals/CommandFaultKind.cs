namespace CostCenters.Journals;

/// <summary>Why a command is refused.</summary>
public enum CommandFaultKind
{
    /// <summary>The ledger has a document of that id with other contents.</summary>
    DocumentIdTaken,

    /// <summary>The ledger has no document of that id.</summary>
    UnknownDocument,

    /// <summary>The document has been reversed already, or is a reversal itself.</summary>
    NotReversible,

    /// <summary>The document is in another currency than the ledger.</summary>
    CurrencyMismatch,

    /// <summary>No center has that code.</summary>
    UnknownCenter,

    /// <summary>The center is not valid on that date.</summary>
    CenterNotValid,

    /// <summary>The center is blocked on that date.</summary>
    CenterBlocked,

    /// <summary>No element has that code.</summary>
    UnknownElement,

    /// <summary>The element is not valid on that date.</summary>
    ElementNotValid,

    /// <summary>The calendar has no such date or adjustment period.</summary>
    DateOutOfRange,

    /// <summary>The period is closed for the center.</summary>
    PeriodClosed,

    /// <summary>The amount is finer than the ledger's scale.</summary>
    TooManyDigits,

    /// <summary>The amount or the quantity is too large.</summary>
    OutOfRange,

    /// <summary>There is a budget version of that name and revision with other lines.</summary>
    BudgetVersionTaken,

    /// <summary>No key figures were recorded at that position, or they are withdrawn already.</summary>
    UnknownRecord,

    /// <summary>A reference or a text has a NUL or half of a surrogate pair, which no file can hold.</summary>
    BadText,
}
