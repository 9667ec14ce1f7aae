using System.Text;

namespace CostCenters.Csv.Imports;

/// <summary>The encodings that files can have.</summary>
internal static class FileEncoding
{
    /// <summary>What stands for bytes that are no text; Unicode keeps it out of texts.</summary>
    public const string Undecodable = "\uFFFF";

    /// <summary>An encoding by name whose undecodable bytes become NUL.</summary>
    /// <exception cref="ArgumentException">The name is not known.</exception>
    public static Encoding Find(string name)
    {
        var encoder = EncoderFallback.ReplacementFallback;
        var decoder = new DecoderReplacementFallback(Undecodable);
        return CodePagesEncodingProvider.Instance.GetEncoding(name, encoder, decoder)
            ?? Encoding.GetEncoding(name, encoder, decoder);
    }
}
