namespace CostCenters.Csv.Tests.Samples;

/// <summary>A copy of the desk that comes with the sample, to be changed by a test.</summary>
internal sealed class SupportDeskFolder : IDisposable
{
    public SupportDeskFolder()
    {
        foreach (string file in Directory.GetFiles(Source, "*", SearchOption.AllDirectories))
        {
            string copy = PathOf(Path.GetRelativePath(Source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public static string Source => Path.Combine(AppContext.BaseDirectory, "Desk");

    public string Folder { get; } = Directory.CreateTempSubdirectory("desk").FullName;

    public string PathOf(string file) => Path.Combine(Folder, file);

    public SupportDeskFolder Add(string file, string row)
    {
        File.AppendAllText(PathOf(file), row + "\n");
        return this;
    }

    public SupportDeskFolder Replace(string file, string old, string by)
    {
        string text = File.ReadAllText(PathOf(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text.Replace(old, by, StringComparison.Ordinal));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
