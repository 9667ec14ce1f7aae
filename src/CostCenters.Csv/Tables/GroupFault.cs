using CostCenters.Csv.Imports;
using CostCenters.Journals;

namespace CostCenters.Csv.Tables;

/// <summary>What is wrong with one of the rows that make a document together, or with all of them.</summary>
/// <param name="Row">Which row, 0 for the first, or null for all.</param>
/// <param name="Code">The code of the issue.</param>
/// <param name="Column">The column.</param>
/// <param name="Message">What was expected and what to do.</param>
internal sealed record GroupFault(int? Row, string Code, string Column, string Message)
{
    /// <summary>The reasons for which a book refuses what the rows say.</summary>
    /// <param name="faults">The answer of the book.</param>
    /// <param name="columnOf">The column that a fault is about.</param>
    public static IReadOnlyList<GroupFault> Of(
        IEnumerable<CommandFault> faults, Func<CommandFaultKind, string> columnOf) =>
    [
        .. faults.Select(fault =>
            new GroupFault(fault.Line, CodeOf(fault.Kind), columnOf(fault.Kind), fault.Message)),
    ];

    private static string CodeOf(CommandFaultKind kind) => kind switch
    {
        CommandFaultKind.UnknownDocument => ImportIssueCode.UnknownDocument,
        CommandFaultKind.WrongStage => ImportIssueCode.WrongStage,
        CommandFaultKind.MoreThanOpen => ImportIssueCode.MoreThanOpen,
        CommandFaultKind.OverDelivery => ImportIssueCode.OverDelivery,
        CommandFaultKind.AlreadyLiquidated => ImportIssueCode.AlreadyLiquidated,
        CommandFaultKind.MoreThanBudgeted => ImportIssueCode.MoreThanBudgeted,
        _ => ImportIssueCode.OutOfRange,
    };
}
