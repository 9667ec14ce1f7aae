namespace CostCenters.Reporting.Pages;

/// <summary>How the page looks: on a screen by day and by night, on a phone and on paper. It is written in
/// <c>Page.css</c>, which the assembly holds.</summary>
internal static class PageStyle
{
    private static readonly Lazy<byte[]> Bytes = new(Read);

    public static ReadOnlySpan<byte> Css => Bytes.Value;

    private static byte[] Read()
    {
        using Stream stream = typeof(PageStyle).Assembly.GetManifestResourceStream(typeof(PageStyle), "Page.css")!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
