using CostCenters.Cubes;

namespace CostCenters.Csv.Folders;

/// <summary>What a book is read by: its name, its space, and the dialect of each of its files.</summary>
internal sealed record BookFrame(string Name, CubeSpace Space, BookProfiles Profiles);
