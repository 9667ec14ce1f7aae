using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.CostCenterCategories;

/// <summary>Collects the parts of one side by category; what an unticked category would hold becomes remaining.
/// </summary>
internal sealed class CategoryParts(VarianceCategories ticked, string remainingName)
{
    private const VarianceBasis Basis = VarianceBasis.Cost;

    private readonly List<Category> categories = [];
    private readonly List<VarianceNode> remaining = [];

    public void Open(VarianceCategories category, string name, string formula) =>
        categories.Add(new Category(category, name, formula));

    /// <summary>Adds a leaf below an opened category.</summary>
    public void Add(VarianceCategories category, string name, Fraction amount, VarianceInput[] inputs)
    {
        Category opened = categories.Find(candidate => candidate.Flag == category)!;
        if (ticked.HasFlag(category))
        {
            opened.Parts.Add(VarianceNode.Leaf(name, Basis, amount, opened.Formula, inputs));
        }
        else
        {
            AddRemaining(name, opened.Formula, amount, inputs);
        }
    }

    /// <summary>Adds a part that no category explains, unless it is 0.</summary>
    public void AddRemaining(string name, string formula, Fraction amount, VarianceInput[] inputs)
    {
        if (!amount.IsZero)
        {
            remaining.Add(VarianceNode.Leaf(name, Basis, amount, formula, inputs));
        }
    }

    /// <summary>The ticked categories in the order of their opening, then what remains.</summary>
    public IEnumerable<VarianceNode> Close() =>
    [
        .. categories.Where(category => ticked.HasFlag(category.Flag))
            .Select(category => Node(category.Name, category.Formula, category.Parts)),
        Node(remainingName, "what no ticked category explains", remaining),
    ];

    private static VarianceNode Node(string name, string formula, List<VarianceNode> parts) =>
        parts.Count > 0
            ? VarianceNode.Sum(name, formula, parts)
            : VarianceNode.Leaf(name, Basis, Fraction.Zero, formula, []);

    private sealed class Category(VarianceCategories flag, string name, string formula)
    {
        public VarianceCategories Flag => flag;

        public string Name => name;

        public string Formula => formula;

        public List<VarianceNode> Parts { get; } = [];
    }
}
