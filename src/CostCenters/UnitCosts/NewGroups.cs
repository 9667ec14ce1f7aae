namespace CostCenters.UnitCosts;

/// <summary>How a change of unit cost counts a group that the base does not know.</summary>
/// <remarks>
/// <para>An example. Base: 100 calls of 10 minutes and 100 mails of 6, the minute at 0.80: 6.40 a contact. Actual: 100
/// calls and 60 mails at the same rates, and 40 chats, which are new, of 4 minutes at 0.50: 5.84. The rules divide the
/// change of -0.56 differently:</para>
/// <list type="table">
/// <listheader><term>rule</term><description>mix, efficiency, price</description></listheader>
/// <item><term><see cref="AtBaseAverage"/></term><description>+0.32, -0.64, -0.24, although no rate has
/// changed</description></item>
/// <item><term><see cref="PartsOfMix"/></term><description>-0.56 (calls 0, mails +0.32, chats -0.88), 0,
/// 0</description></item>
/// </list>
/// </remarks>
public enum NewGroups
{
    /// <summary>The average of the base stands in for the figures that a new group had before: what differs from it is
    /// efficiency and price of that group. It compares the new group with what its units would have cost.</summary>
    AtBaseAverage,

    /// <summary>A new group, like one that has vanished, is a part of the mix alone, a node of its own: its whole
    /// variable cost a unit against the average of the base. Efficiency and price tell of groups that both sides
    /// have.</summary>
    PartsOfMix,
}
