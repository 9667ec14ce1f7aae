namespace CostCenters.Csv.Shapes;

/// <summary>A text with named places, such as <c>Debit ({currency})</c>; the text is compared as headings are.
/// </summary>
/// <remarks>Immutable. A name stands once; between two names there is text, so that there is one reading. Only a year
/// may stand beside a month or period: white space divides them, or the change between letters and digits.</remarks>
internal sealed class HeadingPattern
{
    private readonly string[] texts;
    private readonly string[] names;

    private HeadingPattern(string pattern, string[] texts, string[] names)
    {
        Pattern = pattern;
        this.texts = texts;
        this.names = names;
    }

    /// <summary>The pattern as given.</summary>
    public string Pattern { get; }

    /// <summary>The names of the places, in their order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <exception cref="ArgumentException">The pattern is empty, a brace has no other, or a name is none.</exception>
    public static HeadingPattern Parse(string pattern)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        List<string> texts = [];
        List<string> names = [];
        string rest = pattern;
        for (int open; (open = rest.IndexOf('{', StringComparison.Ordinal)) >= 0;)
        {
            int close = rest.IndexOf('}', open);
            string name = close < 0 ? "" : rest[(open + 1)..close];
            if (name.Length == 0 || !name.All(char.IsAsciiLetterLower) || names.Contains(name)
                || (names.Count > 0 && HeadingText.Fold(rest[..open]).Length == 0 && !IsYearBeside(names[^1], name)))
            {
                throw new ArgumentException(
                    $"\"{pattern}\" is no pattern: a place is a name such as {{month}}, each once, with text between.",
                    nameof(pattern));
            }

            texts.Add(HeadingText.Fold(rest[..open]));
            names.Add(name);
            rest = rest[(close + 1)..];
        }

        texts.Add(HeadingText.Fold(rest));
        return new(pattern, [.. texts], [.. names]);
    }

    /// <summary>What stands at the places of a heading; null when the heading does not follow the pattern.</summary>
    public IReadOnlyDictionary<string, string>? Match(string heading)
    {
        // Places are told as they stand, so folding goes with the text between them only.
        var found = new Dictionary<string, string>();
        int start = SkipText(heading, 0, texts[0]);
        if (start < 0 || (names.Length == 0 && !IsEmptyFrom(heading, start)))
        {
            return null;
        }

        for (int place = 0; place < names.Length; place++)
        {
            int end = start;
            int next = -1;
            bool isLast = place == names.Length - 1;
            for (; end < heading.Length && next < 0; end++)
            {
                int behind = texts[place + 1].Length > 0 ? SkipText(heading, end, texts[place + 1])
                    : !isLast && IsBorder(heading, end) ? end
                    : -1;
                next = behind >= 0 && end > start && (!isLast || IsEmptyFrom(heading, behind)) ? behind : -1;
            }

            if (next < 0 && !(isLast && texts[^1].Length == 0))
            {
                return null;
            }

            string text = heading[start..(next < 0 ? heading.Length : end - 1)].Trim();
            if (text.Length == 0)
            {
                return null;
            }

            found.Add(names[place], text);
            start = next;
        }

        return found;
    }

    /// <summary>Where the folded text ends if the heading goes on with it, or -1.</summary>
    private static int SkipText(string heading, int start, string text)
    {
        int taken = 0;
        while (taken < text.Length)
        {
            if (start == heading.Length)
            {
                return -1;
            }

            string folded = HeadingText.Fold(heading[start++].ToString());
            if (!text.AsSpan(taken).StartsWith(folded, StringComparison.Ordinal))
            {
                return -1;
            }

            taken += folded.Length;
        }

        return start;
    }

    private static bool IsYearBeside(string first, string second) =>
        (first, second) is ("year", "month" or "period") or ("month" or "period", "year");

    /// <summary>Whether white space begins, or digits follow what is none, or the other way round.</summary>
    private static bool IsBorder(string heading, int end) =>
        end > 0
        && !char.IsWhiteSpace(heading[end - 1])
        && (char.IsWhiteSpace(heading[end]) || char.IsAsciiDigit(heading[end]) != char.IsAsciiDigit(heading[end - 1]));

    private static bool IsEmptyFrom(string heading, int start) => HeadingText.Fold(heading[start..]).Length == 0;
}
