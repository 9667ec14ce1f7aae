using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Rows;

/// <summary>Gets past what stands in front of a header, and tells why there is none.</summary>
internal static class HeaderStart
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Skips byte order mark, <c>sep=</c> line and preamble; false when one of them stops the file.</summary>
    public static bool TryReach(RowFramer framer, Utf8Source source, ImportProfile profile, ImportLog log)
    {
        bool hasMark = framer.TryTake(ByteOrderMark);
        if (OtherFormat(framer) is string format)
        {
            log.Stop(
                ImportIssueCode.NotCsv,
                1,
                null,
                null,
                $"The file is {format}, whatever its name says. Save or export it as CSV.");
        }
        else if (source.StartsAsUtf16)
        {
            log.Stop(
                ImportIssueCode.BadEncoding,
                1,
                null,
                null,
                $"The file is UTF-16 by its byte order mark; {profile.EncodingName} was expected. Save it as UTF-8.");
        }
        else if (hasMark && framer.TryTake(ByteOrderMark))
        {
            log.Stop(
                ImportIssueCode.BadEncoding,
                1,
                null,
                null,
                "Two byte order marks stand in front of the header. Remove one; perhaps two files were joined.");
        }
        else
        {
            TakeSeparatorLine(framer, profile, log);
            TakePreamble(framer, profile, log);
        }

        return !log.IsStopped;
    }

    /// <summary>What a file is that begins like one of another format; null for any other.</summary>
    /// <remarks>Bytes that are no text have become NUL by now.</remarks>
    private static string? OtherFormat(RowFramer framer) => framer switch
    {
        _ when framer.TryTake("PK\u0003\u0004"u8) => "an Excel workbook (xlsx) or another zip archive",
        _ when framer.TryTake([0, 0, 0x11, 0xE0, 0xA1, 0xB1]) => "an old Excel workbook (xls)",
        _ when framer.TryTake("%PDF-"u8) => "a PDF document",
        _ when framer.TryTake([0x1F, 0, 0x08]) => "packed (gzip)",
        _ when framer.TryTake("PAR1"u8) => "a Parquet file",
        _ when framer.TryTake("SQLite format 3"u8) => "a SQLite database",
        _ => null,
    };

    /// <summary>Tells that the lines have no line feeds; always null.</summary>
    public static HeaderMap? TellReturnsAlone(ImportLog log)
    {
        log.Stop(
            ImportIssueCode.BadLineEnds,
            1,
            null,
            null,
            "The lines end with carriage returns alone; LF or CRLF was expected. Save the file with one of them.");
        return null;
    }

    /// <summary>Tells why no header could be read; always null.</summary>
    public static HeaderMap? TellBroken(FrameKind kind, long line, ImportLog log)
    {
        (string code, string message) = kind switch
        {
            FrameKind.BadEncoding => (
                ImportIssueCode.BadEncoding,
                "The header has a NUL or bytes that are no text in the expected encoding, as a file in UTF-16 or "
                    + "another encoding has. Save it as UTF-8, or name its encoding."),
            FrameKind.BadQuoting => (
                ImportIssueCode.BadQuoting,
                "The header is badly quoted. Quote whole names, double the quotes in them and close them."),
            FrameKind.TooLong => (
                ImportIssueCode.RowTooLong,
                "The header is longer than the profile's limit. Perhaps the file is no CSV file."),
            _ => (ImportIssueCode.NoHeader, "The header was expected, the file is at its end. Add a header."),
        };
        log.Stop(code, line, null, null, message);
        return null;
    }

    private static void TakeSeparatorLine(RowFramer framer, ImportProfile profile, ImportLog log)
    {
        if (!framer.TryTake("sep="u8))
        {
            return;
        }

        ReadOnlySpan<byte> rest = framer.TakeLine().AsSpan().TrimEnd("\r\n"u8);
        if (framer.EndsWithReturnsAlone)
        {
            TellReturnsAlone(log);
        }
        else if (!profile.AcceptsSeparatorLine)
        {
            log.Stop(
                ImportIssueCode.BadSeparatorLine,
                1,
                null,
                null,
                "The header was expected, a line sep= came. Remove it, or use a profile that accepts it.");
        }
        else if (rest.Length != 1 || !ImportProfile.IsDelimiter((char)rest[0]))
        {
            log.Stop(ImportIssueCode.BadSeparatorLine, 1, null, null, "The line sep= must name one ASCII delimiter.");
        }
        else
        {
            framer.Delimiter = rest[0];
        }
    }

    private static void TakePreamble(RowFramer framer, ImportProfile profile, ImportLog log)
    {
        for (int skipped = 0; skipped < profile.PreambleLines && !log.IsStopped; skipped++)
        {
            bool isTaken = framer.TakeLine() is not null;
            if (framer.EndsWithReturnsAlone)
            {
                TellReturnsAlone(log);
            }
            else if (!isTaken)
            {
                log.Stop(
                    ImportIssueCode.NoHeader,
                    null,
                    null,
                    null,
                    "The file is at its end before the header that the profile expects below other lines.");
            }
        }
    }
}
