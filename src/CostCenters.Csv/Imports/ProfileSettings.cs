using System.Collections.Immutable;
using System.Text;
using CostCenters.Csv.Cells;

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

    public ImmutableDictionary<string, string> Headers { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, string> Constants { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    public ImmutableArray<string> AbsentTokens { get; init; } = [];

    public MidpointRounding? Rounding { get; init; }

    public int MaximumRowLength { get; init; } = 64 * 1024 * 1024;

    public bool TellsValues { get; init; } = true;
}
