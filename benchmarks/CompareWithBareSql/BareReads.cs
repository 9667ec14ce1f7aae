using System.Data.Common;

namespace CostCenters.Benchmarks.BareSql;

/// <summary>The grouping, written by hand: what a query without any check takes.</summary>
internal static class BareReads
{
    private const string Query = "SELECT center, element, period, SUM(amount), SUM(quantity), COUNT(*) "
        + "FROM postings JOIN days ON days.day = postings.date GROUP BY center, element, period";

    /// <summary>Reads every group and every cell of it.</summary>
    public static decimal Sum(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = Query;
        command.CommandTimeout = 0;
        using DbDataReader reader = command.ExecuteReader();
        decimal sum = 0m;
        while (reader.Read())
        {
            _ = reader.GetString(0);
            _ = reader.GetString(1);
            _ = reader.GetInt32(2);
            sum += reader.GetDecimal(3);
            _ = reader.IsDBNull(4) ? null : (decimal?)reader.GetDecimal(4);
            _ = reader.GetInt64(5);
        }

        return sum;
    }
}
