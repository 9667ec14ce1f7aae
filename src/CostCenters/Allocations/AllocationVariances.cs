using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>Why a center is charged another amount than in another run: pools, drivers, both, and rounding.</summary>
/// <remarks>
/// <para>Sender by sender, <c>pool</c> = change of the sender's gross cost × share before; <c>driver</c> = gross cost
/// before × change of the share; <c>joint</c> = both changes; <c>rounding</c> = what rounding did. Where a run charges
/// a fixed amount, its change is <c>fixed amount</c>.</para>
/// <para>Law: every node is the sum of its parts, and the root is what the center received in the later run less what
/// it received in the earlier one. Nothing is rounded.</para>
/// </remarks>
public static class AllocationVariances
{
    /// <summary>The key of the root: all charges to the center.</summary>
    public const string ReceivedKey = "received";

    /// <summary>The kind of the keys of senders, see <see cref="VarianceKey.Of"/>.</summary>
    public const string SenderKind = "sender";

    /// <summary>The key of what the sender's gross cost did.</summary>
    public const string PoolKey = "pool";

    /// <summary>The key of what the receiver's share did.</summary>
    public const string DriverKey = "driver";

    /// <summary>The key of the product of both changes.</summary>
    public const string JointKey = "joint";

    /// <summary>The key of the change of a fixed amount.</summary>
    public const string FixedAmountKey = "fixed-amount";

    /// <summary>The key of what rounding did.</summary>
    public const string RoundingKey = "rounding";

    /// <summary>Explains the change of what a center is charged.</summary>
    /// <param name="before">The run that is compared with, such as that of the plan.</param>
    /// <param name="after">The run that is explained.</param>
    /// <param name="receiver">The center that is charged; in both networks.</param>
    /// <exception cref="ArgumentNullException">A run is null.</exception>
    /// <exception cref="ArgumentException">The runs have different currencies.</exception>
    /// <exception cref="KeyNotFoundException">A network has no such center.</exception>
    public static VarianceNode Analyze(AllocationRun before, AllocationRun after, CenterCode receiver)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Network.Currency != after.Network.Currency)
        {
            throw new ArgumentException(
                $"One run is in {before.Network.Currency}, the other in {after.Network.Currency}.", nameof(after));
        }

        _ = before.Network.Require(receiver);
        _ = after.Network.Require(receiver);
        return Received(
            ReceivedKey, "received", before, after, receiver, InputUnit.Of(after.Network.Currency));
    }

    /// <summary>The change of what a center is charged, sender by sender; a run that there is not charges
    /// nothing.</summary>
    internal static VarianceNode Received(
        string key, string name, AllocationRun? before, AllocationRun? after, CenterCode receiver, InputUnit unit)
    {
        Fraction earlier = ReceivedBy(before, receiver);
        Fraction later = ReceivedBy(after, receiver);
        const string formula = "received after - received before";
        VarianceInput[] inputs = [new("received after", later, unit), new("received before", earlier, unit)];
        VarianceNode[] senders =
        [
            .. ChargesTo(after, receiver).Concat(ChargesTo(before, receiver))
                .Select(charge => charge.Sender)
                .Distinct()
                .Select(sender => OfSender(before, after, sender, receiver, unit)),
        ];
        return senders.Length == 0
            ? VarianceNode.Leaf(key, name, VarianceBasis.Cost, later - earlier, formula, inputs)
            : VarianceNode.Whole(key, name, later - earlier, formula, inputs, senders);
    }

    private static IEnumerable<AllocationCharge> ChargesTo(AllocationRun? run, CenterCode receiver) =>
        run?.Charges.Where(charge => charge.Receiver == receiver) ?? [];

    private static Fraction ReceivedBy(AllocationRun? run, CenterCode receiver) =>
        run is not null && run.Network.IndexOf(receiver) is int index and >= 0
            ? Fraction.Of(run.Balances[index].Received)
            : Fraction.Zero;

    private static VarianceNode OfSender(
        AllocationRun? before, AllocationRun? after, CenterCode sender, CenterCode receiver, InputUnit unit)
    {
        var (amount, share, gross, fix, rounded) = PartsOf(before, sender, receiver);
        var (newAmount, newShare, newGross, newFix, newRounded) = PartsOf(after, sender, receiver);
        VarianceInput[] inputs =
        [
            new("gross cost before", gross, unit), new("gross cost after", newGross, unit),
            new("share before", share, InputUnit.Number), new("share after", newShare, InputUnit.Number),
        ];
        Fraction grossChange = newGross - gross;
        Fraction shareChange = newShare - share;
        return VarianceNode.Whole(
            VarianceKey.Of(SenderKind, sender.Value),
            sender.Value,
            newAmount - amount,
            "charge after - charge before",
            [new("charge after", newAmount, unit), new("charge before", amount, unit)],
            [
                Leaf(PoolKey, "pool", grossChange * share, "change of the gross cost x share before"),
                Leaf(DriverKey, "driver", gross * shareChange, "gross cost before x change of the share"),
                Leaf(JointKey, "joint", grossChange * shareChange, "change of the gross cost x change of the share"),
                Leaf(FixedAmountKey, "fixed amount", newFix - fix, "fixed amount after - fixed amount before"),
                Leaf(RoundingKey, "rounding", newRounded - rounded, "rounding after - rounding before"),
            ]);

        VarianceNode Leaf(string key, string name, Fraction value, string formula) =>
            VarianceNode.Leaf(key, name, VarianceBasis.Cost, value, formula, inputs);
    }

    private static (Fraction Amount, Fraction Share, Fraction Gross, Fraction Fixed, Fraction Rounding) PartsOf(
        AllocationRun? run, CenterCode sender, CenterCode receiver)
    {
        int from = run?.Network.IndexOf(sender) ?? -1;
        Fraction gross = from < 0 ? Fraction.Zero : run!.UnroundedGross(sender);
        if (run?.Charge(sender, receiver) is not AllocationCharge charge)
        {
            return (Fraction.Zero, Fraction.Zero, gross, Fraction.Zero, Fraction.Zero);
        }

        Fraction amount = Fraction.Of(charge.Amount);
        Fraction share = run.Lines.ShareBetween(from, run.Network.Require(receiver));
        Fraction unrounded = run.UnroundedCharge(sender, receiver);
        return (amount, share, gross, run.Lines.PassesOn(from) ? Fraction.Zero : unrounded, amount - unrounded);
    }
}
