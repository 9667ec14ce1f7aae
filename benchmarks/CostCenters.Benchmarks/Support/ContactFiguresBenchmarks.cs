using BenchmarkDotNet.Attributes;
using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Structure;
using CostCenters.Support.Contacts;
using NodaTime;

namespace CostCenters.Benchmarks.Support;

/// <summary>As many contact events as postings elsewhere, to the number of tickets and the 90 % response time by
/// period, center and channel: from objects in memory, and from a file.</summary>
public class ContactFiguresBenchmarks : SizedBenchmarks
{
    private readonly ContactScheme scheme = SupportDesk.CreateScheme();
    private ContactEvent[] events = [];
    private string path = "";

    [GlobalSetup]
    public void CreateEvents()
    {
        events = [.. SupportDesk.Events(scheme, Postings)];
        path = Path.GetTempFileName();
        using FileStream stream = File.Create(path);
        ContactsCsv.Write(events, stream);
    }

    [GlobalCleanup]
    public void DeleteFile() => File.Delete(path);

    /// <summary>Knows no working hours, no resolutions and no scores.</summary>
    [Benchmark(Baseline = true)]
    public object Count_LinqGroupBy()
    {
        DateTimeZone zone = scheme.Hours.Zone;
        return events
            .GroupBy(each => each.Ticket)
            .Select(ticket => ticket.OrderBy(each => each.Opened).ToList())
            .Select(ticket => (
                First: ticket[0],
                Response: ticket.Find(each => each.FirstAnswered is not null)?.FirstAnswered - ticket[0].Opened))
            .GroupBy(ticket => (
                scheme.Calendar.PeriodOf(ticket.First.Opened.InZone(zone).Date),
                ticket.First.Center,
                ticket.First.Channel))
            .ToDictionary(group => group.Key, group =>
            {
                List<Duration> responses = [.. group.Select(ticket => ticket.Response).OfType<Duration>().Order()];
                Duration? percentile = responses.Count == 0 ? null : responses[(((responses.Count * 9) + 9) / 10) - 1];
                return (group.Count(), percentile);
            });
    }

    [Benchmark]
    public object Build_Events()
    {
        var builder = new ContactFigures.Builder(scheme);
        foreach (ContactEvent contact in events)
        {
            builder.Add(contact);
        }

        return ByChannel(builder.Build());
    }

    [Benchmark]
    public object Read_File() => ByChannel(ContactsCsv.Read(path, scheme).GetOrThrow());

    [Benchmark]
    public object Read_FilePlainly() =>
        ByChannel(ContactsCsv.Read(CsvInput.FromFile(path), scheme, ImportProfile.Contract).GetOrThrow());

    private static Dictionary<(FiscalPeriod, CenterCode, ChannelCode), (long, decimal?)> ByChannel(
        ContactFigures figures) =>
        figures.Cells
            .GroupBy(cell => (cell.Period, cell.Center, cell.Channel), cell => cell.Totals)
            .ToDictionary(group => group.Key, group =>
            {
                ContactTotals totals = ContactTotals.Sum(group);
                return (totals[ContactMeasure.Tickets], totals.ResponseTimes.Percentile(90));
            });
}
