using System.Globalization;
using CostCenters.Csv.Cells;

namespace CostCenters.Csv.Imports;

/// <summary>One fault or note about a file that was imported.</summary>
/// <remarks>
/// The message says what was expected and what to do; it never repeats the offending value, which stands in
/// <see cref="Value"/> alone, so that switching values off (<see cref="ImportProfile.WithoutOffendingValues"/>)
/// keeps them out of logs.
/// </remarks>
public sealed record ImportIssue
{
    /// <summary>Creates an issue.</summary>
    /// <param name="code">A stable code, see <see cref="ImportIssueCode"/>.</param>
    /// <param name="severity">What the issue did to the import.</param>
    /// <param name="file">The name of the file, relative with <c>/</c>.</param>
    /// <param name="line">The physical line on which the row starts, from 1, or null for the whole file.</param>
    /// <param name="column">The column's name in the contract, or null for the whole row or file.</param>
    /// <param name="value">The offending text, or null where there is none or it is not to be told.</param>
    /// <param name="message">What was expected, what came, what to do.</param>
    /// <exception cref="ArgumentException">The code, file or message is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The line is below 1.</exception>
    public ImportIssue(
        string code,
        ImportSeverity severity,
        string file,
        long? line,
        string? column,
        string? value,
        string message)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentException.ThrowIfNullOrEmpty(message);
        if (line is long number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(line));
        }

        Code = code;
        Severity = severity;
        File = file;
        Line = line;
        Column = column;
        Value = value;
        Message = message;
    }

    /// <summary>The stable code, see <see cref="ImportIssueCode"/>.</summary>
    public string Code { get; }

    /// <summary>What the issue did to the import.</summary>
    public ImportSeverity Severity { get; }

    /// <summary>The name of the file, relative with <c>/</c>.</summary>
    public string File { get; }

    /// <summary>The physical line on which the row starts, the first line being 1; null for the whole file.</summary>
    public long? Line { get; }

    /// <summary>The column's name in the contract; null where the row or file as a whole is meant.</summary>
    public string? Column { get; }

    /// <summary>The offending text as it came; null where there is none or it is not to be told.</summary>
    public string? Value { get; }

    /// <summary>What was expected, what came, what to do.</summary>
    public string Message { get; }

    /// <summary>One line for a log, such as <c>postings.csv:7 date bad-date "2024-02-30": ...</c>; control characters
    /// of the value are escaped and a long one is cut.</summary>
    public override string ToString()
    {
        string line = Line is long number ? string.Create(CultureInfo.InvariantCulture, $":{number}") : "";
        string column = Column is null ? "" : $" {Column}";
        string value = Value is null ? "" : $" \"{ShownText.Of(Value)}\"";
        return $"{File}{line}{column} {Code}{value}: {Message}";
    }
}
