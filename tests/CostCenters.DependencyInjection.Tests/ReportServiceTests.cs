using System.Diagnostics;
using System.Net;
using CostCenters.Csv;

namespace CostCenters.DependencyInjection.Tests;

/// <summary>The sample that serves reports of a book, started as a process.</summary>
public sealed class ReportServiceTests : IAsyncLifetime, IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly HostedBook files = new();
    private readonly HttpClient client = new();
    private readonly Process process = new();

    public async Task InitializeAsync()
    {
        process.StartInfo = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "ReportService.dll"), "--urls", "http://127.0.0.1:0",
                $"--Books:acme:Path={files.Folder}", "--Books:acme:Format=Folder", "--Books:acme:RejectedRows=Refuse",
            ])
        {
            RedirectStandardOutput = true,
        };
        process.Start();
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2));
        }
        while (line?.Contains(Listening, StringComparison.Ordinal) == false);
        Assert.NotNull(line);
        client.BaseAddress = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]);
    }

    [Fact]
    public async Task Report_OfAPeriod_IsItsRowsAsJson()
    {
        Assert.Equal(Row("100.00"), await Report());

        BookFolder.Write(HostedBook.Create(250m), files.Folder);
        Assert.Equal(Row("100.00"), await Report());
        using HttpResponseMessage reloaded = await client.PostAsync(new Uri("reload", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, reloaded.StatusCode);
        Assert.Equal(Row("250.00"), await Report());
    }

    [Theory]
    [InlineData("2026-3")]
    [InlineData("2026-P13")]
    public async Task Report_OfNoPeriod_IsABadRequest(string period)
    {
        using HttpResponseMessage wrong = await client.GetAsync(new Uri($"report/{period}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains(period, await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
        client.Dispose();
        files.Dispose();
    }

    private Task<string> Report() => client.GetStringAsync(new Uri("report/2026-P03", UriKind.Relative));

    private static string Row(string amount) =>
        "[{\"center\":\"SUPPORT\",\"centerName\":\"Support\",\"depth\":0,\"element\":null,\"elementName\":null,"
            + $"\"period\":null,\"measure\":\"Cost\",\"budget\":null,\"actual\":{amount},"
            + $"\"difference\":{amount},\"outcome\":\"Unfavorable\"}}]";
}
