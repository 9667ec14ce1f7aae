using System.Globalization;
using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv.Detection;

/// <summary>Puts the style of numbers into a proposal, as far as the amounts tell it.</summary>
internal static class NumberFinding
{
    private const string Key = "numbers";
    private const string Method = "WithNumbers";

    /// <summary>Finds the style of the amounts, which is that of all numbers of a profile.</summary>
    public static NumberStyle Find(IReadOnlyList<SampleColumn> amounts, ProposalDraft draft)
    {
        var style = NumberStyle.Of(amounts.SelectMany(column => column.Filled));
        string names = string.Join(" and ", amounts.Select(column => column.Name));
        if (style.Contradiction is string contradiction)
        {
            Neutral(style, draft);
            draft.Open(
                Key,
                $"The numbers of {names} are not of one style: {contradiction}.",
                Method,
                Key,
                Choice('.', ","),
                Choice(',', "."));
        }
        else if (style.Ambiguity is var (separator, example))
        {
            Neutral(style, draft);
            string digits = example.Replace(separator.ToString(), "", StringComparison.Ordinal);
            draft.Open(
                Key,
                $"{example} in {names} reads as {digits} and as {example.Replace(separator, '.')}, with "
                    + $"{Word(separator)} for decimals; nothing in the column decides.",
                Method,
                Key,
                Choice('.', separator == ',' ? "," : style.Groups),
                Choice(',', separator == '.' ? "." : style.Groups));
        }
        else
        {
            char point = style.Decimal ?? (style.Groups.Any(group => group is '.' or ' ') ? ',' : '.');
            draft.Profile = draft.Profile.WithNumbers(point, style.Groups);
            if (style.Proof is string proof)
            {
                draft.Say($"{proof} in {names}: decimals behind {Word(point)}"
                    + (style.Groups.Length == 0 ? ", no groups." : $", groups by {ShowGroups(style.Groups)}."));
            }
        }

        SetSigns(style, names, draft);
        TellBad(amounts, style, draft);
        return style;
    }

    /// <summary>Tells of cells that the profile does not read, though others of their column are numbers.</summary>
    private static void TellBad(IReadOnlyList<SampleColumn> amounts, NumberStyle style, ProposalDraft draft)
    {
        bool isPlain = style is { Contradiction: null, Ambiguity: null, Signs.Count: 0, Suffixes.Count: 0 };
        byte[] scratch = new byte[64];
        foreach (SampleColumn column in amounts.Where(each => each.Filled.Any(CellKinds.IsNumber)))
        {
            string[] bad = [.. column.Filled.Where(IsBad)];
            if (bad.Length > 0)
            {
                draft.Hint(
                    "bad-numbers",
                    $"{bad[0]} in {column.Name} is no number as the profile reads them" + (bad.Length == 1
                        ? "; its row is rejected."
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $", nor are {bad.Length - 1} other cells; their rows are rejected.")),
                    Method,
                    Key);
                return;
            }
        }

        bool IsBad(string cell) => cell != "-"
            && !RowFinding.MayBeAbsent(cell)
            && (NumberText.Read(cell) is null || (isPlain && !IsRead(cell)));

        bool IsRead(string cell) => draft.Profile.Settings.Numbers.TryRewrite(
            Encoding.UTF8.GetBytes(cell), takesSuffix: false, ref scratch, out ReadOnlySpan<byte> text)
            && NumberCell.IsNumber(text);
    }

    /// <summary>Whether the profile reads the numbers of another column, none of which has another reading by itself.
    /// </summary>
    public static bool Fits(SampleColumn column, NumberStyle style)
    {
        var other = NumberStyle.Of(column.Filled);
        return other.Contradiction is null
            && (other.Decimal is null || style.Decimal is null || other.Decimal == style.Decimal)
            && other.Ambiguity is null
            && other.Groups.All(style.Groups.Contains);
    }

    /// <summary>Reads a cell by the style of a profile; null when it is no number of that style.</summary>
    public static decimal? Read(string cell, ImportProfile profile)
    {
        if (NumberText.Read(cell) is not NumberText number)
        {
            return null;
        }

        byte[] scratch = new byte[64];
        ImportProfile plain = profile;
        bool isNumber = plain.Settings.Numbers.TryRewrite(
            Encoding.UTF8.GetBytes(number.Body), takesSuffix: false, ref scratch, out ReadOnlySpan<byte> text);
        return isNumber && decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal value)
                ? number.Negative == NegativeStyles.None ? value : -value
                : null;
    }

    /// <summary>A style that refuses what has two readings.</summary>
    private static void Neutral(NumberStyle style, ProposalDraft draft)
    {
        bool isPoint = style.Contradiction is null && style.Ambiguity is ('.', _);
        bool isComma = style.Contradiction is null && style.Ambiguity is (',', _) && style.Decimal is null;
        string spaces = string.Concat(style.Groups.Where(group => group is not ('.' or ',')));
        draft.Profile = isPoint && !style.HasBoth ? draft.Profile.WithNumbers(',', spaces)
            : isComma && !style.HasBoth ? draft.Profile.WithNumbers('.', spaces)
            : draft.Profile.WithNumbers('_', "");
    }

    private static void SetSigns(NumberStyle style, string names, ProposalDraft draft)
    {
        if (style.Negatives != NegativeStyles.None)
        {
            draft.Profile = draft.Profile.WithNegativeStyles(style.Negatives);
            draft.Say($"Negative numbers of {names}: {style.Negatives}.");
        }

        if (style.HasExponents)
        {
            draft.Profile = draft.Profile.WithExponents();
            draft.Say($"Some numbers of {names} have a power of ten.");
        }

        if (style.Suffixes.Count > 0)
        {
            SetSuffixes(style, names, draft);
        }
    }

    private static void SetSuffixes(NumberStyle style, string names, ProposalDraft draft)
    {
        (string Debit, string Credit) pair = DirectionTexts.Pairs.FirstOrDefault(each =>
            style.Suffixes.All(suffix => suffix.Equals(each.Debit, StringComparison.OrdinalIgnoreCase)
                || suffix.Equals(each.Credit, StringComparison.OrdinalIgnoreCase)));
        // In two ways of writing one suffix would stay unread.
        bool isPair = pair.Debit is not null
            && style.Counts.WithSuffix == style.Counts.Numbers
            && style.Suffixes.Count(suffix => suffix.Equals(pair.Debit, StringComparison.OrdinalIgnoreCase)) <= 1
            && style.Suffixes.Count(suffix => suffix.Equals(pair.Credit, StringComparison.OrdinalIgnoreCase)) <= 1;
        string seen = string.Join(" and ", style.Suffixes);
        if (isPair)
        {
            bool isMixed = style.Suffixes.Any(suffix => suffix.Any(char.IsLower));
            pair = isMixed ? (AsWritten(pair.Debit!), AsWritten(pair.Credit)) : pair;
            draft.Profile = draft.Profile.WithSignSuffixes(pair.Debit!, pair.Credit)
                .WithAmountSigns(AmountSigns.DebitPositive);
            draft.Say($"Each number of {names} ends with {seen}: {pair.Debit} is debit, {pair.Credit} is credit.");
            return;
        }

        string AsWritten(string text) =>
            style.Suffixes.FirstOrDefault(suffix => suffix.Equals(text, StringComparison.OrdinalIgnoreCase))
                ?? Capitals(text, style.Suffixes.First());

        draft.Open(
            "suffixes",
            $"Numbers of {names} end with {seen}, but not all, or not as a pair that is known; those are refused.",
            "WithSignSuffixes",
            "numbers.suffixes");
    }

    /// <summary>A suffix that the sample does not have, in the letter case of the other.</summary>
    private static string Capitals(string text, string other) =>
        other.All(char.IsLower) ? text.ToLowerInvariant() : text[..1] + text[1..].ToLowerInvariant();

    private static ProfileChoice Choice(char separator, string groups) => new(
        separator == '.' ? "point" : "comma",
        $"Decimals stand behind {Word(separator)}" + (groups.Length == 0 ? "" : $", groups are divided by "
            + $"{ShowGroups(groups)}"),
        profile => profile.WithNumbers(
            separator, string.Concat(groups.Where(group => group != separator))));

    private static string ShowGroups(string groups) => string.Join(" or ", groups.Select(Word));

    private static string Word(char separator) => separator switch
    {
        '.' => "a point",
        ',' => "a comma",
        ' ' => "a space",
        '\u00A0' => "a no-break space",
        '\u202F' => "a narrow no-break space",
        _ => separator.ToString(),
    };
}
