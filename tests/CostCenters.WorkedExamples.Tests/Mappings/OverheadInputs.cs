using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.Overhead;
using static CostCenters.WorkedExamples.Tests.Mappings.StandardFigures;

namespace CostCenters.WorkedExamples.Tests.Mappings;

/// <summary>The inputs of overhead, of which a source gives some and leaves the others to be derived.</summary>
internal sealed class OverheadInputs
{
    public OverheadInputs(Given inputs)
    {
        decimal? perUnit = inputs.OptionalNumber("standard_hours_per_unit");
        decimal? output = inputs.OptionalNumber("output_units", "actual_units");
        decimal? worked = inputs.OptionalNumber("actual_hours");
        Hours = HoursOf(inputs.OptionalNumber("standard_hours"), output, perUnit, worked);
        decimal? denominator = Denominator(
            inputs.OptionalNumber("denominator_hours", "budget_hours"),
            inputs.OptionalNumber("denominator_units", "budget_units"),
            perUnit);
        BudgetAmount = inputs.OptionalNumber("budget_fixed");
        decimal? total = inputs.OptionalNumber("total_rate");
        decimal? variable = inputs.OptionalNumber("variable_rate");
        FixedRate = inputs.OptionalNumber("fixed_rate", "fixed_rate_per_unit") ?? total - variable;
        Fixed = FixedBudget(BudgetAmount, FixedRate, denominator);
        Standard = Fixed is null
            ? null
            : variable is decimal rate
                ? OverheadStandard.Of(rate, Fixed)
                : total is decimal both ? OverheadStandard.OfTotalRate(both, Fixed) : null;
        VariableRate = variable
            ?? (Standard is null ? total - FixedRate : NumberOf(Standard.VariableRate));
        ActualTotal = inputs.OptionalNumber("actual_total");
        ActualVariable = inputs.OptionalNumber("actual_variable");
        ActualFixed = inputs.OptionalNumber("actual_fixed");
        ActualVariable ??= ActualTotal - ActualFixed;
        ActualFixed ??= ActualTotal - ActualVariable;
    }

    /// <summary>Hours allowed, or, where overhead is absorbed by units, the units made.</summary>
    public OverheadHours? Hours { get; }

    public decimal? BudgetAmount { get; }

    public decimal? FixedRate { get; }

    public decimal? VariableRate { get; }

    /// <summary>Two of budget, rate and hours give the third.</summary>
    public FixedOverheadBudget? Fixed { get; }

    public OverheadStandard? Standard { get; }

    public decimal? ActualVariable { get; }

    public decimal? ActualFixed { get; }

    public decimal? ActualTotal { get; }

    public ActualOverhead? Actual => (ActualVariable, ActualFixed, ActualTotal) switch
    {
        (decimal variable, decimal fix, _) => ActualOverhead.Divided(variable, fix),
        (_, _, decimal total) => ActualOverhead.Undivided(total),
        _ => null,
    };

    private static OverheadHours? HoursOf(decimal? stated, decimal? output, decimal? perUnit, decimal? actual)
    {
        OverheadHours? derived = output is not decimal units
            ? null
            : perUnit is decimal hours
                ? OverheadHours.ForOutput(units, hours, actual)
                : OverheadHours.Of(units, actual);
        if (stated is not decimal standard)
        {
            return derived;
        }

        if (derived is not null && perUnit is not null)
        {
            Figures.RequireAgreement("The standard hours", standard, NumberOf(derived.Standard));
        }

        return OverheadHours.Of(standard, actual);
    }

    private static decimal? Denominator(decimal? hours, decimal? units, decimal? perUnit)
    {
        decimal? derived = units is decimal output && perUnit is decimal each
            ? NumberOf(OverheadHours.ForOutput(output, each, null).Standard)
            : null;
        if (hours is decimal stated && derived is decimal exact)
        {
            Figures.RequireAgreement("The hours of the budget", stated, exact);
        }

        return hours ?? derived ?? units;
    }

    private static FixedOverheadBudget? FixedBudget(decimal? budget, decimal? rate, decimal? hours)
    {
        if (budget is decimal planned && rate is decimal stated && hours is decimal over)
        {
            Figures.RequireAgreement(
                "The fixed rate", stated, NumberOf(FixedOverheadBudget.OverHours(planned, over).Rate));
        }

        return (budget, rate, hours) switch
        {
            (decimal amount, decimal each, _) => FixedOverheadBudget.AtRate(amount, each),
            (decimal amount, null, decimal denominator) => FixedOverheadBudget.OverHours(amount, denominator),
            (null, decimal each, decimal denominator) => FixedOverheadBudget.ForHours(each, denominator),
            _ => null,
        };
    }
}
