using System.Globalization;
using System.Text;

namespace CostCenters.Csv.Shapes;

internal sealed class NormalizedSource : ColumnSource
{
    private const CodeNormalizations All = CodeNormalizations.Spaces | CodeNormalizations.Trim
        | CodeNormalizations.Compose | CodeNormalizations.UpperCase | CodeNormalizations.WithoutLeadingZeros;

    public NormalizedSource(ColumnSource original, CodeNormalizations normalizations, int width)
    {
        if ((normalizations & ~All) != 0 || (normalizations == CodeNormalizations.None && width == 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(normalizations), normalizations, "Name at least one way to normalize.");
        }

        Original = original;
        Normalizations = normalizations;
        Width = width;
    }

    public ColumnSource Original { get; }

    public CodeNormalizations Normalizations { get; }

    /// <summary>The width to fill with zeros, or 0.</summary>
    public int Width { get; }

    /// <summary>The code in the form.</summary>
    public static string Normalize(string code, CodeNormalizations normalizations)
    {
        if (normalizations.HasFlag(CodeNormalizations.Spaces))
        {
            code = string.Concat(code
                .Where(character => char.GetUnicodeCategory(character) != UnicodeCategory.Format)
                .Select(character => char.IsWhiteSpace(character) ? ' ' : character));
        }

        code = normalizations.HasFlag(CodeNormalizations.Trim) ? code.Trim() : code;
        code = normalizations.HasFlag(CodeNormalizations.Compose) ? code.Normalize(NormalizationForm.FormC) : code;
        code = normalizations.HasFlag(CodeNormalizations.UpperCase) ? code.ToUpperInvariant() : code;
        return normalizations.HasFlag(CodeNormalizations.WithoutLeadingZeros) && code.Length > 0
            ? code.TrimStart('0') is { Length: > 0 } digits ? digits : "0"
            : code;
    }
}
