using System.Globalization;
using System.Numerics;
using CostCenters.Csv.Cells;

namespace CostCenters.Csv.Imports;

/// <summary>What rounding changed in one column of one file.</summary>
/// <remarks>
/// Over the accepted rows: sum of the numbers as written + <see cref="Sum"/> = sum of the numbers as imported,
/// each in the sign that it was written with.
/// </remarks>
public sealed class RoundingRest
{
    private readonly BigInteger units;

    internal RoundingRest(string column, long cellCount, BigInteger units)
    {
        Column = column;
        CellCount = cellCount;
        this.units = units;
    }

    /// <summary>The column's name in the contract.</summary>
    public string Column { get; }

    /// <summary>How many cells were changed by rounding.</summary>
    public long CellCount { get; }

    /// <summary>Sum of imported − written, exact.</summary>
    /// <exception cref="OverflowException">
    /// The exact sum needs more digits than a decimal holds; <see cref="ToString"/> has them all.
    /// </exception>
    public decimal Sum
    {
        get
        {
            (BigInteger digits, int scale) = Shortened();
            if (BigInteger.Abs(digits) > new BigInteger(decimal.MaxValue))
            {
                throw new OverflowException("The exact rest has more digits than a decimal holds.");
            }

            decimal magnitude = (decimal)BigInteger.Abs(digits);
            int[] bits = decimal.GetBits(magnitude);
            return new decimal(bits[0], bits[1], bits[2], digits.Sign < 0, (byte)scale);
        }
    }

    /// <summary>The exact sum with its column and count, such as <c>amount: -0.0012 over 3 cells</c>.</summary>
    public override string ToString()
    {
        (BigInteger digits, int scale) = Shortened();
        string text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        string sum = scale == 0 ? text : $"{text[..^scale]}.{text[^scale..]}";
        string sign = digits.Sign < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Column}: {sign}{sum} over {CellCount} cells");
    }

    /// <summary>What rounding changed in two parts of one file.</summary>
    internal RoundingRest Plus(RoundingRest other) => new(Column, CellCount + other.CellCount, units + other.units);

    /// <summary>The sum without the zeros at its end.</summary>
    private (BigInteger Digits, int Scale) Shortened()
    {
        BigInteger digits = units;
        int scale = NumberCell.RestDecimals;
        while (scale > 0 && digits % 10 == 0)
        {
            digits /= 10;
            scale--;
        }

        return (digits, scale);
    }
}
