using CostCenters.Structure;

namespace CostCenters.Benchmarks.Reports;

/// <summary>
/// The variance report in SQL, from tables in memory to a table in memory, level by level up the tree.
/// </summary>
internal sealed class DuckDbVariances : IDisposable
{
    private readonly DuckDbCells tables;
    private readonly int deepest;

    public DuckDbVariances(VarianceCubes cubes)
    {
        tables = DuckDbCells.From(cubes.ActualCells);
        tables.Execute("ALTER TABLE cells RENAME TO actual");
        tables.Execute(
            "CREATE TABLE budget (period USMALLINT, center USMALLINT, element USMALLINT, amount DECIMAL(18,2))");
        tables.Append("budget", cubes.BudgetCells);
        tables.Execute("CREATE TABLE tree (center USMALLINT, parent USMALLINT, depth INTEGER)");
        CenterTree tree = cubes.Tree;
        var nodes = tree.Nodes.Select(node =>
        {
            string parent = node.Parent < 0 ? "NULL" : $"{tree.Nodes[node.Parent].Center.Index}";
            return $"({node.Center.Index}, {parent}, {node.Depth})";
        });
        tables.Execute($"INSERT INTO tree VALUES {string.Join(", ", nodes)}");
        deepest = tree.Nodes.Max(node => node.Depth);
    }

    /// <summary>Makes the report anew: how many rows it has, and the sum of their differences.</summary>
    public object[] CreateTable()
    {
        for (int depth = deepest; depth >= 0; depth--)
        {
            string below = depth == deepest ? ""
                : $"""
                    UNION ALL
                    SELECT parent, element, period, budget, actual FROM level_{depth + 1} JOIN tree USING (center)
                    """;
            tables.Execute(
                $"""
                CREATE OR REPLACE TABLE level_{depth} AS
                    SELECT center, element, period,
                        sum(budget)::DECIMAL(18,2) AS budget, sum(actual)::DECIMAL(18,2) AS actual
                    FROM (
                        SELECT center, element, period, amount AS budget, NULL::DECIMAL(18,2) AS actual
                        FROM budget JOIN tree USING (center) WHERE depth = {depth}
                        UNION ALL
                        SELECT center, element, period, NULL::DECIMAL(18,2), amount
                        FROM actual JOIN tree USING (center) WHERE depth = {depth}
                        {below})
                    GROUP BY center, element, period
                """);
        }

        string levels = string.Join(
            " UNION ALL ", Enumerable.Range(0, deepest + 1).Select(depth => $"FROM level_{depth}"));
        tables.Execute(
            $"""
            CREATE OR REPLACE TABLE report AS
                SELECT center, element, period, budget, coalesce(actual, 0::DECIMAL(18,2)) AS actual,
                    coalesce(actual, 0::DECIMAL(18,2)) - coalesce(budget, 0::DECIMAL(18,2)) AS difference,
                    CASE WHEN budget <> 0 THEN
                        sign(difference)::BIGINT * ((20000 * (abs(difference) * 100)::BIGINT
                            + (abs(budget) * 100)::BIGINT) // (2 * (abs(budget) * 100)::BIGINT))
                    END AS basis_points
                FROM ({levels})
            """);
        return tables.Query("SELECT count(*), sum(difference) FROM report");
    }

    public void Dispose() => tables.Dispose();
}
