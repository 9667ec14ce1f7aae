using System.Diagnostics;
using System.Globalization;

namespace CostCenters.Samples.LargeLedger;

/// <summary>
/// A line on standard error that shows how far something has come and how long it may still take. When that is no
/// terminal, nothing is shown.
/// </summary>
internal sealed class ProgressBar : IDisposable
{
    private const int Width = 24;
    private const string ClearLine = "\r\u001B[K";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly bool isShown =
        !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    private readonly Stopwatch elapsed = Stopwatch.StartNew();
    private readonly string what;
    private TimeSpan nextShow;

    public ProgressBar(string what) => this.what = what;

    public static string Rows(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture) + " rows";

    /// <summary>Shows so much of the whole, and a word on it.</summary>
    public void Show(long done, long all, string word)
    {
        if (!isShown || elapsed.Elapsed < nextShow || done <= 0)
        {
            return;
        }

        nextShow = elapsed.Elapsed + Pause;
        int filled = (int)(Width * done / all);
        double secondsLeft = elapsed.Elapsed.TotalSeconds * (all - done) / done;
        Messages.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{ClearLine}{what} [{new string('#', filled)}{new string('.', Width - filled)}] "
                + $"{100 * done / all} %, {word}, {secondsLeft:F1} s left"));
    }

    public void Dispose()
    {
        if (isShown)
        {
            Messages.Write(ClearLine);
        }
    }
}
