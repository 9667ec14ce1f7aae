using System.Globalization;
using CostCenters.Csv.Bulk;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Support.Contacts;
using NodaTime;

namespace CostCenters.Csv;

/// <summary>Counts and writes the events of <c>contacts.csv</c>:
/// <c>ticket,center,channel,cause?,opened,first_answered?,resolved?,contacts?,score?</c>.</summary>
/// <remarks>
/// <para>Times are written with their offset, such as <c>2026-03-31T14:05:00+02:00</c>; seconds may be left out or have
/// up to six decimals. <c>contacts</c> is a whole number from 1, and 1 where the cell is empty.</para>
/// <para>Rejected are rows with an answer or a resolution before the opening, an unknown or invalid center, an unknown
/// channel, or a score outside its scale. Several rows of one ticket count once, see
/// <see cref="ContactFigures"/>.</para>
/// </remarks>
public static class ContactsCsv
{
    internal static readonly RowSchema Schema =
        RowSchema.Parse("ticket,center,channel,cause?,opened,first_answered?,resolved?,contacts?,score?");

    /// <summary>Counts the accepted rows.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="scheme">Centers, periods, channels, working hours and scale of scores.</param>
    /// <param name="profile">The dialect of the file; its date patterns do not apply to times.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The figures (none when the file was stopped), and every fault of the rejected rows.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<ContactFigures> Read(
        CsvInput input, ContactScheme scheme, ImportProfile profile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(profile);
        using TableReader table = TableReader.Open(input, Schema, profile, default, cancellation);
        var builder = new ContactFigures.Builder(scheme);
        new ContactRowReader(scheme, builder, new CodeTables(scheme.Centers, null)).ReadAll(table);
        return table.Log.ToResult(table.Log.IsStopped ? null : builder.Build(cancellation: cancellation));
    }

    /// <summary>Counts the accepted rows of a large file on all processors.</summary>
    /// <remarks>The same rows are accepted as by the other <c>Read</c>, with the same issues in the same order and the
    /// same figures, whatever the number of threads.</remarks>
    /// <param name="path">The path of the file. One that changes its length meanwhile is stopped.</param>
    /// <param name="scheme">Centers, periods, channels, working hours and scale of scores.</param>
    /// <param name="threads">The most threads at work, 1 or more; null for one on each processor.</param>
    /// <param name="progress">Told how far the reading has come, or null. Reports come one after the other, from any
    /// thread.</param>
    /// <param name="profile">The dialect of the file, or null for the contract.</param>
    /// <param name="cancellation">Ends the import, of which nothing is left then.</param>
    /// <returns>The figures (none when the file was stopped), and every fault of the rejected rows.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="scheme"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<ContactFigures> Read(
        string path,
        ContactScheme scheme,
        int? threads = null,
        IProgress<ImportProgress>? progress = null,
        ImportProfile? profile = null,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads ?? 1, 1, nameof(threads));
        var settings = new BulkSettings { Threads = threads ?? Environment.ProcessorCount };
        return Read(path, scheme, profile ?? ImportProfile.Contract, settings, progress, cancellation);
    }

    /// <summary>Writes events, so that reading them again gives the same figures.</summary>
    /// <remarks>Times are written by UTC, such as <c>2026-03-31T12:05:00Z</c>, with as many decimals as they
    /// need.</remarks>
    /// <param name="contacts">The events, in the order of the rows.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A code has a NUL or half of a surrogate pair.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is finer than a microsecond or out of the years 1900 to
    /// 2149 by UTC, or a score has more than six decimals.</exception>
    public static void Write(IEnumerable<ContactEvent> contacts, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new RowWriter(stream, Schema.Columns, leaveOpen: true);
        foreach (ContactEvent contact in contacts)
        {
            writer.Code(contact.Ticket);
            writer.Code(contact.Center.Value);
            writer.Code(contact.Channel.Value);
            writer.Code(contact.Cause?.Value);
            writer.Code(TimeCell.Format(contact.Opened));
            writer.Code(contact.FirstAnswered is Instant answered ? TimeCell.Format(answered) : null);
            writer.Code(contact.Resolved is Instant resolved ? TimeCell.Format(resolved) : null);
            writer.Code(contact.Contacts.ToString(CultureInfo.InvariantCulture));
            writer.Code(PostingsCsv.Quantity(contact.Score));
            writer.EndRow();
        }
    }

    internal static ImportResult<ContactFigures> Read(
        string path,
        ContactScheme scheme,
        ImportProfile profile,
        BulkSettings settings,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(scheme);
        cancellation.ThrowIfCancellationRequested();
        var axes = new ContactAxes(scheme);
        var table = new BulkTable(Schema, profile, default, dialect => new ContactColumns(dialect, axes));
        var file = new BulkFile(CsvInput.FromFile(path).Name, path, table, settings);
        new BulkImport([file], settings).Run(progress, cancellation);
        ImportResult<object> outcome = file.Outcomes.ToResult();
        return new ImportResult<ContactFigures>(
            file.Outcomes.IsStopped ? null : axes.Build(settings.Threads), outcome.Issues, outcome.Files);
    }
}
