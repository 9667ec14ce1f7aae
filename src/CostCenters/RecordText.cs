using System.Globalization;
using System.Text;

namespace CostCenters;

/// <summary>A record as text: its members by name, the same in every culture.</summary>
internal static class RecordText
{
    public static string Of(string type, params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var text = new StringBuilder(type).Append(" { ");
        string separator = "";
        foreach ((string name, object? value) in members)
        {
            text.Append(separator).Append(name).Append(" = ").Append(
                value is IFormattable formattable
                    ? formattable.ToString(null, CultureInfo.InvariantCulture)
                    : value?.ToString());
            separator = ", ";
        }

        return text.Append(" }").ToString();
    }
}
