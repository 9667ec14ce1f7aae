using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Support.Contacts;

namespace CostCenters.Csv.Tables;

/// <summary>Finds the numbers that a builder gives to causes by the bytes of a cell.</summary>
internal sealed class CauseNumbers(ContactFigures.Builder builder)
{
    private readonly CodeTable<int> numbers = new();

    /// <summary>The number of a cause, or null for an empty cell.</summary>
    public int? Find(ReadOnlySpan<byte> code)
    {
        if (code.IsEmpty)
        {
            return null;
        }

        if (!numbers.TryGet(code, out int number))
        {
            string text = Encoding.UTF8.GetString(code);
            number = builder.NumberOf(new CauseCode(text));
            numbers.TryAdd(text, number);
        }

        return number;
    }
}
