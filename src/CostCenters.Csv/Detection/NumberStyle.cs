using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Detection;

/// <summary>How the numbers of one column are written, as far as they tell.</summary>
internal sealed class NumberStyle
{
    private readonly Dictionary<char, string> decimals = [];
    private readonly Dictionary<char, string> groups = [];
    private readonly Dictionary<char, string> undecided = [];

    /// <summary>The character between digits and decimals; null where no number has decimals.</summary>
    public char? Decimal => decimals.Count == 1 ? decimals.Keys.First() : null;

    /// <summary>The characters between groups of digits.</summary>
    public string Groups => string.Concat(groups.Keys.Order());

    /// <summary>Why no single style fits; null when one does.</summary>
    public string? Contradiction { get; private set; }

    /// <summary>A number with two readings, and the character that has them; null when there is none.</summary>
    public (char Separator, string Example)? Ambiguity { get; private set; }

    /// <summary>What decided, for evidence; null where nothing had to be decided.</summary>
    public string? Proof { get; private set; }

    /// <summary>Whether both point and comma stand in numbers.</summary>
    public bool HasBoth => Seen('.') && Seen(',');

    public NegativeStyles Negatives { get; private set; }

    public bool HasExponents { get; private set; }

    public SortedSet<string> Suffixes { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Signs { get; } = new(StringComparer.Ordinal);

    /// <summary>How many numbers there are, and how many of them have a suffix.</summary>
    public (int Numbers, int WithSuffix, int WithSign) Counts { get; private set; }

    /// <summary>Looks at the numbers of a column.</summary>
    public static NumberStyle Of(IEnumerable<string> cells)
    {
        var style = new NumberStyle();
        foreach (string cell in cells)
        {
            if (NumberText.Read(cell) is NumberText number)
            {
                style.Add(number, cell);
            }
        }

        style.Decide();
        return style;
    }

    private void Add(NumberText number, string cell)
    {
        Negatives |= number.Negative;
        HasExponents |= number.HasExponent;
        Counts = (
            Counts.Numbers + 1,
            Counts.WithSuffix + (number.Suffix.Length > 0 ? 1 : 0),
            Counts.WithSign + (number.Sign.Length > 0 ? 1 : 0));
        _ = number.Suffix.Length > 0 && Suffixes.Add(number.Suffix);
        _ = number.Sign.Length > 0 && Signs.Add(number.Sign);
        char[] found = [.. number.Body.Where(character => !char.IsAsciiDigit(character))];
        char[] kinds = [.. found.Distinct()];
        if (kinds.Length == 0)
        {
            return;
        }

        bool isOrdered = kinds.Length == 1
            || (kinds.Length == 2 && IsDecimal(found[^1]) && found.Count(separator => separator == found[^1]) == 1);
        if (!isOrdered)
        {
            Contradiction ??= $"{cell} has separators in no order that is known";
        }
        else if (kinds.Length == 2)
        {
            decimals.TryAdd(found[^1], cell);
            AddGroups(number.Body[..number.Body.LastIndexOf(found[^1])], found[0], cell);
        }
        else if (found.Length > 1 || !IsDecimal(found[0]))
        {
            AddGroups(number.Body, found[0], cell);
        }
        else
        {
            AddSingle(number.Body, found[0], cell, number.HasExponent);
        }
    }

    private void AddGroups(string body, char separator, string cell)
    {
        string[] parts = body.Split(separator);
        if (parts[0].Length is 0 or > 3 || parts.Skip(1).Any(part => part.Length != 3) || parts[0][0] == '0')
        {
            Contradiction ??= $"the groups of {cell} do not have three digits";
        }

        groups.TryAdd(separator, cell);
    }

    /// <summary>One separator, once: decimals, or a group if exactly three digits follow at most three.</summary>
    private void AddSingle(string body, char separator, string cell, bool hasExponent)
    {
        int place = body.IndexOf(separator, StringComparison.Ordinal);
        bool canGroup = body.Length - place - 1 == 3 && place is >= 1 and <= 3 && body[0] != '0' && !hasExponent;
        (canGroup ? undecided : decimals).TryAdd(separator, cell);
    }

    private void Decide()
    {
        if (decimals.Count > 1)
        {
            Contradiction ??= $"{string.Join(" and ", decimals.Values)} have different decimal separators";
        }

        foreach (char both in decimals.Keys.Intersect(groups.Keys))
        {
            Contradiction ??= $"{decimals[both]} has decimals behind the character that groups {groups[both]}";
        }

        foreach ((char separator, string cell) in undecided)
        {
            if (decimals.Count == 1 && !decimals.ContainsKey(separator))
            {
                groups.TryAdd(separator, cell);
            }
            else if (decimals.Count == 0 && !groups.ContainsKey(separator))
            {
                Ambiguity ??= (separator, cell);
            }
        }

        if (undecided.Count > 1 && decimals.Count == 0 && Ambiguity is null && groups.Count > 1)
        {
            Contradiction ??= $"{string.Join(" and ", groups.Values)} are grouped in different ways";
        }

        Proof = decimals.Count == 1 ? decimals.Values.First() : groups.Count > 0 ? groups.Values.First() : null;
    }

    private bool Seen(char separator) =>
        decimals.ContainsKey(separator) || groups.ContainsKey(separator) || undecided.ContainsKey(separator);

    private static bool IsDecimal(char separator) => separator is '.' or ',';
}
