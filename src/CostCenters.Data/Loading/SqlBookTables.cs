using CostCenters.Cubes;
using CostCenters.Data.Dialects;
using CostCenters.Data.Tables;
using CostCenters.Monetary;

namespace CostCenters.Data.Loading;

/// <summary>The tables of a whole book, named like the files of a book folder.</summary>
/// <remarks>Immutable.</remarks>
public sealed class SqlBookTables
{
    private const string Line = "line";
    private const string Adjustment = "adjustment_period";

    private readonly SqlNumberForm numbers;

    /// <summary>Names the tables <c>book</c>, <c>centers</c>, <c>elements</c>, <c>budget</c>, <c>postings</c> and
    /// <c>key_figures</c>.</summary>
    /// <param name="numbers">How they hold amounts and quantities.</param>
    /// <param name="adjustmentPeriods">Whether postings may name an adjustment period, for which there is a column
    /// then.</param>
    /// <param name="schema">The schema they stand in, or null for that of the connection.</param>
    /// <exception cref="ArgumentException">The schema is empty or has a NUL.</exception>
    public SqlBookTables(SqlNumberForm numbers, bool adjustmentPeriods = false, string? schema = null)
    {
        this.numbers = numbers;
        Description = new SqlTableName("book", schema);
        Centers = new SqlCenterTable(new SqlTableName("centers", schema), order: Line);
        Elements = new SqlElementTable(new SqlTableName("elements", schema), category: "category",
            validFrom: "valid_from", validTo: "valid_to", order: Line);
        Budgets = new SqlBudgetTable(
            new SqlTableName("budget", schema), numbers, quantity: "quantity", order: Line);
        Postings = new SqlLedgerTable(
            new SqlTableName("postings", schema), numbers, quantity: "quantity",
            adjustmentPeriod: adjustmentPeriods ? Adjustment : null, key: Line, watermark: Line,
            reference: "document", text: "text");
        KeyFigures = new SqlKeyFigureTable(new SqlTableName("key_figures", schema), numbers, order: Line);
    }

    /// <summary>Name, currency and calendar, as keys and values.</summary>
    public SqlTableName Description { get; }

    /// <summary>The centers.</summary>
    public SqlCenterTable Centers { get; }

    /// <summary>The elements.</summary>
    public SqlElementTable Elements { get; }

    /// <summary>The budget lines.</summary>
    public SqlBudgetTable Budgets { get; }

    /// <summary>The postings; the line is their key and their watermark.</summary>
    public SqlLedgerTable Postings { get; }

    /// <summary>The key figures.</summary>
    public SqlKeyFigureTable KeyFigures { get; }

    internal SqlNumberForm Numbers => numbers;

    internal SqlNewTable NewDescription => new(Description, Key, Text("key"), Text("value"));

    internal SqlNewTable NewCenters => new(
        Centers.Table, Key, Text("code"), Text("name"), Text("kind"), Optional("parent"), Day("valid_from", true),
        Day("valid_to", true));

    internal SqlNewTable NewElements => new(
        Elements.Table, Key, Text("code"), Text("name"), Text("nature"), Optional("behavior"), Optional("parent"),
        Text("category"), Day("valid_from", true), Day("valid_to", true));

    internal SqlNewTable NewBudgets(CubeSpace space) => new(
        Budgets.Table, Key, Text("version"), Text("center"), Text("element"), Text("period"), Amount(space),
        Quantity("quantity", isNullable: true));

    internal SqlNewTable NewPostings(CubeSpace space) => new(
        Postings.Table,
        [Key, Day("date", false), Text("center"), Text("element"), Amount(space),
        Quantity("quantity", isNullable: true), Optional("document"), Optional("text"),
        .. Postings.AdjustmentPeriod is null
            ? Array.Empty<SqlNewColumn>()
            : [new SqlNewColumn(Adjustment, SqlColumnKind.WholeNumber, 0, isNullable: true)]]);

    internal SqlNewTable NewKeyFigures => new(
        KeyFigures.Table,
        Key,
        Text("period"),
        Text("center"),
        Text("key_figure"),
        Quantity("value", isNullable: false));

    private static SqlNewColumn Key => new(Line, SqlColumnKind.WholeNumber, 0, isNullable: false);

    private static SqlNewColumn Text(string name) => new(name, SqlColumnKind.Text, 0, isNullable: false);

    private static SqlNewColumn Optional(string name) => new(name, SqlColumnKind.Text, 0, isNullable: true);

    private static SqlNewColumn Day(string name, bool isNullable) => new(name, SqlColumnKind.Date, 0, isNullable);

    private SqlNewColumn Amount(CubeSpace space) => Number("amount", space.Scale, isNullable: false);

    private SqlNewColumn Quantity(string name, bool isNullable) => Number(name, DecimalScale.Quantity, isNullable);

    private SqlNewColumn Number(string name, DecimalScale scale, bool isNullable) =>
        numbers == SqlNumberForm.Counts
            ? new SqlNewColumn(name, SqlColumnKind.WholeNumber, 0, isNullable)
            : new SqlNewColumn(name, SqlColumnKind.ExactDecimal, scale.Digits, isNullable);
}
