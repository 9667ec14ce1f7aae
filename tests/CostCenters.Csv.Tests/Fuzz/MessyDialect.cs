using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using NodaTime.Text;

namespace CostCenters.Csv.Tests.Fuzz;

/// <summary>A random profile, and how the cells of a messy book are written by it.</summary>
internal sealed class MessyDialect
{
    private readonly string datePattern;

    private MessyDialect(ImportProfile profile, string datePattern = "uuuu-MM-dd", string front = "")
    {
        Profile = profile;
        this.datePattern = datePattern;
        Front = front;
        Encoding = profile.EncodingName == "utf-8"
            ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            : CodePagesEncodingProvider.Instance.GetEncoding(profile.EncodingName)
                ?? Encoding.GetEncoding(profile.EncodingName);
        Delimiter = front.StartsWith("sep=", StringComparison.Ordinal) ? front[4] : profile.Delimiter;
    }

    public static MessyDialect Contract { get; } = new(ImportProfile.Contract);

    public ImportProfile Profile { get; }

    public char Delimiter { get; }

    public Encoding Encoding { get; }

    /// <summary>What stands in front of the header.</summary>
    public string Front { get; }

    public static MessyDialect Create(Random random)
    {
        string numbers = Pick(random, ".", ".", ",", ",.", ".,", ",\u00A0\u202F", "\u066B.", ",.'");
        ImportProfile profile = ImportProfile.Contract
            .WithDelimiter(Pick(random, ";", "\t", "|", ",", " ", "-", ".")[0])
            .WithNumbers(numbers[0], numbers[1..])
            .WithNegativeStyles((NegativeStyles)random.Next(1, 8))
            .WithAmountSigns((AmountSigns)random.Next(3));
        string dates = Pick(random, "uuuu-MM-dd", "dd.MM.uuuu", "dd/MM/uuuu");
        profile = dates == "dd/MM/uuuu" && random.Next(2) == 0
            ? profile.WithDatePatterns(dates, "MM/dd/uuuu")
            : profile.WithDatePatterns(dates);
        profile = random.Next(5) == 0 ? profile.WithSignSuffixes("D", "C") : profile;
        profile = random.Next(3) == 0 ? profile.WithRounding((MidpointRounding)random.Next(5)) : profile;
        profile = random.Next(4) == 0
            ? profile.WithColumn("amount", "Betrag").WithColumn("center", "cost unit")
            : profile;
        profile = random.Next(5) == 0
            ? profile.WithConstant(
                Pick(random, "version", "quantity", "document", "element"), Pick(random, "4000", "2"))
            : profile;
        profile = random.Next(4) == 0 ? profile.WithAbsentTokens("0", "A1", "NULL", "4000") : profile;
        profile = random.Next(6) == 0 ? profile.WithMaximumRowLength(random.Next(30, 200)) : profile;
        profile = random.Next(6) == 0 ? profile.WithoutOffendingValues() : profile;
        profile = random.Next(5) == 0
            ? profile.WithEncoding(Pick(random, "windows-1252", "iso-8859-1", "utf-16BE"))
            : profile;
        string front = "";
        if (random.Next(5) == 0 && profile.EncodingName == "utf-8")
        {
            profile = profile.WithSeparatorLine();
            front = Pick(random, "sep=;\n", "sep=|\r\n", "sep=,\n");
        }

        if (random.Next(5) == 0)
        {
            profile = profile.WithPreamble(2);
            front += "Report \"of\n\"all\" postings\r\n";
        }

        profile = random.Next(12) switch
        {
            0 => profile.WithMaximumFieldLength(random.Next(5, 20)),
            1 => profile.WithMaximumRows(random.Next(1, 60)),
            2 => profile.WithMaximumFileSize(random.Next(100, 4_000)),
            _ => profile,
        };
        return new MessyDialect(profile, dates, front);
    }

    /// <summary>The name of a column in the file.</summary>
    public string Header(string column) =>
        (Profile.Columns.GetValueOrDefault(column) as NamedSource)?.FirstHeading ?? column;

    /// <summary>A good cell as the dialect writes it, mostly.</summary>
    public string Cell(Random random, string column, string text)
    {
        if (this == Contract || text.Length == 0 || text[0] == '"')
        {
            return text;
        }

        string written = column switch
        {
            "date" => LocalDatePattern.CreateWithInvariantCulture(datePattern)
                .Format(LocalDatePattern.Iso.Parse(text).Value),
            "amount" => Number(random, text, Profile.NegativeSuffix, Profile.PositiveSuffix),
            "quantity" => Number(random, text, null, null),
            _ => text,
        };
        written = random.Next(40) == 0 ? "NULL" : written;
        bool isQuoted = written.Contains(Delimiter, StringComparison.Ordinal) && random.Next(30) > 0;
        return isQuoted ? $"\"{written}\"" : written;
    }

    private static string Pick(Random random, params string[] from) => from[random.Next(from.Length)];

    private string Number(Random random, string text, string? negativeSuffix, string? positiveSuffix)
    {
        bool isNegative = text[0] == '-';
        string[] parts = text.TrimStart('-').Split('.');
        string groups = Profile.GroupSeparators;
        string whole = groups.Length == 0 || random.Next(2) == 0
            ? parts[0]
            : Grouped(parts[0], groups[random.Next(groups.Length)]);
        string number = parts.Length == 1 ? whole : whole + Profile.DecimalSeparator + parts[1];
        number = random.Next(12) == 0 && parts.Length == 2 ? number + "5005" : number;
        if (negativeSuffix is not null)
        {
            return number + Pick(random, "", " ") + (isNegative ? negativeSuffix : positiveSuffix);
        }

        return isNegative ? Pick(random, $"-{number}", $"{number}-", $"({number})") : number;
    }

    private static string Grouped(string digits, char separator)
    {
        var text = new StringBuilder(digits);
        for (int place = digits.Length - 3; place > 0; place -= 3)
        {
            text.Insert(place, separator);
        }

        return text.ToString();
    }
}
