using CostCenters.Cubes;
using CostCenters.Ledgers;
using DuckDB.NET.Data;

namespace CostCenters.Benchmarks;

/// <summary>
/// A table in the memory of DuckDB, on two threads: period, center and element as small numbers, amount as DECIMAL.
/// </summary>
internal sealed class DuckDbCells : IDisposable
{
    private readonly DuckDBConnection connection = new("DataSource=:memory:");
    private readonly DuckDBCommand command;

    private DuckDbCells()
    {
        connection.Open();
        command = connection.CreateCommand();
        Execute("SET threads = 2");
        Execute("SET preserve_insertion_order = false");
        Execute("CREATE TABLE cells (period USMALLINT, center USMALLINT, element USMALLINT, amount DECIMAL(18,2))");
    }

    public static DuckDbCells From(CubeSpace space, IEnumerable<Posting> postings)
    {
        var (centers, elements) = (
            space.Centers.Centers.Index().ToDictionary(pair => pair.Item.Code, pair => (ushort)pair.Index),
            space.Elements.Elements.Index().ToDictionary(pair => pair.Item.Code, pair => (ushort)pair.Index));
        return From(postings.Select(posting => (
            (ushort)((posting.Date.Year * 12) + posting.Date.Month),
            centers[posting.Center],
            elements[posting.Element],
            posting.Amount)));
    }

    public static DuckDbCells From(IEnumerable<(ushort Period, ushort Center, ushort Element, decimal Amount)> rows)
    {
        var table = new DuckDbCells();
        table.Append("cells", rows);
        return table;
    }

    /// <summary>Adds rows of period, center, element and amount to a table.</summary>
    public void Append(
        string name, IEnumerable<(ushort Period, ushort Center, ushort Element, decimal Amount)> rows)
    {
        using DuckDBAppender appender = connection.CreateAppender(name);
        foreach ((ushort period, ushort center, ushort element, decimal amount) in rows)
        {
            appender.CreateRow()
                .AppendValue(period).AppendValue(center).AppendValue(element).AppendValue(amount)
                .EndRow();
        }
    }

    /// <summary>Both engines answer the same question only if they count and total the same.</summary>
    public static void RequireSame((long Count, decimal Total) ours, object[] theirs)
    {
        if (!theirs.SequenceEqual([ours.Count, ours.Total]))
        {
            throw new InvalidOperationException($"DuckDB has {string.Join(" and ", theirs)} instead of {ours}.");
        }
    }

    /// <summary>The sums by period, center and element: how many there are, and their total.</summary>
    public object[] GroupByThreeKeys() => Query(
        """
        SELECT count(*), sum(amount)
        FROM (SELECT period, center, element, sum(amount) AS amount FROM cells GROUP BY period, center, element)
        """);

    public void Execute(string statement)
    {
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    /// <summary>The first row of an answer.</summary>
    public object[] Query(string statement)
    {
        command.CommandText = statement;
        using DuckDBDataReader reader = command.ExecuteReader();
        reader.Read();
        object[] row = new object[reader.FieldCount];
        reader.GetValues(row);
        return row;
    }

    public void Dispose()
    {
        command.Dispose();
        connection.Dispose();
    }
}
