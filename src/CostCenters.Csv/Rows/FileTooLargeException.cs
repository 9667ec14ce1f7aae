using System.Globalization;

namespace CostCenters.Csv.Rows;

/// <summary>A file has more bytes than its profile allows.</summary>
internal sealed class FileTooLargeException(long most) : IOException(string.Create(
    CultureInfo.InvariantCulture,
    $"At most {most} bytes were expected, the file has more. Divide it, or raise the limit with WithMaximumFileSize or "
        + $"the JSON key maximumFileSize."));
