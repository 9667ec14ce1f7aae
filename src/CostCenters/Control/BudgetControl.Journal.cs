using System.Text.Json;
using CostCenters.Budgets;
using CostCenters.Budgets.Changes;
using CostCenters.Calendars;
using CostCenters.Control.Checks;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Journals;
using CostCenters.Ledgers;

namespace CostCenters.Control;

public sealed partial class BudgetControl
{
    bool IJournalProjection.Owns(JsonProperty kind) =>
        kind.NameEquals("request"u8)
        || kind.NameEquals("order"u8)
        || kind.NameEquals("invoice"u8)
        || kind.NameEquals("release"u8)
        || kind.NameEquals("expire"u8)
        || kind.NameEquals("fundsThrough"u8)
        || kind.NameEquals("rules"u8);

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

        if (reader.OptionalText(entry, "fundsThrough") is string through)
        {
            reader.ReadEnd();
            return OpenFunds(FiscalPeriod.Parse(through), stamp);
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
                JudgeBy(set.Rules);
                break;
            case StructureEntry or FundsEntry when sums is not null:
                JudgeBy(sums.Rules);
                break;
            case BudgetEntry budget when sums is not null
                && ReferenceEquals(budgets.Register.LatestOf(budget.Version.Name), budget.Version):
                sums.ForgetBudget(budget.Version.Name);
                sums.AddBudget(budget.Version.Name, budget.Version.Cube.Counts());
                break;
            case BudgetDecisionEntry decision when sums is not null
                && budgets.Register.Find(decision.Change) is { State: BudgetChangeState.Approved } approved:
                sums.AddBudget(approved.Change.Budget, ChangeRegister.CellsOf(approved.Change, journal.Space));
                break;
        }
    }

    private void JudgeBy(AvailabilityRules rules)
    {
        sums = SumsOf(rules, journal.State, budgets.Register, register);
        judge = new AvailabilityJudge(sums, register);
    }

    /// <summary>Adds everything up that is recorded.</summary>
    internal static RuleSums SumsOf(
        AvailabilityRules rules,
        JournalState state,
        ChangeRegister budgets,
        CommitmentRegister register)
    {
        int openThrough = state.LatestOf<FundsEntry>() is FundsEntry opened
            ? state.Space.Calendar.OrdinalOf(opened.Through)
            : -1;
        var sums = new RuleSums(rules, state.Space, openThrough);
        foreach (string name in rules.Rules.Select(rule => rule.Budget).Distinct())
        {
            if (budgets.LatestOf(name) is BudgetVersion latest)
            {
                sums.AddBudget(name, latest.Cube.Counts());
            }

            foreach (BudgetChangeStatus status in budgets.EffectiveOf(name))
            {
                sums.AddBudget(name, ChangeRegister.CellsOf(status.Change, state.Space));
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
