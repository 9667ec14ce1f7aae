using System.Globalization;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Profitability;

namespace CostCenters.Samples.StandardCosting;

/// <summary>Walks from budgeted to actual profit, under both costing methods, and reconciles the two.</summary>
internal static class Statement
{
    private const int NameWidth = 44;
    private const int AmountWidth = 14;

    public static void Print(ProductOperations month, TextWriter output)
    {
        foreach (CostingMethod method in Enum.GetValues<CostingMethod>())
        {
            OperatingStatement statement = OperatingStatement.Create(month, method);
            output.WriteLine($"{method} costing");
            Line(output, "budgeted profit", statement.BudgetedProfit, "");
            foreach (VarianceNode variance in statement.Variances.Children)
            {
                Print(variance, depth: 1, output);
            }

            Line(output, "actual profit", statement.ActualProfit, "");
            output.WriteLine();
        }

        var reconciliation = new ProfitReconciliation(month);
        output.WriteLine("Why the two methods differ");
        Print(reconciliation.Difference, depth: 0, output);
    }

    private static void Print(VarianceNode node, int depth, TextWriter output)
    {
        Line(output, new string(' ', 2 * depth) + node.Name, node.ProfitEffect, Flag(node.Outcome));
        foreach (VarianceNode child in node.Children)
        {
            Print(child, depth + 1, output);
        }
    }

    private static void Line(TextWriter output, string name, Fraction amount, string flag)
    {
        string text = amount.RoundTo(2, MidpointRounding.AwayFromZero).ToString("N2", CultureInfo.InvariantCulture);
        output.WriteLine($"{name.PadRight(NameWidth)}{text.PadLeft(AmountWidth)} {flag}".TrimEnd());
    }

    private static string Flag(Outcome outcome) =>
        outcome switch
        {
            Outcome.Favorable => "F",
            Outcome.Unfavorable => "U",
            _ => "-",
        };
}
