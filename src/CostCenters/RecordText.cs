using System.Globalization;
using System.Text;

namespace CostCenters;

/// <summary>The members of a record as text, the same in every culture.</summary>
internal static class RecordText
{
    public static bool Print(StringBuilder builder, params ReadOnlySpan<(string Name, object? Value)> members)
    {
        string separator = "";
        foreach ((string name, object? value) in members)
        {
            string? text = value is IFormattable formattable
                ? formattable.ToString(null, CultureInfo.InvariantCulture)
                : value?.ToString();
            builder.Append(separator).Append(name).Append(" = ").Append(text);
            separator = ", ";
        }

        return members.Length > 0;
    }
}
