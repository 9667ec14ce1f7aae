using System.Globalization;
using System.Text;
using CostCenters.Calendars;
using CostCenters.Control;
using CostCenters.Control.Spending;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Csv;

/// <summary>Reads and writes requests and orders:
/// <c>id,stage,date,center,element,amount,quantity?,reference?,text?,takes_over?,takes_over_line?,taken?,
/// over_delivery_percent?,expires?,foreign_amount?,foreign_currency?,rate?</c>.</summary>
/// <remarks>
/// <para>The rows of one id are one document, in their order: all of them are used, or none. Stages are <c>request</c>
/// and <c>order</c>; <c>takes_over</c> is the id of an earlier document, <c>takes_over_line</c> its line (0, the first,
/// where it is empty), <c>taken</c> how much of it.</para>
/// <para><c>foreign_amount</c>, <c>foreign_currency</c> and <c>rate</c> go together: what the amount was converted
/// from, in a currency of ISO 4217, and units of the currency of the book for one unit of it.</para>
/// <para>What is open there to be taken over, and whether money is left, is asked by
/// <see cref="BudgetControl.Reserve"/>.</para>
/// </remarks>
public static class CommitmentsCsv
{
    private const int Id = 0;
    private const int Stage = 1;
    private const int Date = 2;
    private const int CenterColumn = 3;
    private const int ElementColumn = 4;
    private const int Amount = 5;
    private const int Quantity = 6;
    private const int Reference = 7;
    private const int Text = 8;
    private const int TakesOver = 9;
    private const int TakesOverLine = 10;
    private const int Taken = 11;
    private const int OverDelivery = 12;
    private const int Expires = 13;
    private const int Foreign = 14;
    private const int ForeignCurrency = 15;
    private const int Rate = 16;
    private const long SameCurrencyRate = 100_000_000;
    private const long MaxRate = 1_000_000_000 * SameCurrencyRate;
    private const long TicksPerMicrosecond = NodaConstants.TicksPerMillisecond / 1_000;

    private static readonly DecimalScale RateScale = new(8);

    internal static readonly RowSchema Schema = RowSchema.Parse(
        "id,stage,date,center,element,amount,quantity?,reference?,text?,takes_over?,takes_over_line?,taken?,"
            + "over_delivery_percent?,expires?,foreign_amount?,foreign_currency?,rate?");

    /// <summary>Reads requests and orders.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="space">Centers, elements, calendar, currency and decimals.</param>
    /// <param name="profile">The dialect of the file.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The accepted documents, in order of their first rows, and every fault of the other rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<IReadOnlyList<SpendingDocument>> Read(
        CsvInput input, CubeSpace space, ImportProfile profile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(profile);
        return Read(input, space, profile, record: null, cancellation);
    }

    /// <summary>Reads requests and orders and gives each to a book, which may refuse it.</summary>
    internal static ImportResult<IReadOnlyList<SpendingDocument>> Read(
        CsvInput input,
        CubeSpace space,
        ImportProfile profile,
        Func<SpendingDocument, IEnumerable<CommandFault>>? record,
        CancellationToken cancellation)
    {
        using TableReader table = TableReader.Open(input, Schema, profile, TableContext.Of(space), cancellation);
        var reader = new CommitmentRowReader(space);
        var groups = new RowGroups<CommitmentRow>(table.Log, Schema.Columns[Id]);
        while (table.Read())
        {
            CommitmentRow? row = reader.Read(table.Cells!, out string? id);
            groups.EndRow(id, row);
        }

        IReadOnlyList<SpendingDocument> documents =
        [
            .. groups.Whole(Differences, (id, rows) => record is null ? [] : GroupFault.Of(
                    record(ToDocument(id, rows, space)),
                    kind => Schema.Columns[kind == CommandFaultKind.MoreThanOpen ? Taken : TakesOver]))
                .Select(group => ToDocument(group.Id, group.Rows, space)),
        ];
        return table.Log.ToResult(table.Log.IsStopped ? null : documents);
    }

    /// <summary>Writes requests and orders.</summary>
    /// <param name="documents">The documents, in the order of the rows.</param>
    /// <param name="space">The space that they belong to.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A document is an invoice, a line names an adjustment period or a foreign
    /// currency that is not of ISO 4217, for which the file has no place, or a text has a NUL or half of a surrogate
    /// pair.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is finer than the scale of the space, a quantity or a
    /// percentage has more than six decimals, or a time is finer than a microsecond.</exception>
    public static void Write(IEnumerable<SpendingDocument> documents, CubeSpace space, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new RowWriter(stream, Schema.Columns, leaveOpen: true);
        foreach (SpendingDocument document in documents)
        {
            if (document.Stage == SpendingStage.Actual
                || document.Lines.Any(line => line.Posting.AdjustmentPeriod is not null
                    || (line.Foreign is { } foreign && (!Currency.TryFromIso(
                        foreign.Amount.Currency.Code, out Currency? iso) || iso != foreign.Amount.Currency))))
            {
                throw new ArgumentException(
                    $"The file has no place for document '{document.Id}': an invoice, of an adjustment period, or in "
                        + "a currency that is not of ISO 4217.",
                    nameof(documents));
            }

            foreach (SpendingLine line in document.Lines)
            {
                Write(writer, document, line, space.Scale);
            }
        }
    }

    private static void Write(RowWriter writer, SpendingDocument document, SpendingLine line, DecimalScale scale)
    {
        Posting posting = line.Posting;
        writer.Code(document.Id.Value);
        writer.Code(ChoiceCell.WordOf(document.Stage));
        writer.Date(posting.Date);
        writer.Code(posting.Center.Value);
        writer.Code(posting.Element.Value);
        writer.Number(scale.ToCount(posting.Amount), scale.Digits);
        writer.Code(PostingsCsv.Quantity(posting.Quantity));
        writer.Code(posting.Reference);
        writer.Text(posting.Text);
        writer.Code(line.TakesOver?.Document.Value);
        writer.Code(line.TakesOver?.Line.ToString(CultureInfo.InvariantCulture));
        writer.Number(line.TakesOver is TakeOver takesOver ? scale.ToCount(takesOver.Amount) : null, scale.Digits);
        writer.Code(PostingsCsv.Quantity(document.OverDeliveryPercent));
        writer.Code(document.Expires is Instant expires ? TimeCell.Format(expires) : null);
        if (line.Foreign is ForeignAmount foreign)
        {
            var minor = new DecimalScale(foreign.Amount.Currency.MinorDigits);
            writer.Number(minor.ToCount(foreign.Amount.Amount), minor.Digits);
            writer.Code(foreign.Amount.Currency.Code);
            writer.Code(foreign.Rate.Value.ToString("0.########", CultureInfo.InvariantCulture));
        }
        else
        {
            writer.Code(null);
            writer.Code(null);
            writer.Code(null);
        }

        writer.EndRow();
    }

    private static SpendingDocument ToDocument(string id, IReadOnlyList<CommitmentRow> rows, CubeSpace space) => new(
        new DocumentId(id),
        rows[0].Stage,
        space.Currency,
        rows.Select(row => row.Line),
        rows[0].OverDelivery,
        rows[0].Expires);

    private static (bool Differs, string Column)[] Differences(CommitmentRow first, CommitmentRow other) =>
    [
        (first.Stage != other.Stage, Schema.Columns[Stage]),
        (first.OverDelivery != other.OverDelivery, Schema.Columns[OverDelivery]),
        (first.Expires != other.Expires, Schema.Columns[Expires]),
    ];

    private sealed record CommitmentRow(
        SpendingStage Stage, SpendingLine Line, decimal? OverDelivery, Instant? Expires);

    private sealed class CommitmentRowReader(CubeSpace space)
    {
        private readonly CodeTables codes = new(space.Centers, space.Elements);
        private readonly PostingRules rules = new(space);

        public CommitmentRow? Read(CellReader cells, out string? id)
        {
            id = cells.TryGetCode(Id, out ReadOnlySpan<byte> text) ? Encoding.UTF8.GetString(text) : null;
            bool isWhole = ChoiceCell.TryRead(cells, Stage, out SpendingStage stage);
            if (isWhole && stage == SpendingStage.Actual)
            {
                isWhole = cells.Tell(
                    Stage, ImportIssueCode.BadChoice, "One of request, order was expected; invoices are postings.");
            }

            bool hasDate = cells.TryGetDate(Date, out LocalDate date);
            Center? center = codes.ReadCenter(cells, CenterColumn);
            isWhole &= codes.TryReadElement(cells, ElementColumn, out CostElement? element, out int number);
            if (hasDate)
            {
                TellInvalid(cells, center?.Index, element is null ? null : number, date);
            }

            isWhole &= TryReadAmount(cells, Amount, out long amount);
            isWhole &= cells.TryGetOptionalQuantity(Quantity, out long? quantity);
            isWhole &= TryReadTakeOver(cells, out TakeOver? takesOver);
            isWhole &= TryReadPercent(cells, out decimal? percent);
            isWhole &= cells.TryGetTime(Expires, isOptional: true, out long? expires);
            isWhole &= TryReadForeign(cells, out ForeignAmount? foreign);
            if (!isWhole || !hasDate || center is null)
            {
                return null;
            }

            var posting = new Posting(
                date,
                center.Code,
                element!.Code,
                space.Scale.ToDecimal(amount),
                quantity is long count ? DecimalScale.Quantity.ToDecimal(count) : null,
                cells.GetOptionalCode(Reference),
                cells.GetText(Text));
            return new CommitmentRow(
                stage,
                new SpendingLine(posting, takesOver, foreign),
                percent,
                expires is long time ? Instant.FromUnixTimeTicks(time * TicksPerMicrosecond) : null);
        }

        private bool TryReadAmount(CellReader cells, int column, out long amount) =>
            cells.TryGetAmount(column, space.Scale.Digits, out amount)
            && (amount > 0 || cells.Tell(column, ImportIssueCode.OutOfRange, "An amount above 0 was expected."));

        private bool TryReadTakeOver(CellReader cells, out TakeOver? takesOver)
        {
            takesOver = null;
            string? document = cells.GetOptionalCode(TakesOver);
            string? line = cells.GetOptionalCode(TakesOverLine);
            int number = 0;
            bool isNumber = line is null
                || int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out number)
                || cells.Tell(TakesOverLine, ImportIssueCode.BadNumber, "A whole number from 0 was expected.");
            if (document is null)
            {
                bool isNone = !cells.HasValue(Taken) && line is null;
                return isNumber & (isNone || cells.Tell(
                    TakesOver, ImportIssueCode.MissingValue, "What is taken over needs the id of a document."));
            }

            if (!TryReadAmount(cells, Taken, out long taken) || !isNumber)
            {
                return false;
            }

            takesOver = new TakeOver(new DocumentId(document), number, space.Scale.ToDecimal(taken));
            return true;
        }

        /// <summary>Three cells, or none.</summary>
        private bool TryReadForeign(CellReader cells, out ForeignAmount? foreign)
        {
            foreign = null;
            int[] columns = [Foreign, ForeignCurrency, Rate];
            if (!Array.Exists(columns, cells.HasValue))
            {
                return true;
            }

            Currency? currency = null;
            bool isWhole = cells.TryGetCode(ForeignCurrency, out ReadOnlySpan<byte> code)
                && (Currency.TryFromIso(Encoding.UTF8.GetString(code), out currency) || cells.Tell(
                    ForeignCurrency, ImportIssueCode.BadChoice, "A currency of ISO 4217 was expected, such as USD."));
            var minor = new DecimalScale((currency ?? space.Currency).MinorDigits);
            isWhole &= cells.TryGetAmount(Foreign, minor.Digits, out long amount);
            bool hasRate = cells.TryGetAmount(Rate, RateScale.Digits, out long rate);
            if (hasRate && (rate <= 0 || rate > MaxRate || (currency == space.Currency && rate != SameCurrencyRate)))
            {
                hasRate = cells.Tell(
                    Rate, ImportIssueCode.OutOfRange, "A rate above 0 and up to 10^9 was expected, 1 to itself.");
            }

            if (isWhole && hasRate)
            {
                foreign = new ForeignAmount(
                    new Money(minor.ToDecimal(amount), currency!),
                    new ExchangeRate(currency!, space.Currency, RateScale.ToDecimal(rate)));
            }

            return foreign is not null;
        }

        private static bool TryReadPercent(CellReader cells, out decimal? percent)
        {
            bool isNumber = cells.TryGetOptionalQuantity(OverDelivery, out long? count);
            percent = count is long value ? DecimalScale.Quantity.ToDecimal(value) : null;
            return isNumber
                && (percent is null or (>= 0m and <= 1_000_000_000m)
                    || cells.Tell(
                        OverDelivery, ImportIssueCode.OutOfRange, "A percentage from 0 to 1000000000 was expected."));
        }

        private void TellInvalid(CellReader cells, int? center, int? element, LocalDate date)
        {
            int day = FiscalCalendar.DayNumber(date);
            if (center is int itsCenter && rules.CenterFault(itsCenter, day) is CommandFaultKind fault)
            {
                bool isBlocked = fault == CommandFaultKind.CenterBlocked;
                cells.Tell(
                    CenterColumn,
                    isBlocked ? ImportIssueCode.CenterBlocked : ImportIssueCode.CenterNotValid,
                    isBlocked ? "The center is blocked on that day." : "The center is not valid on that day.");
            }

            if (element is int itsElement && rules.ElementFault(itsElement, day) is not null)
            {
                cells.Tell(
                    ElementColumn,
                    ImportIssueCode.ElementNotValid,
                    "The element is not valid on that day. Correct the day or the element.");
            }
        }
    }
}
