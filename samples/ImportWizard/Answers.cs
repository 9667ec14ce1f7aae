using System.Globalization;
using CostCenters.Csv.Detection;
using CostCenters.Csv.Shapes;

namespace CostCenters.Samples.ImportWizard;

/// <summary>Decides the doubts of a proposal by the switches of the command line.</summary>
internal static class Answers
{
    /// <summary>The proposal with everything that the command line tells.</summary>
    /// <exception cref="UsageException">There is no such doubt, choice or column.</exception>
    public static ProfileProposal Apply(ProfileProposal proposal, Options options)
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

            return options.Year is string year
                ? proposal.Decide("year", profile => profile.WithPeriodColumns(
                    profile.Periods!.WithYear(ColumnSource.Constant(year))))
                : proposal;
        }
        catch (ArgumentException error)
        {
            throw new UsageException(error.Message.Split(" (Parameter")[0]);
        }
    }

    /// <summary>A column by its place, or else by its heading.</summary>
    public static ColumnSource SourceOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int place) && place is > 0 and <= 16_384
            ? ColumnSource.At(place)
            : ColumnSource.Named(text);
}
