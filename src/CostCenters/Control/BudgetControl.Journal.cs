using System.Text.Json;
using CostCenters.Budgets;
using CostCenters.Journals;
using CostCenters.Ledgers;

namespace CostCenters.Control;

public sealed partial class BudgetControl
{
    bool IJournalProjection.Owns(JsonElement entry) =>
        entry.TryGetProperty("request"u8, out _)
        || entry.TryGetProperty("order"u8, out _)
        || entry.TryGetProperty("invoice"u8, out _)
        || entry.TryGetProperty("release"u8, out _)
        || entry.TryGetProperty("expire"u8, out _)
        || entry.TryGetProperty("rules"u8, out _);

    CommandResult IJournalProjection.Restore(JsonElement entry, JournalReader reader, CommandStamp stamp)
    {
        if (entry.TryGetProperty("rules"u8, out _))
        {
            return SetRules(RuleLines.Read(entry, reader, journal.Space.Scale), stamp);
        }

        if (reader.OptionalText(entry, "release") is string released)
        {
            reader.ReadEnd();
            return Release(new DocumentId(released), stamp);
        }

        if (entry.TryGetProperty("expire"u8, out _))
        {
            reader.ReadEnd();
            return Expire(reader.Instant(entry, "expire"), stamp);
        }

        SpendingDocument document = SpendingLines.Read(entry, reader, journal.Space.Currency, journal.Space.Scale);
        return Reserve(document, stamp, SpendingLines.ReadExemption(entry, reader)).Command;
    }

    void IJournalProjection.Follow(JournalEntry entry)
    {
        register.Apply(entry, sums);
        switch (entry)
        {
            case RulesEntry set:
                sums = SumsOf(set.Rules, journal.State, budgets.In(journal.State), register);
                break;
            case StructureEntry when sums is not null:
                sums = SumsOf(sums.Rules, journal.State, budgets.In(journal.State), register);
                break;
            case BudgetEntry budget when sums is not null && IsLatest(budget.Version):
                sums.ForgetBudget(budget.Version.Name);
                sums.AddBudget(budget.Version.Name, budget.Version.Cube.Counts());
                break;
        }
    }

    private bool IsLatest(BudgetVersion version) =>
        sums!.Rules.Rules.Any(rule => rule.Budget == version.Name)
        && !budgets.In(journal.State).Any(other => other.Name == version.Name && other.Revision > version.Revision);

    /// <summary>Adds everything up that is recorded.</summary>
    internal static RuleSums SumsOf(
        AvailabilityRules rules,
        JournalState state,
        IReadOnlyList<BudgetVersion> versions,
        CommitmentRegister register)
    {
        var sums = new RuleSums(rules, state.Space);
        foreach (string name in rules.Rules.Select(rule => rule.Budget).Distinct())
        {
            if (versions.Where(version => version.Name == name).MaxBy(version => version.Revision)
                is BudgetVersion latest)
            {
                sums.AddBudget(name, latest.Cube.Counts());
            }
        }

        foreach (JournalEntry entry in state.Recorded)
        {
            if (entry is DocumentEntry document)
            {
                foreach (Cubes.CellChange cell in document.Changes())
                {
                    sums.Add(SpendingStage.Actual, cell.Center, cell.Element, cell.Period, cell.Amount);
                }
            }
        }

        foreach (Commitment commitment in register.All)
        {
            CommitmentRegister.AddOpen(commitment, sums);
        }

        return sums;
    }
}
