namespace CostCenters.Csv.Imports;

/// <summary>The stable codes of import issues, as they stand in a file of rejected rows.</summary>
/// <remarks>
/// <see cref="RaggedRow"/>, <see cref="BadQuoting"/> and <see cref="BadEncoding"/> fault a row as a whole; no
/// other fault of such a row is sought. A row that is both badly quoted and badly encoded is badly encoded.
/// </remarks>
public static class ImportIssueCode
{
    /// <summary>A cell that must be filled is empty.</summary>
    public const string MissingValue = "missing-value";

    /// <summary>No center has this code.</summary>
    public const string UnknownCenter = "unknown-center";

    /// <summary>The center exists, but not on the date or in every period of the row.</summary>
    public const string CenterNotValid = "center-not-valid";

    /// <summary>No element has this code.</summary>
    public const string UnknownElement = "unknown-element";

    /// <summary>The element exists, but not on the date or in every period of the row.</summary>
    public const string ElementNotValid = "element-not-valid";

    /// <summary>Not a date in the expected form, not a day of the calendar, or out of bounds.</summary>
    public const string BadDate = "bad-date";

    /// <summary>Not a period or year in the expected form, or not one of the fiscal calendar.</summary>
    public const string BadPeriod = "bad-period";

    /// <summary>Not a number in the expected form.</summary>
    public const string BadNumber = "bad-number";

    /// <summary>A number with more decimals, as written, than the column takes.</summary>
    public const string TooManyDigits = "too-many-digits";

    /// <summary>A number whose magnitude is beyond the bound of its column.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>More or fewer cells than the header has.</summary>
    public const string RaggedRow = "ragged-row";

    /// <summary>A quote inside an unquoted cell, text after a closing quote, or a quote that never closes.</summary>
    public const string BadQuoting = "bad-quoting";

    /// <summary>A NUL, or bytes that are no text in the file's encoding.</summary>
    public const string BadEncoding = "bad-encoding";

    /// <summary>The file or folder does not exist.</summary>
    public const string MissingFile = "missing-file";

    /// <summary>The file does not begin with a header.</summary>
    public const string NoHeader = "no-header";

    /// <summary>A column that is required, or that the profile names, is not in the header.</summary>
    public const string MissingColumn = "missing-column";

    /// <summary>The header has a name twice.</summary>
    public const string DuplicateColumn = "duplicate-column";

    /// <summary>A column that nothing reads; it is ignored.</summary>
    public const string IgnoredColumn = "ignored-column";

    /// <summary>Lines that end with carriage returns alone, where LF or CRLF is expected.</summary>
    public const string BadLineEnds = "bad-line-ends";

    /// <summary>A first line <c>sep=</c> that names no usable delimiter, or that the profile does not accept.</summary>
    public const string BadSeparatorLine = "bad-separator-line";

    /// <summary>A row longer than the profile's limit; the file is not read on.</summary>
    public const string RowTooLong = "row-too-long";

    /// <summary>A cell longer than the profile's limit.</summary>
    public const string FieldTooLong = "field-too-long";

    /// <summary>More rows than the profile's limit; the file is not read on.</summary>
    public const string TooManyRows = "too-many-rows";

    /// <summary>More bytes than the profile's limit; the file is not read on.</summary>
    public const string FileTooLarge = "file-too-large";

    /// <summary>The center is blocked on the date of the row.</summary>
    public const string CenterBlocked = "center-blocked";

    /// <summary>The period is closed for the center of the row.</summary>
    public const string PeriodClosed = "period-closed";

    /// <summary>A kind of center that there is not.</summary>
    public const string BadKind = "bad-kind";

    /// <summary>A nature of elements that there is not.</summary>
    public const string BadNature = "bad-nature";

    /// <summary>A behavior of elements that there is not.</summary>
    public const string BadBehavior = "bad-behavior";

    /// <summary>A validity that ends before it begins.</summary>
    public const string ReversedValidity = "reversed-validity";

    /// <summary>A code that stands twice where it may stand once.</summary>
    public const string DuplicateCode = "duplicate-code";

    /// <summary>Two validities of one center that share a day.</summary>
    public const string OverlappingValidity = "overlapping-validity";

    /// <summary>A parent that is no code of the file.</summary>
    public const string UnknownParent = "unknown-parent";

    /// <summary>A center or element that is its own ancestor, if only for a day.</summary>
    public const string Cycle = "cycle";

    /// <summary>A file that cannot be opened or not be read to its end.</summary>
    public const string UnreadableFile = "unreadable-file";

    /// <summary>A file that nothing reads; it is ignored.</summary>
    public const string IgnoredFile = "ignored-file";

    /// <summary>A write of the book that was broken off; what is read is all old or all new.</summary>
    public const string UnfinishedWrite = "unfinished-write";

    /// <summary>A header with more columns than a table may have.</summary>
    public const string TooManyColumns = "too-many-columns";

    /// <summary>A <c>book.json</c> that does not describe a book.</summary>
    public const string BadBook = "bad-book";

    /// <summary>Postings of days on which the currency of the book was no longer money; they are accepted.</summary>
    public const string CurrencyWithdrawn = "currency-withdrawn";

    /// <summary>A code or version name that a spreadsheet would run as a formula, or that has characters nobody sees;
    /// it is accepted.</summary>
    public const string UnsafeCode = "unsafe-code";

    /// <summary>Not a time with its offset in the expected form, or out of bounds.</summary>
    public const string BadTime = "bad-time";

    /// <summary>A time that is before the one it cannot come before.</summary>
    public const string ReversedTimes = "reversed-times";

    /// <summary>No channel has this code.</summary>
    public const string UnknownChannel = "unknown-channel";

    /// <summary>A score outside its scale.</summary>
    public const string OutOfScale = "out-of-scale";

    /// <summary>No key figure has this code.</summary>
    public const string UnknownKeyFigure = "unknown-key-figure";

    /// <summary>A value of a key figure that is computed from others.</summary>
    public const string ComputedKeyFigure = "computed-key-figure";

    /// <summary>A value in another unit than its key figure is counted in.</summary>
    public const string MixedUnit = "mixed-unit";

    /// <summary>The ledger has the document with the same rows already; nothing is posted again.</summary>
    public const string DocumentKnown = "document-known";

    /// <summary>The ledger has a document of this id with other rows; the file is not posted.</summary>
    public const string DocumentIdTaken = "document-id-taken";

    /// <summary>A second value where there can be one.</summary>
    public const string DuplicateValue = "duplicate-value";

    /// <summary>A word that is none of those that the column takes.</summary>
    public const string BadChoice = "bad-choice";

    /// <summary>A row that says something else of its document, change or rule than the first row of it.</summary>
    public const string MixedDocument = "mixed-document";

    /// <summary>A good row of a document, change or rule that another row keeps from being used.</summary>
    public const string IncompleteDocument = "incomplete-document";

    /// <summary>The rows of a change of a budget do not sum to what its kind demands.</summary>
    public const string UnbalancedChange = "unbalanced-change";

    /// <summary>A request, an order or a change that no row before this one has.</summary>
    public const string UnknownDocument = "unknown-document";

    /// <summary>A request that would take something over from an order.</summary>
    public const string WrongStage = "wrong-stage";

    /// <summary>More is taken over than is open.</summary>
    public const string MoreThanOpen = "more-than-open";

    /// <summary>More follows a line than its tolerance allows.</summary>
    public const string OverDelivery = "over-delivery";

    /// <summary>Something is taken over from a request or an order of which nothing is open any more.</summary>
    public const string AlreadyLiquidated = "already-liquidated";

    /// <summary>A change takes more from a cell than the budget has there.</summary>
    public const string MoreThanBudgeted = "more-than-budgeted";

    /// <summary>A text above the header, or in a heading, that the profile uses and the file lacks.</summary>
    public const string MissingMetadata = "missing-metadata";

    /// <summary>A debit and a credit in one row, where one of them is expected.</summary>
    public const string TwoAmounts = "two-amounts";

    /// <summary>A sign column with neither of its texts, or a minus beside one.</summary>
    public const string BadSign = "bad-sign";

    /// <summary>An amount in another currency than that of the book.</summary>
    public const string OtherCurrency = "other-currency";

    /// <summary>A total that is not the sum of the rows above, or cannot be verified.</summary>
    public const string TotalMismatch = "total-mismatch";

    /// <summary>The total of a section that no row opens, or a row that may be the label of one and cannot be read.
    /// </summary>
    public const string UnknownSection = "unknown-section";

    /// <summary>A second header whose columns stand in another order than those of the first.</summary>
    public const string MovedHeader = "moved-header";

    /// <summary>A last row that looks like the total of all others, though the profile does not say so.</summary>
    public const string UnmarkedTotal = "unmarked-total";

    /// <summary>A row that the profile refuses by name, such as one whose net amount the file does not have.</summary>
    public const string RefusedRow = "refused-row";

    /// <summary>A column that is compared with others and does not agree.</summary>
    public const string FailedCheck = "failed-check";

    /// <summary>Codes that differ by their form alone and are read as one.</summary>
    public const string MergedCodes = "merged-codes";

    /// <summary>A file with as many rows as exports are cut at.</summary>
    public const string RowLimit = "row-limit";

    /// <summary>A file of another format: a workbook, a packed file, a document.</summary>
    public const string NotCsv = "not-csv";

    /// <summary>A mistake in the JSON of a profile.</summary>
    public const string BadProfile = "bad-profile";

    /// <summary>A column that nothing reads and that says whether amounts are debits or credits.</summary>
    public const string DirectionColumn = "direction-column";
}
