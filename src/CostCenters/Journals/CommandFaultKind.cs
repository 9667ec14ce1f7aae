namespace CostCenters.Journals;

/// <summary>Why a command is refused.</summary>
public enum CommandFaultKind
{
    /// <summary>There is a document, or a commitment, of that id with other contents.</summary>
    DocumentIdTaken,

    /// <summary>There is no document, or no commitment, of that id.</summary>
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

    /// <summary>A request, an order or what takes over from one has an amount that is not above 0.</summary>
    AmountNotPositive,

    /// <summary>The stage to take over from does not come before this one.</summary>
    WrongStage,

    /// <summary>More is taken over than is open.</summary>
    MoreThanOpen,

    /// <summary>More is delivered than was ordered, beyond the tolerance of the order.</summary>
    OverDelivery,

    /// <summary>All of the commitment has been taken over already.</summary>
    AlreadyLiquidated,

    /// <summary>The commitment has been released already.</summary>
    AlreadyReleased,

    /// <summary>The commitment has expired.</summary>
    AlreadyExpired,

    /// <summary>The rest of the commitment has been released already, after a part of it was taken over.</summary>
    AlreadyClosed,

    /// <summary>The limit of an availability rule would be passed.</summary>
    BudgetExceeded,

    /// <summary>An availability rule finds no budget for the amount.</summary>
    NoBudget,

    /// <summary>No availability rule covers the amount.</summary>
    OutsideRules,

    /// <summary>The actor does not hold the role on that day, or it is not the one that is asked for.</summary>
    RoleNotHeld,

    /// <summary>A change of a budget is not in the state that the decision is about.</summary>
    WrongState,

    /// <summary>Somebody would approve what they entered themselves.</summary>
    SelfApproval,

    /// <summary>More is taken from a cell than the budget has there.</summary>
    MoreThanBudgeted,

    /// <summary>Transfers would take more out of some cells in a year, or bring more into them, than their limit.
    /// </summary>
    TransferLimitExceeded,

    /// <summary>The instant of the command is before that of the last entry: a clock went backwards, or a command of a
    /// later instant came first from another thread. Read the clock anew and give the command again.</summary>
    InstantBeforeLast,
}
