using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.CostCenterCategories;

/// <summary>Collects the parts of one side by category; what an unticked category would hold becomes remaining.
/// </summary>
internal sealed class CategoryParts(VarianceCategories ticked, string remainingKey, string remainingName)
{
    private const VarianceBasis Basis = VarianceBasis.Cost;

    private readonly List<Category> categories = [];
    private readonly List<VarianceNode> remaining = [];

    public void Open(VarianceCategories category, string key, string name, string formula) =>
        categories.Add(new Category(category, key, name, formula));

    /// <summary>Adds a leaf below an opened category; its key begins with that of the category, wherever it ends up.
    /// </summary>
    public void Add(VarianceCategories category, string name, Fraction amount, VarianceInput[] inputs)
    {
        Category opened = categories.Find(candidate => candidate.Flag == category)!;
        if (ticked.HasFlag(category))
        {
            opened.Parts.Add(VarianceNode.Leaf(
                VarianceKey.Of(opened.Key, name), name, Basis, amount, opened.Formula, inputs));
        }
        else
        {
            AddRemaining(opened.Key, name, opened.Formula, amount, inputs);
        }
    }

    /// <summary>Adds a part that no category explains, unless it is 0.</summary>
    public void AddRemaining(string kind, string name, string formula, Fraction amount, VarianceInput[] inputs)
    {
        if (!amount.IsZero)
        {
            remaining.Add(VarianceNode.Leaf(VarianceKey.Of(kind, name), name, Basis, amount, formula, inputs));
        }
    }

    /// <summary>The ticked categories in the order of their opening, then what remains.</summary>
    public IEnumerable<VarianceNode> Close() =>
    [
        .. categories.Where(category => ticked.HasFlag(category.Flag))
            .Select(category => Node(category.Key, category.Name, category.Formula, category.Parts)),
        Node(remainingKey, remainingName, "what no ticked category explains", remaining),
    ];

    private static VarianceNode Node(string key, string name, string formula, List<VarianceNode> parts) =>
        parts.Count > 0
            ? VarianceNode.Sum(key, name, formula, VarianceKey.Number(parts))
            : VarianceNode.Leaf(key, name, Basis, Fraction.Zero, formula, []);

    private sealed class Category(VarianceCategories flag, string key, string name, string formula)
    {
        public VarianceCategories Flag => flag;

        public string Key => key;

        public string Name => name;

        public string Formula => formula;

        public List<VarianceNode> Parts { get; } = [];
    }
}
