using CostCenters.Csv.Tests.Samples;

namespace CostCenters.Csv.Tests.Killed;

/// <summary>A program that writes a book over another is killed at any moment.</summary>
public sealed class KilledWriteTests : IDisposable
{
    private const int Rounds = 12;
    private const int Rows = 2_000;

    private readonly DirectoryInfo scratch = Directory.CreateTempSubdirectory("costcenters-");

    public void Dispose() => scratch.Delete(recursive: true);

    [Fact]
    public void Write_KilledAtAnyMoment_LeavesOneOfTheTwoBooksWhole()
    {
        string program = typeof(KilledWriteTests).Assembly.Location;
        string folder = Path.Combine(scratch.FullName, "book");
        Assert.Equal(0, Run("1"));
        var random = new Random(20261129);
        for (int round = 0; round < Rounds; round++)
        {
            Run(killedAfter: random.Next(60));

            Assert.InRange(BookProgram.Check(folder, Rows), 1, 2);
        }

        Assert.Equal(0, Run("2"));
        Assert.Equal(2, BookProgram.Check(folder, Rows));
        Assert.Equal(6, Directory.GetFileSystemEntries(folder).Length);

        int Run(string? rounds = null, int? killedAfter = null)
        {
            string[] command = ["dotnet", program, "write", folder, $"{Rows}", rounds ?? "1000000"];
            return ChildProgram.Run(command, process =>
            {
                if (killedAfter is not int milliseconds)
                {
                    return;
                }

                DateTime start = Directory.GetLastWriteTimeUtc(folder);
                while (!process.HasExited && Directory.GetLastWriteTimeUtc(folder) == start)
                {
                    Thread.Sleep(1);
                }

                Thread.Sleep(milliseconds);
                process.Kill();
            }).ExitCode;
        }
    }
}
