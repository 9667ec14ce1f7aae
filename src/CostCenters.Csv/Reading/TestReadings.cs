using System.Numerics;
using System.Text;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Reading;

/// <summary>Asks the tests of a profile of the rows of one file.</summary>
internal static class TestReadings
{
    /// <summary>Finds the columns of a test in a file.</summary>
    public static Func<ForeignRow, bool> Bind(this RowTest test, SourceBinder binder)
    {
        if (test.Column is null)
        {
            Func<ForeignRow, bool>[] tests = [.. test.Tests.Select(each => each.Bind(binder))];
            return test.Kind switch
            {
                RowTestKind.And => row => tests[0](row) && tests[1](row),
                RowTestKind.Or => row => tests[0](row) || tests[1](row),
                _ => row => !tests[0](row),
            };
        }

        CellReading reading = test.Column.Bind(binder);
        switch (test.Kind)
        {
            case RowTestKind.IsEmpty:
                return row => reading(row).Trim((byte)' ').IsEmpty;
            case RowTestKind.Between:
                BigInteger lowest = RowTest.WholeNumber(test.Texts[0])!.Value;
                BigInteger highest = RowTest.WholeNumber(test.Texts[1])!.Value;
                return row => RowTest.WholeNumber(Encoding.UTF8.GetString(reading(row)).Trim()) is BigInteger number
                    && number >= lowest && number <= highest;
            default:
                return row => Matches(test, Encoding.UTF8.GetString(reading(row)).Trim());
        }
    }

    private static bool Matches(RowTest test, string text)
    {
        foreach (string other in test.Texts)
        {
            bool matches = test.Kind switch
            {
                RowTestKind.Is => text.Equals(other, StringComparison.OrdinalIgnoreCase),
                RowTestKind.StartsWith => text.StartsWith(other, StringComparison.OrdinalIgnoreCase),
                _ => text.Contains(other, StringComparison.OrdinalIgnoreCase),
            };
            if (matches)
            {
                return true;
            }
        }

        return false;
    }
}
