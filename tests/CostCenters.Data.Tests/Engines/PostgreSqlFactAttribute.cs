namespace CostCenters.Data.Tests.Engines;

/// <summary>A test that needs a PostgreSQL server; skipped with a message where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute()
    {
        if (PostgreSqlServer.Shared is null)
        {
            Skip = $"There is no PostgreSQL 15 in {PostgreSqlServer.Programs}.";
        }
    }
}
