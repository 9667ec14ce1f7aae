namespace CostCenters.Csv.Shapes.Reading;

/// <summary>Why a row of a file is no row of the table: set aside for a reason, or faulty as a whole.</summary>
internal sealed record RowVerdict
{
    private RowVerdict(string? reason, string? code, string? value, string message)
    {
        Reason = reason;
        Code = code;
        Value = value;
        Message = message;
    }

    /// <summary>Why it is set aside; null for a faulty one.</summary>
    public string? Reason { get; }

    public string? Code { get; }

    public string? Value { get; }

    public string Message { get; }

    public static RowVerdict SetAside(string reason) => new(reason, null, null, "");

    /// <summary>Whether the whole file is stopped.</summary>
    public bool IsStop { get; private init; }

    public static RowVerdict Stops(string code, string message) => new(null, code, null, message) { IsStop = true };

    public static RowVerdict Faulty(string code, string? value, string message) => new(null, code, value, message);
}
