using NodaTime;

namespace CostCenters.Csv.Proposals;

/// <summary>What postings say about one code: when it is used, how it is called, where it lies.</summary>
internal sealed class UsedCode
{
    private LocalDate nameDate;
    private LocalDate parentDate;

    public LocalDate First { get; private set; } = LocalDate.MaxIsoValue;

    public LocalDate Last { get; private set; } = LocalDate.MinIsoValue;

    /// <summary>The name of the last day that has one; null without any.</summary>
    public string? Name { get; private set; }

    /// <summary>The parents that the postings name.</summary>
    public SortedSet<string> Parents { get; } = new(StringComparer.Ordinal);

    /// <summary>The names that the postings have for it.</summary>
    public SortedSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The parent of the last day.</summary>
    public string? Parent { get; private set; }

    public void Use(LocalDate date, string? name, string? parent)
    {
        First = LocalDate.Min(First, date);
        Last = LocalDate.Max(Last, date);
        if (name is not null)
        {
            Names.Add(name);
            (Name, nameDate) = Name is null || date >= nameDate ? (name, date) : (Name, nameDate);
        }

        if (parent is not null)
        {
            Parents.Add(parent);
            (Parent, parentDate) = Parent is null || date >= parentDate ? (parent, date) : (Parent, parentDate);
        }
    }
}
