using System.Collections.Immutable;
using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.MixAndYield;

/// <summary>Splits a change of quantities into a change of the mix and a change of the total.</summary>
internal sealed class MixSplit
{
    private readonly MixTerms terms;
    private readonly MixLine[] lines;
    private readonly Fraction weights;
    private readonly MixMethod method;
    private readonly VarianceUnits units;

    public MixSplit(
        MixTerms terms, MixLine[] lines, Fraction? standardTotal, MixMethod method, VarianceUnits units, string name)
    {
        ArgumentNullException.ThrowIfNull(units);
        Domain.RequireDefined(method, nameof(method));
        weights = Fraction.Sum(lines.Select(line => line.Weight));
        if (weights.IsZero)
        {
            throw new ArgumentException($"At least one {terms.Standard} {terms.Quantity} above 0 was expected.", name);
        }

        this.terms = terms;
        this.lines = lines;
        this.method = method;
        this.units = units;
        ActualTotal = Fraction.Sum(lines.Select(line => line.Actual));
        StandardTotal = standardTotal ?? ActualTotal;
        AverageValue = Fraction.Sum(lines.Select(line => line.Weight * line.Value)) / weights;
    }

    public Fraction ActualTotal { get; }

    /// <summary>Value of one unit in the standard mix.</summary>
    public Fraction AverageValue { get; }

    /// <summary>The total of the standard quantities.</summary>
    public Fraction StandardTotal { get; }

    /// <summary>The change of the mix at the actual total.</summary>
    public VarianceNode Mix() => Node(
        terms.MixKey,
        terms.Mix,
        Fraction.Sum(lines.Select(line => line.Actual * line.Value)) - (ActualTotal * AverageValue),
        $"{ActualWords} at each {terms.Value} - actual total {terms.Quantity} × average {terms.Value}",
        line => method == MixMethod.IndividualPrice
            ? Leaf(line, Actual(line), InMix(line), line.Value, terms.Value)
            : Leaf(line, Actual(line), Standard(line), line.Value - AverageValue, $"{terms.Value} less average"));

    /// <summary>The change of the total in the standard mix: yield of inputs, quantity of sales.</summary>
    public VarianceNode Rest() => Node(
        terms.RestKey,
        terms.Rest,
        (ActualTotal - StandardTotal) * AverageValue,
        $"(actual total {terms.Quantity} - {terms.Standard} total {terms.Quantity}) × average {terms.Value}",
        line => method == MixMethod.IndividualPrice
            ? Leaf(line, InMix(line), Standard(line), line.Value, terms.Value)
            : Leaf(line, Actual(line), Standard(line), AverageValue, $"average {terms.Value}"));

    /// <summary>The change of each share, weighed with the line's own actual quantity: these do not add up.</summary>
    public ImmutableArray<VarianceNode> MixAtOwnQuantity() => [.. lines.Select(line =>
    {
        Fraction share = ActualTotal.IsZero ? Fraction.Zero : line.Actual / ActualTotal;
        VarianceInput actual = new("actual share", share, InputUnit.Number);
        VarianceInput standard = new($"{terms.Standard} share", line.Weight / weights, InputUnit.Number);
        return VarianceNode.Leaf(
            VarianceKey.Of(terms.Kind, line.Name),
            line.Name,
            terms.Basis,
            (actual.Value - standard.Value) * line.Actual * line.Value,
            $"({actual.Name} - {standard.Name}) × own {ActualWords} × {terms.Value}",
            [actual, standard, Actual(line), units.Price(terms.Value, line.Value)]);
    })];

    private string ActualWords => $"actual {terms.Quantity}";

    private VarianceInput Actual(MixLine line) => units.Count(ActualWords, line.Actual);

    private VarianceInput InMix(MixLine line) => units.Count(
        $"actual total {terms.Quantity} in {terms.Standard} mix", ActualTotal * line.Weight / weights);

    private VarianceInput Standard(MixLine line) => units.Count(
        $"{terms.Standard} {terms.Quantity}", StandardTotal * line.Weight / weights);

    private VarianceNode Node(
        string key, string name, Fraction amount, string formula, Func<MixLine, VarianceNode> leaf) =>
        VarianceNode.Whole(
            key,
            name,
            amount,
            formula,
            [
                units.Count($"actual total {terms.Quantity}", ActualTotal),
                units.Count($"{terms.Standard} total {terms.Quantity}", StandardTotal),
                units.Price($"average {terms.Value}", AverageValue),
            ],
            lines.Select(leaf));

    private VarianceNode Leaf(
        MixLine line, VarianceInput to, VarianceInput from, Fraction value, string valueWords) =>
        VarianceNode.Leaf(
            VarianceKey.Of(terms.Kind, line.Name),
            line.Name,
            terms.Basis,
            (to.Value - from.Value) * value,
            $"({to.Name} - {from.Name}) × ({valueWords})",
            [to, from, units.Price(valueWords, value)]);
}
