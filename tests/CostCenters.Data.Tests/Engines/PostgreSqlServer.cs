using System.Diagnostics;
using Npgsql;

namespace CostCenters.Data.Tests.Engines;

/// <summary>A PostgreSQL server of its own in a temporary folder, reached by a socket in it and by nothing
/// else.</summary>
internal sealed class PostgreSqlServer : IDisposable
{
    public const string Programs = "/usr/lib/postgresql/15/bin";

    private static readonly Lazy<PostgreSqlServer?> LazyShared = new(() =>
    {
        PostgreSqlServer? server = TryStart();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server?.Dispose();
        return server;
    });

    private readonly string folder;
    private int databases;

    private PostgreSqlServer(string folder) => this.folder = folder;

    /// <summary>The server of all tests of a run, or null where there is no PostgreSQL.</summary>
    public static PostgreSqlServer? Shared => LazyShared.Value;

    public string Folder => folder;

    /// <summary>Starts a server, or returns null where there is none.</summary>
    public static PostgreSqlServer? TryStart()
    {
        if (!File.Exists($"{Programs}/initdb"))
        {
            return null;
        }

        string folder = Directory.CreateTempSubdirectory("costcenters-pg-").FullName;
        if (IsRoot)
        {
            Run("chown", "postgres", folder);
        }

        RunAsUser($"{Programs}/initdb", "-D", $"{folder}/data", "-A", "trust", "-U", "postgres", "-E", "UTF8",
            "--locale=C.UTF-8", "--no-sync");
        var server = new PostgreSqlServer(folder);
        server.Start();
        return server;
    }

    public void Start() => RunAsUser($"{Programs}/pg_ctl", "-D", $"{folder}/data", "-w", "-t", "60", "-l",
        $"{folder}/log", "-o", $"-k {folder} -c listen_addresses='' -c fsync=off -c max_wal_size=4GB", "start");

    /// <summary>Ends the server at once, as a fall of the machine would.</summary>
    public void Kill() => RunAsUser($"{Programs}/pg_ctl", "-D", $"{folder}/data", "-m", "immediate", "stop");

    /// <summary>Makes a new database and returns its connection string.</summary>
    public string NewDatabase()
    {
        string name = $"d{Interlocked.Increment(ref databases)}";
        using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        connection.Open();
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        command.ExecuteNonQuery();
        return ConnectionString(name);
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        try
        {
            Kill();
        }
        catch (InvalidOperationException)
        {
            // It was killed by a test.
        }

        Directory.Delete(folder, recursive: true);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private string ConnectionString(string database) =>
        $"Host={folder};Username=postgres;Database={database};Pooling=false;Include Error Detail=true";

    /// <summary>The server refuses to run as root.</summary>
    private static void RunAsUser(string program, params string[] arguments)
    {
        if (IsRoot)
        {
            Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        }
        else
        {
            Run(program, arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        // Nothing is redirected: the server would inherit it, and reading it would wait for its end.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null");
        start.ArgumentList.Add(program);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
