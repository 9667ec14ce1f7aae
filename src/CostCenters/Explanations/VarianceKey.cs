namespace CostCenters.Explanations;

/// <summary>The keys of variance nodes: what code looks parts up by, whatever they are called on a report.</summary>
/// <remarks>
/// <para>A key is a word in lower case, or several joined by hyphens, such as <c>fixed-overhead-volume</c>: a constant
/// of the analysis that makes the node. A part that stands for something of the data (a product, a center, a group) has
/// after a colon what the data call it, such as <c>product:tea</c>. Where the data name two parts alike, the second
/// ends in <c>#2</c>.</para>
/// <para>A path is keys of a node and of parts below it with a slash between them, such as <c>sales/sales-price</c>, so
/// a slash in the data is written as <c>~1</c> in a key, and <c>~</c> as <c>~0</c> (as in JSON pointers, RFC
/// 6901).</para>
/// </remarks>
public static class VarianceKey
{
    /// <summary>The key of a part that stands for something of the data.</summary>
    /// <param name="kind">What it is, such as <c>product</c>: lower-case words joined by hyphens.</param>
    /// <param name="subject">What the data call it, compared exactly.</param>
    /// <exception cref="ArgumentException"><paramref name="kind"/> is no such word, or <paramref name="subject"/> is
    /// null or empty.</exception>
    public static string Of(string kind, string subject)
    {
        RequireWords(kind, nameof(kind));
        ArgumentException.ThrowIfNullOrEmpty(subject);
        return $"{kind}:{subject.Replace("~", "~0", StringComparison.Ordinal)
            .Replace("/", "~1", StringComparison.Ordinal)}";
    }

    /// <summary>What the data call the thing that a part stands for.</summary>
    /// <param name="key">The key of the part.</param>
    /// <returns>The subject that <see cref="Of"/> was given, with the number of a repeated one; null for a key without
    /// a subject.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public static string? SubjectOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        int end = key.IndexOf(':', StringComparison.Ordinal);
        return end < 0
            ? null
            : key[(end + 1)..].Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
    }

    /// <summary>The keys, of which each that came before ends in its number.</summary>
    internal static string[] Number(IEnumerable<string> keys)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. keys.Select(key =>
        {
            string numbered = key;
            while (!seen.TryAdd(numbered, 1))
            {
                numbered = FormattableString.Invariant($"{key}#{++seen[key]}");
            }

            return numbered;
        })];
    }

    /// <summary>The nodes, of which each whose key came before ends in its number.</summary>
    internal static IEnumerable<VarianceNode> Number(IReadOnlyList<VarianceNode> nodes) =>
        nodes.Zip(Number(nodes.Select(node => node.Key)), (node, key) => key == node.Key ? node : node.WithKey(key));

    /// <summary>Refuses a text that is no key.</summary>
    internal static void Require(string key, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(key, parameter);
        int end = key.AsSpan().IndexOfAny(':', '#');
        RequireWords(end < 0 ? key : key[..end], parameter);
        if (end == key.Length - 1 || key.Contains('/', StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{key}' is no key: it ends too early, or has a slash.", parameter);
        }
    }

    private static void RequireWords(string text, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, parameter);
        if (!IsWords(text))
        {
            throw new ArgumentException(
                $"'{text}' is no key: lower-case words joined by hyphens were expected.", parameter);
        }
    }

    private static bool IsWords(string text)
    {
        bool isWord = false;
        foreach (char sign in text)
        {
            bool isLetter = char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign);
            if (!isLetter && (sign != '-' || !isWord))
            {
                return false;
            }

            isWord = isLetter;
        }

        return isWord;
    }
}
