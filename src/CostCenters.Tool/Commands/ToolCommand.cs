namespace CostCenters.Tool.Commands;

/// <summary>One thing that the program can do: its words, its help, and the doing.</summary>
internal abstract class ToolCommand
{
    /// <summary>The word that calls it.</summary>
    public abstract string Name { get; }

    /// <summary>What it does, in one sentence for the list of commands.</summary>
    public abstract string Summary { get; }

    /// <summary>What stands without an option, in order, such as <c>book</c>.</summary>
    public abstract IReadOnlyList<string> Subjects { get; }

    /// <summary>How many of the subjects may be left out, from the last one on.</summary>
    public virtual int OptionalSubjects => 0;

    /// <summary>What it takes beside.</summary>
    public abstract IReadOnlyList<ToolOption> Options { get; }

    /// <summary>What a reader should know beyond the options, or an empty text.</summary>
    public virtual string Details => "";

    /// <summary>Command lines, without the name of the program, and what each of them does.</summary>
    public abstract IReadOnlyList<(string Line, string Does)> Examples { get; }

    /// <summary>Reads the words.</summary>
    /// <returns>What does it and gives the exit code; it may throw a <see cref="Writing.RunException"/> (exit code 1)
    /// or, where words do not fit to what was read, a <see cref="Writing.UsageException"/>.</returns>
    /// <exception cref="Writing.UsageException">The words do not go together: exit code 2.</exception>
    public abstract Func<int> Prepare(Words words);
}
