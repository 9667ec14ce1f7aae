using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CompareWithDuckDb;

/// <summary>
/// Runs one command and prints what it took. The system counts a process's children together, so each command gets a
/// meter of its own.
/// </summary>
internal static partial class ChildMeter
{
    private const int OfChildren = -1;
    private const int SomeRowsRejected = 3;

    /// <summary>Runs the command and prints wall seconds, CPU seconds and the peak of its memory in bytes.</summary>
    public static int Run(string[] command)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new ArgumentException("The memory of a process is measured on Linux alone.");
        }

        // What it tells beside its report goes to a file, which does not make it wait as a pipe might.
        string messages = Path.GetTempFileName();
        try
        {
            var elapsed = Stopwatch.StartNew();
            using var process = Process.Start("sh", ["-c", "exec \"$@\" >\"$0\" 2>&1", messages, .. command]);
            process.WaitForExit();
            elapsed.Stop();
            if (process.ExitCode is not (0 or SomeRowsRejected))
            {
                Console.Error.Write(File.ReadAllText(messages));
                return process.ExitCode;
            }

            Print(elapsed.Elapsed);
            return 0;
        }
        finally
        {
            File.Delete(messages);
        }
    }

    private static void Print(TimeSpan elapsed)
    {
        if (GetUsage(OfChildren, out Usage usage) != 0)
        {
            throw new InvalidOperationException("The system does not tell what the child took.");
        }

        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{elapsed.TotalSeconds} {usage.User.Seconds + usage.System.Seconds} {usage.PeakKibibytes * 1024}"));
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int whose, out Usage usage);

    /// <summary>A <c>timeval</c> of a 64-bit system.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        private readonly long wholeSeconds;
        private readonly long microseconds;

        public double Seconds => wholeSeconds + (microseconds / 1e6);
    }

    /// <summary>The beginning of <c>rusage</c>, and room for the rest of it.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private readonly struct Usage
    {
        public readonly Time User;
        public readonly Time System;
        public readonly long PeakKibibytes;
    }
}
