using CostCenters.Data.Results;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Data.Statements;

/// <summary>One row of master data, whose faults are collected while it is read.</summary>
internal sealed class MasterRow(IReadOnlyList<string?> columns, IReadOnlyList<object?> values)
{
    public List<(SqlRejectionReason, string)> Faults { get; } = [];

    public string Sample => string.Join(", ", columns.Select((column, i) => $"{column}={values[i]}"));

    /// <summary>A text that must not be empty.</summary>
    public string? Required(int column) =>
        Text(column) is { Length: > 0 } text ? text : Fault<string>(SqlRejectionReason.MissingValue, column);

    /// <summary>A text that may be empty, but not NULL.</summary>
    public string? Text(int column) => values[column] switch
    {
        null => Fault<string>(SqlRejectionReason.MissingValue, column),
        string text when !text.Contains('\0', StringComparison.Ordinal) => text,
        _ => Fault<string>(SqlRejectionReason.BadWord, column),
    };

    /// <summary>A text, or null where there is none.</summary>
    public string? Optional(int column) => values[column] is null or "" ? null : Text(column);

    /// <summary>A member of an enumeration by its name in small letters.</summary>
    public T? Word<T>(int column)
        where T : struct, Enum
    {
        if (Required(column) is not string text)
        {
            return null;
        }

        foreach (T value in Enum.GetValues<T>())
        {
            if (text == WordOf(value))
            {
                return value;
            }
        }

        Faults.Add((SqlRejectionReason.BadWord, columns[column]!));
        return null;
    }

    /// <summary>The same, where it may be left out.</summary>
    public T? OptionalWord<T>(int column)
        where T : struct, Enum =>
        Optional(column) is null ? null : Word<T>(column);

    /// <summary>The days of a validity.</summary>
    public (LocalDate From, LocalDate Through)? Days(int first, int last)
    {
        LocalDate? from = Day(first, CenterValidity.Beginning);
        LocalDate? through = Day(last, CenterValidity.End);
        if (from > through)
        {
            Faults.Add((SqlRejectionReason.BadStructure, columns[last]!));
            return null;
        }

        return from is LocalDate begin && through is LocalDate end ? (begin, end) : null;
    }

    private static string WordOf<T>(T value)
        where T : struct, Enum =>
        Enum.GetName(value)!.ToLowerInvariant();

    private LocalDate? Day(int column, LocalDate open)
    {
        if (values[column] is null or "")
        {
            return open;
        }

        if (DayValue.Of(values[column]) is LocalDate day)
        {
            return day;
        }

        Faults.Add((SqlRejectionReason.BadDate, columns[column]!));
        return null;
    }

    private T? Fault<T>(SqlRejectionReason reason, int column)
        where T : class
    {
        Faults.Add((reason, columns[column] ?? ""));
        return null;
    }
}
