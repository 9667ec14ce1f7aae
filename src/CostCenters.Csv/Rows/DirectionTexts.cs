namespace CostCenters.Csv.Rows;

/// <summary>The texts by which files say whether an amount is a debit or a credit.</summary>
internal static class DirectionTexts
{
    /// <summary>The texts that mean debit, and behind the bar those that mean credit.</summary>
    public static IReadOnlyList<(string Debit, string Credit)> Pairs { get; } =
    [
        ("S", "H"), ("Soll", "Haben"), ("D", "C"), ("DR", "CR"), ("Debit", "Credit"), ("D", "K"), ("Debet", "Credit"),
        ("Debet", "Kredit"), ("Débit", "Crédit"), ("Debe", "Haber"), ("Dare", "Avere"), ("Af", "Bij"), ("Wn", "Ma"),
        ("DBIT", "CRDT"), ("Money out", "Money in"),
    ];

    /// <summary>Each text that stands for a direction, without regard to letter case.</summary>
    public static IReadOnlySet<string> All { get; } = Pairs
        .SelectMany(pair => new[] { pair.Debit, pair.Credit })
        .Concat(["deb", "cred", "out", "in"])
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
