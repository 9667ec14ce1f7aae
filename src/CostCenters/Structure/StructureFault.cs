namespace CostCenters.Structure;

/// <summary>One fault of one row of master data.</summary>
public sealed record StructureFault
{
    internal StructureFault(StructureFaultKind kind, int row, string code, string message)
    {
        Kind = kind;
        Row = row;
        Code = code;
        Message = message;
    }

    /// <summary>What is wrong.</summary>
    public StructureFaultKind Kind { get; }

    /// <summary>The row at fault: 0 for the first that was added to the builder.</summary>
    public int Row { get; }

    /// <summary>The code of the center or element.</summary>
    public string Code { get; }

    /// <summary>What was expected, what came and what to do.</summary>
    public string Message { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(StructureFault),
        (nameof(Kind), Kind),
        (nameof(Row), Row),
        (nameof(Code), Code),
        (nameof(Message), Message));
}
