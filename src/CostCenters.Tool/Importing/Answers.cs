using System.Globalization;
using CostCenters.Csv.Detection;
using CostCenters.Csv.Proposals;
using CostCenters.Csv.Shapes;
using CostCenters.Cubes;
using CostCenters.Structure;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Importing;

/// <summary>Decides by the switches of a command line.</summary>
internal static class Answers
{
    /// <summary>The doubt that the year of columns of months decides.</summary>
    public const string YearDoubt = "year";

    private const int MostPlaces = 16_384;

    /// <summary>The proposal with everything that the command line tells.</summary>
    /// <exception cref="UsageException">There is no such doubt, choice or column.</exception>
    public static ProfileProposal Apply(ProfileProposal proposal, ImportOptions options)
    {
        try
        {
            foreach ((string column, string text) in options.Constants)
            {
                proposal = proposal.Map(column, ColumnSource.Constant(text));
            }

            foreach ((string column, string place) in options.Columns)
            {
                proposal = proposal.Map(column, SourceOf(place));
            }

            foreach ((string doubt, string choice) in options.Choices)
            {
                proposal = proposal.Choose(doubt, choice);
            }

            return options.Year is string year ? WithYear(proposal, year) : proposal;
        }
        catch (ArgumentException error)
        {
            throw UsageOf(error);
        }
    }

    /// <summary>Whether a doubt is about a column of postings or budgets, which a text for all rows decides.</summary>
    public static bool IsColumn(string doubt) =>
        CsvPreview.Columns.Contains(doubt) || CsvPreview.BudgetColumns.Contains(doubt);

    /// <summary>The proposal with the year of its columns of months.</summary>
    public static ProfileProposal WithYear(ProfileProposal proposal, string year) =>
        proposal.Decide(YearDoubt, profile => profile.WithPeriodColumns(
            profile.Periods!.WithYear(ColumnSource.Constant(year))));

    /// <summary>How the command line says that centers and elements are made.</summary>
    /// <param name="options">The command line.</param>
    /// <param name="existing">A book that is added to, which has a currency and a calendar; or null.</param>
    /// <exception cref="UsageException">Something of it does not go together.</exception>
    public static MasterDataRules Rules(ImportOptions options, CubeSpace? existing)
    {
        try
        {
            MasterDataRules rules = new MasterDataRules(
                options.Name ?? Path.GetFileNameWithoutExtension(options.File),
                existing?.Currency ?? options.Currency,
                existing?.Calendar ?? options.Calendar,
                options.Kind).WithValidity(options.Validity);
            rules = options.Costs.Count == 0 ? rules : rules.WithNature(ElementNature.Cost, options.Costs);
            rules = options.Revenues.Count == 0 ? rules : rules.WithNature(ElementNature.Revenue, options.Revenues);
            rules = options.CenterNames is string names ? rules.WithCenterNames(SourceOf(names)) : rules;
            rules = options.ElementNames is string texts ? rules.WithElementNames(SourceOf(texts)) : rules;
            rules = options.CenterParents is string above ? rules.WithCenterParents(SourceOf(above)) : rules;
            rules = options.CenterPrefixes.Count == 0 ? rules : rules.WithCenterPrefixes(options.CenterPrefixes);
            return options.ElementPrefixes.Count == 0 ? rules : rules.WithElementPrefixes(options.ElementPrefixes);
        }
        catch (ArgumentException error)
        {
            throw UsageOf(error);
        }
    }

    /// <summary>A column by its place, or else by its heading.</summary>
    public static ColumnSource SourceOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int place)
            && place is > 0 and <= MostPlaces
                ? ColumnSource.At(place)
                : ColumnSource.Named(text);

    private static UsageException UsageOf(ArgumentException error) => new(error.Message.Split(" (Parameter")[0]);
}
