using System.Text;

namespace CostCenters.Tool.Converting;

/// <summary>Reads the records of a CSV file that was written by the contract: comma, RFC 4180, UTF-8.</summary>
internal static class CsvRecords
{
    /// <summary>The records, the header first.</summary>
    public static IEnumerable<string[]> Read(TextReader file)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool isQuoted = false;
        for (int next = file.Read(); next >= 0; next = file.Read())
        {
            char character = (char)next;
            if (isQuoted)
            {
                isQuoted = character != '"' || file.Peek() == '"';
                if (isQuoted)
                {
                    cell.Append(character);
                    _ = character == '"' ? file.Read() : 0;
                }
            }
            else if (character == '"')
            {
                isQuoted = true;
            }
            else if (character is ',' or '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (character == '\n')
                {
                    yield return [.. cells];
                    cells.Clear();
                }
            }
            else
            {
                cell.Append(character);
            }
        }
    }
}
