using CostCenters.Cubes;

namespace CostCenters.Data.Statements;

/// <summary>Adds sums of 128 bits to a cube, which takes them in parts of 64 and refuses a cell that outgrows 64 in the
/// end.</summary>
internal static class CellSum
{
    public static void Add(CubeBuilder cube, int center, int element, int period, Int128 amount, Int128? quantity)
    {
        Int128 amountLeft = amount;
        Int128 quantityLeft = quantity ?? 0;
        do
        {
            long amountPart = Part(ref amountLeft);
            long quantityPart = Part(ref quantityLeft);
            cube.AddCounts(center, element, period, amountPart, quantity is null ? null : quantityPart);
        }
        while (amountLeft != 0 || quantityLeft != 0);
    }

    private static long Part(ref Int128 left)
    {
        var part = (long)Int128.Clamp(left, -long.MaxValue, long.MaxValue);
        left -= part;
        return part;
    }
}
