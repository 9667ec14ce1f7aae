namespace CostCenters.Tool.Commands;

/// <summary>An option of a command.</summary>
/// <param name="Name">The word, such as <c>--by</c>.</param>
/// <param name="Value">What its value is called in the help, or null for a switch, which has none.</param>
/// <param name="Description">What it does, in one sentence.</param>
/// <param name="Choices">The values that a shell offers, if they are known.</param>
internal sealed record ToolOption(string Name, string? Value, string Description, params string[] Choices)
{
    /// <summary>The name with what follows it, as the help shows it.</summary>
    public string Shown => Value is null ? Name : $"{Name} {Value}";
}
