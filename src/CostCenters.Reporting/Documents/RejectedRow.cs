namespace CostCenters.Reporting.Documents;

/// <summary>A fault of a row that an import did not accept.</summary>
/// <remarks>Immutable.</remarks>
public sealed record RejectedRow
{
    /// <summary>Creates a fault.</summary>
    /// <param name="file">The file, relative with <c>/</c>.</param>
    /// <param name="line">The line on which the row starts, from 1; null for the whole file.</param>
    /// <param name="column">The column, or null where the row as a whole is at fault.</param>
    /// <param name="code">The stable code of the fault, such as <c>bad-date</c>.</param>
    /// <param name="value">The offending text, or null where it is not to be told.</param>
    /// <param name="message">What was expected, what came, what to do.</param>
    /// <exception cref="ArgumentException">The file, code or message is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The line is below 1.</exception>
    public RejectedRow(string file, long? line, string? column, string code, string? value, string message)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentException.ThrowIfNullOrEmpty(message);
        if (line is long number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(line));
        }

        File = file;
        Line = line;
        Column = column;
        Code = code;
        Value = value;
        Message = message;
    }

    /// <summary>The file, relative with <c>/</c>.</summary>
    public string File { get; }

    /// <summary>The line on which the row starts, from 1; null for the whole file.</summary>
    public long? Line { get; }

    /// <summary>The column, or null where the row as a whole is at fault.</summary>
    public string? Column { get; }

    /// <summary>The stable code of the fault.</summary>
    public string Code { get; }

    /// <summary>The offending text, or null.</summary>
    public string? Value { get; }

    /// <summary>What was expected, what came, what to do.</summary>
    public string Message { get; }
}
