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
public static partial class CostCenterVariances
{
    /// <summary>The key of the input side node.</summary>
    public const string InputSideKey = "input-side";

    /// <summary>The key of the manual plan price node.</summary>
    public const string ManualPlanPriceKey = "manual-plan-price";

    /// <summary>The key of the output side node.</summary>
    public const string OutputSideKey = "output-side";

    /// <summary>The key of the remaining output node.</summary>
    public const string RemainingOutputKey = "remaining-output";

    /// <summary>The key of the target cost without inputs node.</summary>
    public const string TargetCostWithoutInputsKey = "target-cost-without-inputs";

    /// <summary>The kind of the key of an input that has values alone and so no category.</summary>
    public const string InputKind = "input";

    /// <summary>The key of the under-absorption node.</summary>
    public const string UnderAbsorptionKey = "under-absorption";

    /// <summary>The key of the remaining input node.</summary>
    public const string RemainingInputKey = "remaining-input";

    /// <summary>The key of the input price node.</summary>
    public const string InputPriceKey = "input-price";

    /// <summary>The key of the input quantity node.</summary>
    public const string InputQuantityKey = "input-quantity";

    /// <summary>The key of the resource usage node.</summary>
    public const string ResourceUsageKey = "resource-usage";

    /// <summary>The key of the fixed cost node.</summary>
    public const string FixedCostKey = "fixed-cost";

    /// <summary>The key of the output quantity node.</summary>
    public const string OutputQuantityKey = "output-quantity";

    /// <summary>The key of the scrap node.</summary>
    public const string ScrapKey = "scrap";

    /// <summary>The key of the mixed price node.</summary>
    public const string MixedPriceKey = "mixed-price";

    /// <summary>The key of the output price node.</summary>
    public const string OutputPriceKey = "output-price";

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
    public static VarianceNode AnalyzeInputs(
        Currency currency, IEnumerable<CenterInput> inputs, VarianceCategories categories)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(inputs);
        ImmutableArray<CenterInput> all = [.. inputs];
        if (all.IsEmpty || all.Contains(null!))
        {
            throw new ArgumentException("At least one input was expected, and none that is null.", nameof(inputs));
        }

        var parts = new CategoryParts(categories, RemainingInputKey, "remaining input");
        parts.Open(VarianceCategories.InputPrice, InputPriceKey, "input price", PriceFormula);
        parts.Open(VarianceCategories.InputQuantity, InputQuantityKey, "input quantity", QuantityFormula);
        parts.Open(VarianceCategories.ResourceUsage, ResourceUsageKey, "resource usage", UsageFormula);
        foreach (CenterInput input in all)
        {
            Add(parts, input, currency);
        }

        return VarianceNode.Whole(
            InputSideKey,
            "input side",
            ActualOf(all) - TargetOf(all),
            "actual cost - target cost",
            [
                new("target cost", TargetOf(all), InputUnit.Of(currency)),
                new("actual cost", ActualOf(all), InputUnit.Of(currency)),
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
    public static VarianceNode AnalyzeOutput(Currency currency, ActivityOutput output, VarianceCategories categories)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(output);
        Fraction plan = output.PlanPrice;
        Fraction mixed = output.MixedPrice ?? plan;
        Fraction idle = output.PerformedQuantity - output.AllocatedQuantity - output.ScrapQuantity;
        VarianceInput[] inputs = InputsOf(output, currency);
        (VarianceCategories Category, VarianceNode Node)[] computed =
        [
            (VarianceCategories.FixedCost, Leaf(FixedCostKey, "fixed cost", output.TargetCost
                - (output.PerformedQuantity * output.Plan.Price),
                "target cost - performed activity x calculated plan price")),
            (VarianceCategories.OutputQuantity, Leaf(OutputQuantityKey, "output quantity", idle * plan,
                "(performed - allocated - scrapped activity) x plan price")),
            (VarianceCategories.Scrap, Leaf(ScrapKey, "scrap", output.ScrapQuantity * plan,
                "unplanned scrap x plan price")),
            (VarianceCategories.MixedPrice, Leaf(MixedPriceKey, "mixed price", output.AllocatedQuantity
                * (plan - mixed), "allocated activity x (plan price - mixed price)")),
            (VarianceCategories.OutputPrice, Leaf(OutputPriceKey, "output price", output.AllocatedQuantity
                * (mixed - output.AllocationPrice), "allocated activity x (mixed price, or plan price where there is "
                + "no mix, - allocation price)")),
        ];
        VarianceNode manual = Leaf(ManualPlanPriceKey, "manual plan price", output.PerformedQuantity
            * (output.Plan.Price - plan), "performed activity x (calculated plan price - plan price)");
        IEnumerable<VarianceNode> parts =
            computed.Where(part => categories.HasFlag(part.Category)).Select(part => part.Node);
        IEnumerable<VarianceNode> remaining =
            computed.Where(part => !categories.HasFlag(part.Category)).Select(part => part.Node).Append(manual);
        return VarianceNode.Whole(
            OutputSideKey,
            "output side",
            output.TargetCost - output.ActualCredit,
            "target cost - actual credit",
            [
                new("target cost", output.TargetCost, InputUnit.Of(currency)),
                new("actual credit", output.ActualCredit, InputUnit.Of(currency)),
            ],
            [
                .. parts,
                VarianceNode.Sum(
                    RemainingOutputKey, "remaining output", "what no ticked category explains", remaining),
            ]);

        VarianceNode Leaf(string key, string name, Fraction amount, string formula) =>
            VarianceNode.Leaf(key, name, VarianceBasis.Cost, amount, formula, inputs);
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
    public static VarianceNode AnalyzeCenter(
        Currency currency, IEnumerable<CenterInput> inputs, ActivityOutput output, VarianceCategories categories)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(output);
        ImmutableArray<CenterInput> all = [.. inputs];
        VarianceNode inputSide = AnalyzeInputs(currency, all, categories);
        VarianceNode outputSide = AnalyzeOutput(currency, output, categories);
        Fraction rest = TargetOf(all) - output.TargetCost;
        IEnumerable<VarianceNode> restNode = rest.IsZero
            ? []
            : [VarianceNode.Leaf(
                TargetCostWithoutInputsKey,
                "target cost without inputs",
                VarianceBasis.Cost,
                rest,
                "target cost of the inputs - target cost of the activity",
                [
                    new("target cost of the inputs", TargetOf(all), InputUnit.Of(currency)),
                    new("target cost", output.TargetCost, InputUnit.Of(currency)),
                ])];
        return VarianceNode.Whole(
            UnderAbsorptionKey,
            "under-absorption",
            ActualOf(all) - output.ActualCredit,
            "actual cost - actual credit",
            [
                new("actual cost", ActualOf(all), InputUnit.Of(currency)),
                new("actual credit", output.ActualCredit, InputUnit.Of(currency)),
            ],
            [inputSide, outputSide, .. restNode]);
    }

    private static Fraction TargetOf(ImmutableArray<CenterInput> inputs) =>
        Fraction.Sum(inputs.Select(input => input.TargetCost.GetValueOrDefault()));

    private static Fraction ActualOf(ImmutableArray<CenterInput> inputs) =>
        Fraction.Sum(inputs.Select(input => input.ActualCost.GetValueOrDefault()));

    private static void Add(CategoryParts parts, CenterInput input, Currency currency)
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
            parts.AddRemaining(InputKind, input.Name, "actual cost - target cost", actual - target, inputs);
        }
    }

    private static VarianceInput[] InputsOf(CenterInput input, Currency currency)
    {
        var inputs = new List<VarianceInput>();
        InputUnit money = InputUnit.Of(currency);
        InputUnit unit = InputUnit.Of(input.Unit ?? "");
        Add("target quantity", input.TargetQuantity, unit);
        Add("actual quantity", input.ActualQuantity, unit);
        Add("plan price", input.ActualQuantity is null ? null : input.PlanPrice, money.Per(unit));
        Add("target cost", input.TargetCost, money);
        Add("actual cost", input.ActualCost, money);
        return [.. inputs];

        void Add(string name, Fraction? value, InputUnit counted)
        {
            if (value is Fraction figure)
            {
                inputs.Add(new VarianceInput(name, figure, counted));
            }
        }
    }

    private static VarianceInput[] InputsOf(ActivityOutput output, Currency currency)
    {
        InputUnit unit = InputUnit.Of(output.Unit);
        InputUnit price = InputUnit.Of(currency).Per(unit);
        return
        [
            new("performed activity", output.PerformedQuantity, unit),
            new("allocated activity", output.AllocatedQuantity, unit),
            new("unplanned scrap", output.ScrapQuantity, unit),
            new("calculated plan price", output.Plan.Price, price),
            new("plan price", output.PlanPrice, price),
            new("mixed price", output.MixedPrice ?? output.PlanPrice, price),
            new("allocation price", output.AllocationPrice, price),
        ];
    }
}
