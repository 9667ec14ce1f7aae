using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Cubes;

namespace CostCenters.Csv.Bulk;

/// <summary>The budget versions as they come up in a file. All threads share them.</summary>
internal sealed class BudgetSums(CubeSpace space, int threads)
{
    private readonly Dictionary<string, VersionSums> versions = new(Utf8TextComparer.Ordinal);

    /// <summary>The versions that have an accepted row, in order of appearance.</summary>
    public IReadOnlyList<VersionSums> Accepted =>
        [.. versions.Values.Where(version => version.IsAccepted).OrderBy(version => version.FirstRow)];

    /// <summary>A version by the text of its cell, which is made if it is new.</summary>
    public VersionSums this[ReadOnlySpan<byte> name]
    {
        get
        {
            lock (versions)
            {
                if (!versions.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out VersionSums? version))
                {
                    string text = Encoding.UTF8.GetString(name);
                    version = new VersionSums(text, Encoding.UTF8.GetBytes(text), space, threads);
                    versions.Add(text, version);
                }

                return version;
            }
        }
    }

    /// <summary>A version, and where its first accepted row stands.</summary>
    internal sealed class VersionSums(string name, byte[] text, CubeSpace space, int threads)
    {
        private readonly Lazy<ParallelCubeBuilder> cube = new(() => new ParallelCubeBuilder(space, threads));
        private readonly Lock gate = new();

        public string Name => name;

        public ReadOnlySpan<byte> Text => text;

        /// <summary>Its cube, made with its first accepted row: whatever may stand in a column of refused ones.
        /// </summary>
        public ParallelCubeBuilder Cube => cube.Value;

        public long FirstRow { get; private set; } = long.MaxValue;

        public bool IsAccepted => FirstRow < long.MaxValue;

        /// <summary>Notes that a row of this version is accepted.</summary>
        public void Accept(long offset)
        {
            lock (gate)
            {
                FirstRow = Math.Min(FirstRow, offset);
            }
        }
    }
}
