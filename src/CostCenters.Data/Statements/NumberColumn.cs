using System.Data.Common;
using System.Globalization;
using System.Numerics;
using CostCenters.Data.Dialects;
using CostCenters.Data.Results;
using CostCenters.Ledgers;
using CostCenters.Monetary;

namespace CostCenters.Data.Statements;

/// <summary>A column of amounts or quantities: whether it is exact, what is wrong with a value, and how sums come back.
/// </summary>
internal sealed class NumberColumn
{
    /// <summary>The most digits that an engine adds up in 128 bits however many rows there are.</summary>
    private const int SafeDigits = 28;

    private readonly SqlDialect dialect;
    private readonly string column;
    private readonly SqlColumnType type;
    private readonly SqlNumberForm form;
    private readonly DecimalScale scale;
    private readonly long bound;
    private bool isKnownGood;

    private NumberColumn(
        SqlDialect dialect, string column, SqlColumnType type, SqlNumberForm form, DecimalScale scale, long most)
    {
        this.dialect = dialect;
        this.column = "t." + dialect.Quote(column);
        this.type = type;
        this.form = form;
        this.scale = scale;
        Int128 count = (Int128)most * scale.UnitsPerWhole;
        bound = count > long.MaxValue ? long.MaxValue : (long)count;
    }

    /// <summary>A column of amounts, which must have the scale of the space.</summary>
    /// <exception cref="SqlColumnException">It cannot give exact figures.</exception>
    public static NumberColumn OfAmounts(
        SqlDialect dialect,
        SqlTableName table,
        string column,
        SqlColumnType type,
        SqlNumberForm form,
        DecimalScale scale)
    {
        RequireExact(dialect, table, column, type, form);
        if (form == SqlNumberForm.Decimals && DeclaredScale(type) is int declared && declared != scale.Digits)
        {
            throw new SqlColumnException(table, column, type.Name, string.Create(
                CultureInfo.InvariantCulture,
                $"it has {declared} decimals, the space has {scale.Digits}. What was rounded on its way into the "
                    + $"column is lost, what is finer does not fit: load exact amounts into a column of scale "
                    + $"{scale.Digits}, or make a view that rounds by a rule of yours."));
        }

        return new NumberColumn(dialect, column, type, form, scale, PostingRules.MaxAmount);
    }

    /// <summary>A column of quantities or key figures, of at most six decimals.</summary>
    /// <exception cref="SqlColumnException">It cannot give exact figures.</exception>
    public static NumberColumn OfQuantities(
        SqlDialect dialect, SqlTableName table, string column, SqlColumnType type, SqlNumberForm form)
    {
        RequireExact(dialect, table, column, type, form);
        if (form == SqlNumberForm.Decimals && DeclaredScale(type) > DecimalScale.Quantity.Digits)
        {
            throw new SqlColumnException(
                table,
                column,
                type.Name,
                "quantities have at most 6 decimals; make a view that rounds by a rule of yours.");
        }

        return new NumberColumn(dialect, column, type, form, DecimalScale.Quantity, PostingRules.MaxQuantity);
    }

    /// <summary>The expressions that tell whether any value is missing or out of range: least, greatest,
    /// missing.</summary>
    public IEnumerable<string> Extremes => [$"MIN({column})", $"MAX({column})", $"COUNT(*) - COUNT({column})"];

    /// <summary>Takes note of the extremes: where they are good, no row needs a check of its own.</summary>
    /// <param name="reader">A row with them.</param>
    /// <param name="first">The place of the first.</param>
    /// <param name="needsValues">Whether a missing value is a fault.</param>
    public void NoteExtremes(DbDataReader reader, int first, bool needsValues)
    {
        try
        {
            isKnownGood = (!needsValues || LedgerGroup.Number(reader, first + 2) == 0)
                && (reader.IsDBNull(first)
                    || (Read(reader, first, parts: 1) >= -bound && Read(reader, first + 1, parts: 1) <= bound));
        }
        catch (SqlReadException)
        {
            // It is beyond every bound, so rows are looked at one by one.
        }
    }

    /// <summary>The column, quoted; a value beyond all bounds counts as none, so that no sum of 128 bits ends early.
    /// </summary>
    public string Value(SqlText text) =>
        !isKnownGood && type.Precision > SafeDigits
            ? $"CASE WHEN {IsOutOfRange(text)} THEN NULL ELSE {column} END"
            : column;

    /// <summary>The conditions under which a value is wrong, as far as the type of the column allows any.</summary>
    public IEnumerable<(RowFaults Fault, string Condition)> Faults(SqlText text, bool isAmount)
    {
        if (isKnownGood)
        {
            yield break;
        }

        if (isAmount && type.IsNullable)
        {
            yield return (RowFaults.AmountMissing, $"{column} IS NULL");
        }

        if (dialect.IsInexact(column, form) is string inexact)
        {
            yield return (isAmount ? RowFaults.AmountInexact : RowFaults.QuantityInexact, inexact);
        }

        if (form == SqlNumberForm.Decimals && DeclaredScale(type) is null
            && dialect.IsFiner(column, scale.Digits) is string finer)
        {
            yield return (isAmount ? RowFaults.AmountTooFine : RowFaults.QuantityTooFine, finer);
        }

        if (CanBeOutOfRange)
        {
            yield return (isAmount ? RowFaults.AmountOutOfRange : RowFaults.QuantityOutOfRange, IsOutOfRange(text));
        }
    }

    /// <summary>The faults of a row as one number, which the engine groups by; 0 when no row can have any.</summary>
    public static string FaultsOf(NumberColumn amount, NumberColumn? quantity, SqlText text)
    {
        string[] terms =
        [
            .. amount.Faults(text, isAmount: true).Concat(quantity?.Faults(text, isAmount: false) ?? [])
                .Select(fault => $"CASE WHEN {fault.Condition} THEN {(int)fault.Fault} ELSE 0 END"),
        ];
        return terms.Length == 0 ? "0" : string.Join(" + ", terms);
    }

    /// <summary>Tells the faults of a row; what is no number has neither digits nor bounds.</summary>
    public static void AddFaults(
        RowFaults row, string amountColumn, string? quantityColumn, List<(SqlRejectionReason, string)> faults)
    {
        SqlRejectionReason? ofAmount =
            row.HasFlag(RowFaults.AmountMissing) ? SqlRejectionReason.MissingValue
            : row.HasFlag(RowFaults.AmountInexact) ? SqlRejectionReason.BadNumber
            : row.HasFlag(RowFaults.AmountTooFine) ? SqlRejectionReason.TooManyDigits
            : row.HasFlag(RowFaults.AmountOutOfRange) ? SqlRejectionReason.OutOfRange
            : null;
        SqlRejectionReason? ofQuantity =
            row.HasFlag(RowFaults.QuantityInexact) ? SqlRejectionReason.BadNumber
            : row.HasFlag(RowFaults.QuantityTooFine) ? SqlRejectionReason.TooManyDigits
            : row.HasFlag(RowFaults.QuantityOutOfRange) ? SqlRejectionReason.OutOfRange
            : null;
        if (ofAmount is SqlRejectionReason amount)
        {
            faults.Add((amount, amountColumn));
        }

        if (ofQuantity is SqlRejectionReason quantity)
        {
            faults.Add((quantity, quantityColumn!));
        }
    }

    /// <summary>The expressions of the exact sum of an expression.</summary>
    public IReadOnlyList<string> Sum(string value) => dialect.Sum(value, form);

    /// <summary>Reads a sum, or a single value.</summary>
    /// <param name="reader">A row.</param>
    /// <param name="first">The place of its first part.</param>
    /// <param name="parts">How many parts there are.</param>
    /// <returns>A count at the scale.</returns>
    public Int128 Read(DbDataReader reader, int first, int parts)
    {
        try
        {
            Int128 count = 0;
            for (int part = 0; part < parts; part++)
            {
                count = (count << 32) + (reader.IsDBNull(first + part) ? 0 : CountOf(reader.GetValue(first + part)));
            }

            return count;
        }
        catch (Exception error) when (error is OverflowException or InvalidCastException)
        {
            throw new SqlReadException(
                dialect.Name, $"the sum of column {column} is no number that fits: {error.Message}", error);
        }
    }

    /// <summary>Reads a value that has no fault.</summary>
    public long ReadOne(DbDataReader reader, int place) => (long)Read(reader, place, parts: 1);

    /// <summary>A count as a parameter of the kind of the column.</summary>
    public object ParameterOf(long count) =>
        form == SqlNumberForm.Counts ? (object)count : scale.ToDecimal(count);

    private int DigitsAhead => (type.Precision ?? int.MaxValue) - (type.Scale ?? 0);

    private bool CanBeOutOfRange =>
        form == SqlNumberForm.Counts || dialect.HasNotANumber || BoundFits;

    private bool BoundFits =>
        BigInteger.Pow(10, Math.Min(DigitsAhead, 2 * SafeDigits)) > (BigInteger)bound / scale.UnitsPerWhole;

    private static void RequireExact(
        SqlDialect dialect, SqlTableName table, string column, SqlColumnType type, SqlNumberForm form)
    {
        string? trouble = (type.Kind, form) switch
        {
            (SqlColumnKind.FloatingPoint, _) =>
                "its sums are binary floating point, which loses cents. Load exact decimals or integers instead.",
            (SqlColumnKind.ExactDecimal, _) when !dialect.HasTypedColumns =>
                $"{dialect.Name} adds it up as binary floating point, which loses cents. Keep INTEGER counts of the "
                    + "smallest unit.",
            (SqlColumnKind.WholeNumber or SqlColumnKind.ExactDecimal, SqlNumberForm.Decimals) => null,
            (SqlColumnKind.WholeNumber, SqlNumberForm.Counts) => null,
            (SqlColumnKind.ExactDecimal, SqlNumberForm.Counts) when type.Scale is null or 0 => null,
            (SqlColumnKind.Other, _) when !dialect.HasTypedColumns => null,
            (_, SqlNumberForm.Counts) => "integers of the smallest unit were expected.",
            _ => "an exact decimal was expected.",
        };
        if (trouble is not null)
        {
            throw new SqlColumnException(table, column, type.Name, trouble);
        }
    }

    private static int? DeclaredScale(SqlColumnType type) => type.Kind == SqlColumnKind.WholeNumber ? 0 : type.Scale;

    private string IsOutOfRange(SqlText text) =>
        $"({column} > {Bound(text, bound)} OR {column} < {Bound(text, -bound)})";

    /// <summary>A bound of the type of the column, so that no value is widened for the comparison.</summary>
    private string Bound(SqlText text, long count) =>
        type is { Kind: SqlColumnKind.ExactDecimal, Precision: int precision, Scale: int digits } && BoundFits
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"CAST({text.Parameter(ParameterOf(count))} AS DECIMAL({precision}, {digits}))")
            : text.Parameter(ParameterOf(count));

    private Int128 CountOf(object value) => (form, value) switch
    {
        _ when Type.GetTypeCode(value.GetType()) is TypeCode.Double or TypeCode.Single => throw new SqlReadException(
            dialect.Name, $"the sum of column {column} came back as binary floating point, which is not exact."),
        (SqlNumberForm.Decimals, decimal number) => CountOf(number),
        (SqlNumberForm.Decimals, _) => WholeOf(value) * scale.UnitsPerWhole,
        (_, decimal number) => (Int128)number,
        _ => WholeOf(value),
    };

    private Int128 CountOf(decimal number)
    {
        decimal whole = decimal.Truncate(number);
        decimal rest = (number - whole) * scale.UnitsPerWhole;
        return rest == decimal.Truncate(rest)
            ? ((Int128)whole * scale.UnitsPerWhole) + (Int128)rest
            : throw new SqlReadException(dialect.Name, string.Create(
                CultureInfo.InvariantCulture,
                $"the value {number} of column {column} has more than {scale.Digits} decimals."));
    }

    private static Int128 WholeOf(object value) => value switch
    {
        BigInteger big => (Int128)big,
        Int128 wide => wide,
        decimal number => (Int128)number,
        ulong large => large,
        _ => Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };
}
