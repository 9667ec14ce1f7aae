namespace CostCenters.Cubes;

/// <summary>A sum outgrew 64 bits; the figure is refused, never wrong.</summary>
public sealed class AmountOverflowException : OverflowException
{
    internal AmountOverflowException(string where)
        : base($"The sum of {where} outgrows 64 bits. Use a coarser scale or a larger unit of money.") =>
        Where = where;

    /// <summary>Whose sum it is.</summary>
    public string Where { get; }
}
