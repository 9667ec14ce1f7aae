using System.Collections.Immutable;
using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.CostCenterCategories;

/// <summary>The variances of a cost center by the categories of SAP.</summary>
/// <remarks>
/// <para>Trees are in the cost basis, actual - target, as SAP prints them: what costs more than its target is positive
/// and unfavorable, what is credited above its target makes a negative output variance.</para>
/// <para>Input side = actual cost - target cost. Output side = target cost - actual credit. Both together = actual
/// cost - actual credit, the balance of the center: its under-absorption.</para>
/// <para>No rounding.</para>
/// <para>Source: SAP Library 4.70, Controlling, variance categories; the output price variance is signed as its formula
/// is printed there, plan - actual.</para>
/// </remarks>
public static class CostCenterVariance
{
    private const string PriceFormula = "actual quantity x (actual price - plan price)";
    private const string QuantityFormula = "(actual quantity - target quantity) x plan price";
    private const string UsageFormula = "(actual quantity - target quantity) x plan price, or actual - target cost, of "
        + "an input on one side only";

    /// <summary>The input side: actual cost - target cost, by category.</summary>
    /// <param name="currency">The currency of every cost and price.</param>
    /// <param name="inputs">At least one input.</param>
    /// <param name="categories">The categories to tell apart; the rest is <c>remaining input</c>.</param>
    /// <remarks>The tree: <c>input side</c> with <c>input price</c>, <c>input quantity</c>, <c>resource usage</c> and
    /// <c>remaining input</c>, each with a leaf for every input that has a part in it. A ticked category without inputs
    /// is a leaf of 0, an unticked one is absent. Inputs without quantities, such as an overhead surcharge on a
    /// quantity variance, are remaining input.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no input, or one is null.</exception>
    public static VarianceNode OfInputs(
        Currency currency, IEnumerable<CenterInput> inputs, VarianceCategories categories)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(inputs);
        ImmutableArray<CenterInput> all = [.. inputs];
        if (all.IsEmpty || all.Contains(null!))
        {
            throw new ArgumentException("At least one input was expected, and none that is null.", nameof(inputs));
        }

        var parts = new CategoryParts(categories, "remaining input");
        parts.Open(VarianceCategories.InputPrice, "input price", PriceFormula);
        parts.Open(VarianceCategories.InputQuantity, "input quantity", QuantityFormula);
        parts.Open(VarianceCategories.ResourceUsage, "resource usage", UsageFormula);
        foreach (CenterInput input in all)
        {
            Add(parts, input, currency.Code);
        }

        return VarianceNode.Whole(
            "input side",
            ActualOf(all) - TargetOf(all),
            "actual cost - target cost",
            [
                new("target cost", TargetOf(all), currency.Code),
                new("actual cost", ActualOf(all), currency.Code),
            ],
            parts.Close());
    }

    /// <summary>The output side: target cost - actual credit, by category.</summary>
    /// <param name="currency">The currency of every cost and price.</param>
    /// <param name="output">What was performed and allocated.</param>
    /// <param name="categories">The categories to tell apart; the rest is <c>remaining output</c>.</param>
    /// <remarks>The tree: <c>output side</c> with <c>fixed cost</c>, <c>output quantity</c>, <c>scrap</c>,
    /// <c>mixed price</c>, <c>output price</c> and <c>remaining output</c>; an unticked category is absent. A plan
    /// price set by hand leaves performed activity x (calculated - manual price) in remaining output.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode OfOutput(Currency currency, ActivityOutput output, VarianceCategories categories)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(output);
        Fraction plan = output.PlanPrice;
        Fraction mixed = output.MixedPrice ?? plan;
        Fraction idle = output.PerformedQuantity - output.AllocatedQuantity - output.ScrapQuantity;
        (VarianceCategories Category, string Name, string Formula, Fraction Amount)[] computed =
        [
            (VarianceCategories.FixedCost, "fixed cost", "target cost - performed activity x calculated plan price",
                output.TargetCost - (output.PerformedQuantity * output.Plan.Price)),
            (VarianceCategories.OutputQuantity, "output quantity",
                "(performed - allocated - scrapped activity) x plan price", idle * plan),
            (VarianceCategories.Scrap, "scrap", "unplanned scrap x plan price", output.ScrapQuantity * plan),
            (VarianceCategories.MixedPrice, "mixed price", "allocated activity x (plan price - mixed price)",
                output.AllocatedQuantity * (plan - mixed)),
            (VarianceCategories.OutputPrice, "output price", "allocated activity x (mixed price, or plan price where "
                + "there is no mix, - allocation price)", output.AllocatedQuantity * (mixed - output.AllocationPrice)),
        ];
        VarianceInput[] inputs = InputsOf(output, currency.Code);
        var parts = new List<VarianceNode>();
        var remaining = new List<VarianceNode>();
        foreach (var part in computed)
        {
            List<VarianceNode> side = categories.HasFlag(part.Category) ? parts : remaining;
            side.Add(VarianceNode.Leaf(part.Name, VarianceBasis.Cost, part.Amount, part.Formula, inputs));
        }

        remaining.Add(VarianceNode.Leaf(
            "manual plan price",
            VarianceBasis.Cost,
            output.PerformedQuantity * (output.Plan.Price - plan),
            "performed activity x (calculated plan price - plan price)",
            inputs));
        return VarianceNode.Whole(
            "output side",
            output.TargetCost - output.ActualCredit,
            "target cost - actual credit",
            [
                new("target cost", output.TargetCost, currency.Code),
                new("actual credit", output.ActualCredit, currency.Code),
            ],
            [.. parts, VarianceNode.Sum("remaining output", "what no ticked category explains", remaining)]);
    }

    /// <summary>Both sides of a center: actual cost - actual credit.</summary>
    /// <param name="currency">The currency of every cost and price.</param>
    /// <param name="inputs">What was used, with its targets for the activity performed.</param>
    /// <param name="output">What was performed and allocated.</param>
    /// <param name="categories">The categories to tell apart.</param>
    /// <remarks>The tree: <c>under-absorption</c> with <c>input side</c> and <c>output side</c>; negative is
    /// over-absorption. Where the targets of the inputs do not add up to the target cost of the activity, the rest is
    /// the node <c>target cost without inputs</c>.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no input, or one is null.</exception>
    public static VarianceNode OfCenter(
        Currency currency, IEnumerable<CenterInput> inputs, ActivityOutput output, VarianceCategories categories)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(output);
        ImmutableArray<CenterInput> all = [.. inputs];
        VarianceNode inputSide = OfInputs(currency, all, categories);
        VarianceNode outputSide = OfOutput(currency, output, categories);
        Fraction rest = TargetOf(all) - output.TargetCost;
        IEnumerable<VarianceNode> restNode = rest.IsZero
            ? []
            : [VarianceNode.Leaf(
                "target cost without inputs",
                VarianceBasis.Cost,
                rest,
                "target cost of the inputs - target cost of the activity",
                [
                    new("target cost of the inputs", TargetOf(all), currency.Code),
                    new("target cost", output.TargetCost, currency.Code),
                ])];
        return VarianceNode.Whole(
            "under-absorption",
            ActualOf(all) - output.ActualCredit,
            "actual cost - actual credit",
            [
                new("actual cost", ActualOf(all), currency.Code),
                new("actual credit", output.ActualCredit, currency.Code),
            ],
            [inputSide, outputSide, .. restNode]);
    }

    private static Fraction TargetOf(ImmutableArray<CenterInput> inputs) =>
        Fraction.Sum(inputs.Select(input => input.TargetCost.GetValueOrDefault()));

    private static Fraction ActualOf(ImmutableArray<CenterInput> inputs) =>
        Fraction.Sum(inputs.Select(input => input.ActualCost.GetValueOrDefault()));

    private static void Add(CategoryParts parts, CenterInput input, string currency)
    {
        VarianceInput[] inputs = InputsOf(input, currency);
        Fraction target = input.TargetCost.GetValueOrDefault();
        Fraction actual = input.ActualCost.GetValueOrDefault();
        bool isOneSided = input.TargetCost is null || input.ActualCost is null;
        if (input.ActualQuantity is Fraction quantity)
        {
            Fraction atPlanPrice = quantity * input.PlanPrice;
            VarianceCategories usage =
                isOneSided ? VarianceCategories.ResourceUsage : VarianceCategories.InputQuantity;
            parts.Add(VarianceCategories.InputPrice, input.Name, actual - atPlanPrice, inputs);
            parts.Add(usage, input.Name, atPlanPrice - target, inputs);
        }
        else if (isOneSided)
        {
            parts.Add(VarianceCategories.ResourceUsage, input.Name, actual - target, inputs);
        }
        else
        {
            parts.AddRemaining(input.Name, "actual cost - target cost", actual - target, inputs);
        }
    }

    private static VarianceInput[] InputsOf(CenterInput input, string currency)
    {
        var inputs = new List<VarianceInput>();
        Add("target quantity", input.TargetQuantity, input.Unit);
        Add("actual quantity", input.ActualQuantity, input.Unit);
        Add("plan price", input.ActualQuantity is null ? null : input.PlanPrice, $"{currency} per {input.Unit}");
        Add("target cost", input.TargetCost, currency);
        Add("actual cost", input.ActualCost, currency);
        return [.. inputs];

        void Add(string name, Fraction? value, string? unit)
        {
            if (value is Fraction figure)
            {
                inputs.Add(new VarianceInput(name, figure, unit ?? ""));
            }
        }
    }

    private static VarianceInput[] InputsOf(ActivityOutput output, string currency) =>
    [
        new("performed activity", output.PerformedQuantity, output.Unit),
        new("allocated activity", output.AllocatedQuantity, output.Unit),
        new("unplanned scrap", output.ScrapQuantity, output.Unit),
        new("calculated plan price", output.Plan.Price, $"{currency} per {output.Unit}"),
        new("plan price", output.PlanPrice, $"{currency} per {output.Unit}"),
        new("mixed price", output.MixedPrice ?? output.PlanPrice, $"{currency} per {output.Unit}"),
        new("allocation price", output.AllocationPrice, $"{currency} per {output.Unit}"),
    ];
}
