namespace CostCenters.Csv.Rows;

/// <summary>What a step of the framer found.</summary>
internal enum FrameKind
{
    End,
    Rows,
    BadQuoting,
    BadEncoding,
    TooLong,
}
