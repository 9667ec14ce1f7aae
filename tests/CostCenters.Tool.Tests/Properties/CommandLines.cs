using CostCenters.Tool.Commands;
using FsCheck;
using FsCheck.Fluent;

namespace CostCenters.Tool.Tests.Properties;

/// <summary>The words of a command line.</summary>
public sealed record CommandLineCase(string[] Words)
{
    public override string ToString() => string.Join(' ', Words.Select(word => $"'{word}'"));
}

/// <summary>The words of a command line without a fault in any word.</summary>
public sealed record GoodLineCase(string[] Words)
{
    public override string ToString() => string.Join(' ', Words);
}

/// <summary>The words of an import without a fault in any word.</summary>
public sealed record GoodImportCase(string[] Words)
{
    public override string ToString() => string.Join(' ', Words);
}

/// <summary>Command lines of all kinds: every option with good, bad and missing values, twice, at any place.</summary>
public static class CommandLines
{
    private static readonly string[] Commands =
        ["report", "explain", "bridge", "top", "check", "convert", "new", "import", "schema", "help",
            "nothing"];

    private static readonly string[] Values =
    [
        "2026-P01", "2026-P02", "2026-P99", "2026", "9999", "0", "1", "3", "80", "200", "-1", "99999999999999999999",
        "center", "element", "period", "center,element", "center,center", "plan", "last-year", "last-year-weeks",
        "csv", "json", "table", "xml", "de-DE", "tr-TR", "xx-nowhere", "k", "M", "actual", "difference", "budget",
        "run-rate", "100", "100,5",
        "1,2", "2,1", "a=b", "center=Where;date=2", "first-through-last", "cost", "EUR",
        "1e3", "A", "ROOT", "X", "", " ", "\u202E", "\uD800", "a\0b", "=", "--", "-",
    ];

    private static readonly string[] GoodWords =
    [
        "--from 2026-P01", "--through 2026-P02", "--year 2026", "--ytd", "--full-year", "--outlook",
        "--forecast run-rate", "--against last-year", "--version plan", "--center A", "--center ROOT", "--depth 1",
        "--by element", "--by period", "--by center,element", "--pivot actual", "--pivot difference", "--material 1,1",
        "--format csv", "--format json", "--format table", "--culture de-DE", "--culture fr-FR", "--unit k",
        "--with-names", "--totals", "--width 80", "--width 40", "--count 2", "--html page.html", "--xlsx sheet.xlsx",
    ];

    private static readonly string[] ImportWords =
    [
        "--choose signs=debitPositive", "--choose signs=natural", "--choose dates=x", "--map center=Where",
        "--map text=5", "--constant document=D1", "--year 2026", "--bytes 1024", "--rows 0", "--rows 3",
        "--currency USD", "--currency JPY", "--name Acme", "--first-month 4", "--kind profit", "--cost 6",
        "--cost 4,6", "--revenue 4", "--center-names Name", "--element-names 3", "--center-parents Name",
        "--center-prefixes 1,2", "--element-prefixes 1", "--validity from-first", "--book book",
        "--table budget",
    ];

    private static readonly string[] Odd =
        ["--colour", "-x", "--", "-", "[suggest]", "@file", "--by=center", "--by:", "--help", "-h", "", "\u0000", "//"];

    private static readonly string[] Options =
    [
        .. ToolProgram.CostCenters.Commands
            .SelectMany(command => command.Options)
            .Select(option => option.Name)
            .Distinct(),
    ];

    public static Arbitrary<CommandLineCase> Cases() =>
        Arb.From(
            from command in Gen.Elements(Commands)
            from subjects in Gen.ArrayOf(Gen.Elements("book", "ROOT", "", "folder")).Where(each => each.Length <= 3)
            from parts in Gen.ArrayOf(Part()).Where(each => each.Length <= 6)
            from isLast in Gen.Elements(true, false)
            select new CommandLineCase(isLast
                ? [command, .. parts.SelectMany(part => part), .. subjects]
                : [command, .. subjects, .. parts.SelectMany(part => part)]),
            Shrink);

    /// <summary>Command lines of an import whose words are all good by themselves.</summary>
    public static Arbitrary<GoodImportCase> GoodImports() =>
        Arb.From(
            from parts in Gen.SubListOf(ImportWords).Where(each => each.Count <= 6)
            select new GoodImportCase(["import", "file", "--no-questions", .. parts.SelectMany(part =>
                part.Split(' '))]));

    /// <summary>Command lines whose words are all good by themselves, so that most of them run.</summary>
    public static Arbitrary<GoodLineCase> GoodLines() =>
        Arb.From(
            from command in Gen.Elements("report", "report", "explain", "bridge", "top")
            from parts in Gen.SubListOf(GoodWords).Where(each => each.Count <= 5)
            select new GoodLineCase([command, "book", .. command == "explain" ? ["ROOT"] : Array.Empty<string>(),
                .. parts.SelectMany(part => part.Split(' '))]));

    private static Gen<string[]> Part() =>
        Gen.Frequency(
            (6, from option in Gen.Elements(Options) from value in Gen.Elements(Values) select new[] { option, value }),
            (3, from option in Gen.Elements(Options) select new[] { option }),
            (1,
                from option in Gen.Elements(Options)
                from value in Gen.Elements(Values)
                select new[] { $"{option}={value}" }),
            (1, from odd in Gen.Elements(Odd) select new[] { odd }));

    private static IEnumerable<CommandLineCase> Shrink(CommandLineCase line) =>
        Enumerable.Range(1, Math.Max(0, line.Words.Length - 1))
            .Select(place => new CommandLineCase([.. line.Words.Where((_, each) => each != place)]));
}
