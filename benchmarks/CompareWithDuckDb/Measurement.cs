using System.Diagnostics;
using System.Globalization;

namespace CompareWithDuckDb;

/// <summary>What one run of a program took.</summary>
/// <param name="WallSeconds">From its start to its end.</param>
/// <param name="CpuSeconds">On all processors together, in the program and in the system for it.</param>
/// <param name="PeakBytes">The most memory that was resident.</param>
internal readonly record struct Measurement(double WallSeconds, double CpuSeconds, double PeakBytes)
{
    /// <summary>Runs a command to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static Measurement Of(string[] command)
    {
        string[] metered = Engine.Metered(command);
        using var process = Process.Start(new ProcessStartInfo(metered[0], metered[1..])
        {
            RedirectStandardOutput = true,
        })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"'{string.Join(' ', command)}' ended with exit code {process.ExitCode}.");
        }

        double[] numbers =
            [.. output.Trim().Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        return new Measurement(numbers[0], numbers[1], numbers[2]);
    }
}
