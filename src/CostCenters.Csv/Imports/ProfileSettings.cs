using System.Collections.Immutable;
using System.Text;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Imports;

/// <summary>The settings behind an <see cref="ImportProfile"/>, which alone makes and checks them.</summary>
internal sealed record ProfileSettings
{
    public char Delimiter { get; init; } = ',';

    public required Encoding Encoding { get; init; }

    public string EncodingName { get; init; } = "utf-8";

    public bool AcceptsSeparatorLine { get; init; }

    public int PreambleLines { get; init; }

    public NumberDialect Numbers { get; init; } = NumberDialect.Contract;

    public AmountSigns AmountSigns { get; init; }

    public ImmutableArray<DatePattern> DatePatterns { get; init; } = [DatePattern.Iso];

    public ImmutableDictionary<string, ColumnSource> Columns { get; init; } =
        ImmutableDictionary<string, ColumnSource>.Empty;

    public ImmutableArray<string> AbsentTokens { get; init; } = [];

    public MidpointRounding? Rounding { get; init; }

    public ImmutableDictionary<string, MidpointRounding> Roundings { get; init; } =
        ImmutableDictionary<string, MidpointRounding>.Empty;

    public bool FollowsByteOrderMark { get; init; }

    public bool ReturnsEndLines { get; init; }

    public bool HasLiteralQuotes { get; init; }

    public FileShape Shape { get; init; } = new();

    public int MaximumRowLength { get; init; } = 64 * 1024 * 1024;

    public bool TellsValues { get; init; } = true;
}
