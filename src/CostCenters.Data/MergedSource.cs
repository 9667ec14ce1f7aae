using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Data.Results;
using CostCenters.Data.Tables;

namespace CostCenters.Data;

/// <summary>Several databases read side by side as one: each groups its own rows, and their cubes are added.</summary>
/// <remarks>
/// <para>All or nothing: with one shard missing there is no cube, and the exception has its name. The moments of the
/// shards are their own; no transaction spans them.</para>
/// <para>Law: the sum does not depend on how rows are spread over the shards, nor on which one answers first.</para>
/// <para>Immutable; safe for all threads.</para>
/// </remarks>
public sealed class MergedSource
{
    private readonly ImmutableArray<SqlShard> shards;
    private readonly int retries;
    private readonly Func<int, CancellationToken, Task> wait;

    /// <summary>Joins shards.</summary>
    /// <param name="shards">The shards, each with a name of its own, at least one.</param>
    /// <param name="retries">How often a shard whose engine failed is read again, 0 or more.</param>
    /// <param name="wait">Waits before a retry, which is given by its number from 1; null to retry at once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="shards"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no shard, or two have one name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retries"/> is below 0.</exception>
    public MergedSource(
        IEnumerable<SqlShard> shards, int retries, Func<int, CancellationToken, Task>? wait = null)
    {
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        this.shards = [.. shards];
        if (this.shards.Length == 0 || this.shards.Select(shard => shard.Name).Distinct().Count() < this.shards.Length)
        {
            throw new ArgumentException(
                "One shard or more, each with a name of its own, was expected.", nameof(shards));
        }

        this.retries = retries;
        this.wait = wait ?? ((_, _) => Task.CompletedTask);
    }

    /// <summary>Reads the sum of a table of dated amounts that every shard has a part of.</summary>
    /// <param name="space">Centers, elements, calendar and scale, the same for all.</param>
    /// <param name="table">The names of the table, the same in all.</param>
    /// <param name="progress">Told the name of each shard that is read, or null.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The sum, without a watermark: every shard has its own.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="SqlColumnException">A column cannot give exact figures.</exception>
    /// <exception cref="SqlReadException">A shard failed, and again with each retry; the message has its
    /// name.</exception>
    /// <exception cref="AmountOverflowException">A cell outgrows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public async Task<SqlLedgerReading> ReadLedgerAsync(
        CubeSpace space,
        SqlLedgerTable table,
        IProgress<string>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(table);
        using var others = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<SqlLedgerReading>[] readings =
        [
            .. shards.Select(shard => Task.Run(
                () => ReadAsync(shard, space, table, progress, others), CancellationToken.None)),
        ];
        try
        {
            return SqlLedgerReading.Merge(
                space, await Task.WhenAll(readings).ConfigureAwait(false), watermark: null);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // What failed by itself is told, not what was cancelled because of it.
            await Array.Find(readings, reading => reading.IsFaulted)!.ConfigureAwait(false);
            throw;
        }
    }

    private async Task<SqlLedgerReading> ReadAsync(
        SqlShard shard,
        CubeSpace space,
        SqlLedgerTable table,
        IProgress<string>? progress,
        CancellationTokenSource others)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                SqlLedgerReading reading = await shard.ReadAsync(
                    (snapshot, cancellation) => snapshot.ReadLedgerAsync(
                        space, table, cancellation: cancellation),
                    others.Token).ConfigureAwait(false);
                progress?.Report(shard.Name);
                return reading;
            }
            catch (SqlReadException) when (attempt <= retries && !others.IsCancellationRequested)
            {
                await wait(attempt, others.Token).ConfigureAwait(false);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                await others.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
    }
}
