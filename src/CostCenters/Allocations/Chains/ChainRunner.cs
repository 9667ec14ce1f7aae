using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Allocations.Chains;

/// <summary>Runs rules over what each center has, and keeps where every part of it came from.</summary>
internal sealed class ChainRunner(
    Cube cost,
    AllocationRule[] rules,
    DriverTable drivers,
    DriverRules treatment,
    IProgress<AllocationStep>? progress,
    CancellationToken cancellation)
{
    private readonly CubeSpace space = cost.Space;
    private readonly List<AllocationFault> faults = [];
    private readonly List<AllocationStep> steps = [];

    /// <summary>What each center has, by its number.</summary>
    private List<ChainLot>?[] lots = [];

    public AllocationChain Run(FiscalPeriodRange periods, AllocationSource? source)
    {
        ImmutableArray<FiscalPeriod> all = space.Calendar.Enumerate(periods);
        CheckRules();
        ILookup<FiscalPeriod, CubeCell> cells = cost.Cells()
            .Where(cell => periods.Contains(cell.Address.Period) && IsCost(cell.Address.Element))
            .ToLookup(cell => cell.Address.Period);
        var rests = new Dictionary<FiscalPeriod, List<ChainLot>?[]>();
        foreach (FiscalPeriod period in all)
        {
            lots = new List<ChainLot>?[space.Centers.Centers.Length];
            rests.Add(period, lots);
            foreach (CubeCell cell in cells[period])
            {
                Add(
                    space.Centers.IndexOf(cell.Address.Center),
                    new ChainLot(cell.Address.Element, space.Scale.ToCount(cell.Amount), null, -1));
            }

            foreach (AllocationRule rule in rules.Where(rule => rule.Validity.Contains(period)))
            {
                cancellation.ThrowIfCancellationRequested();
                RunRule(rule, period);
            }
        }

        return faults.Count > 0
            ? throw new AllocationException(faults)
            : new AllocationChain(space, periods, [.. steps], source, rests);
    }

    private void CheckRules()
    {
        foreach (AllocationRule rule in rules)
        {
            ArgumentNullException.ThrowIfNull(rule, nameof(rules));
            if (rule.Elements.FirstOrDefault(element => !IsCost(element)) is { } code && code != default)
            {
                throw new ArgumentException(
                    $"Rule '{rule.Name}' takes '{code}', which is a revenue; costs alone are allocated.",
                    nameof(rules));
            }

            if (rule.BookedOn is ElementCode booked
                && (space.Elements[booked].Category != ElementCategory.Secondary || !IsCost(booked)))
            {
                throw new ArgumentException(
                    $"Rule '{rule.Name}' books on '{booked}', which is no secondary element of cost.", nameof(rules));
            }
        }

        faults.AddRange(rules.GroupBy(rule => rule.Name, StringComparer.Ordinal)
            .SelectMany(group => PeriodValidity.Overlaps(group, rule => rule.Validity))
            .Select(pair => new AllocationFault(
                AllocationFaultKind.OverlappingValidity,
                pair.Later.Senders[0].Center,
                null,
                $"Rule '{pair.Later.Name}' stands twice, {pair.Earlier.Validity} and {pair.Later.Validity}; end one "
                + "where the other begins, or give it another name.")));
    }

    private void RunRule(AllocationRule rule, FiscalPeriod period)
    {
        AllocationSender[] senders = [.. rule.Senders.Select(sender => new AllocationSender(
            sender.Center, sender.Basis, drivers.At(sender.Driver, period)))];
        Center[] used = CentersOf(senders);
        if (!Check(rule, period, senders, used))
        {
            return;
        }

        if (rule.BookedOn is ElementCode booked)
        {
            RunStep(
                rule,
                period,
                senders,
                used,
                booked,
                element => rule.Elements.IsEmpty || rule.Elements.Contains(element));
            return;
        }

        HashSet<ElementCode> elements = [.. senders.SelectMany(sender => LotsOf(sender.Center))
            .Select(lot => lot.Element)
            .Where(element => rule.Elements.IsEmpty || rule.Elements.Contains(element))];
        foreach (ElementCode element in elements.OrderBy(space.Elements.IndexOf))
        {
            RunStep(rule, period, senders, used, element, other => other == element);
        }
    }

    private bool Check(AllocationRule rule, FiscalPeriod period, AllocationSender[] senders, Center[] used)
    {
        int before = faults.Count;
        for (int index = 0; index < senders.Length; index++)
        {
            if (senders[index].Drivers.IsEmpty)
            {
                Refuse(
                    AllocationFaultKind.UnknownDriver,
                    senders[index].Center,
                    $"sends by '{rule.Senders[index].Driver}', which has no value; add one, or correct the driver");
            }
        }

        if (rule.Part.Limit is decimal limit && !space.Scale.TryToCount(limit, out _))
        {
            Refuse(
                AllocationFaultKind.TooFine,
                senders[0].Center,
                FormattableString.Invariant(
                    $"sends the first {limit}; at most {space.Scale} decimals and a count of 64 bits were expected"));
        }

        LocalDate day = space.Calendar.DatesOf(period).Last;
        IEnumerable<Center> closed = used.Where(center => !center.TakesPostingsBetween(day, day));
        foreach (Center center in closed)
        {
            Refuse(
                AllocationFaultKind.CenterNotOpen,
                center.Code,
                "is not valid or is blocked on the last day of the period; end the rule or the driver before, or open "
                + "the center");
        }

        return faults.Count == before;

        void Refuse(AllocationFaultKind kind, CenterCode center, string message) => faults.Add(new AllocationFault(
            kind, center, null, $"Rule '{rule.Name}' in {period}: Center '{center}' {message}."));
    }

    private void RunStep(
        AllocationRule rule,
        FiscalPeriod period,
        AllocationSender[] senders,
        Center[] used,
        ElementCode element,
        Func<ElementCode, bool> takes)
    {
        var pools = new Dictionary<CenterCode, SenderPool>();
        foreach (AllocationSender sender in senders)
        {
            long pool = LotsOf(sender.Center).Where(lot => takes(lot.Element)).Sum(lot => lot.Amount);
            pools[sender.Center] = new SenderPool(pool, rule.Part.Of(pool, space.Scale));
        }

        AllocationRun run;
        try
        {
            run = AllocationRun.Create(NetworkOf(senders, used, pools), rule.Method, cancellation);
        }
        catch (AllocationException error)
        {
            faults.AddRange(error.Faults.Select(fault => new AllocationFault(
                fault.Kind, fault.Center, fault.Receiver, $"Rule '{rule.Name}' in {period}: {fault.Message}")));
            return;
        }

        var step = new AllocationStep(
            steps.Count,
            rule,
            period,
            element,
            run,
            [
                .. run.Network.Centers.Where(pools.ContainsKey).Select(center => new SenderBalance(
                    center,
                    space.Scale.ToDecimal(pools[center].Whole),
                    space.Scale.ToDecimal(pools[center].Taken),
                    run[center].Received,
                    run[center].Sent)),
            ],
            pools.Where(pool => run.Lines.PassesOn(run.Network.Require(pool.Key))).ToDictionary(
                pool => pool.Key, pool => Take(pool.Key, pool.Value, takes, rule.Part)));
        AddCharges(step, used);
        steps.Add(step);
        progress?.Report(step);
    }

    /// <summary>The centers of a rule in the order of the hierarchy; one that is unknown is left for the network to
    /// report.</summary>
    private Center[] CentersOf(AllocationSender[] senders)
    {
        bool[] isUsed = new bool[lots.Length];
        foreach (AllocationSender sender in senders)
        {
            Use(sender.Center);
            foreach (AllocationDriver driver in sender.Drivers)
            {
                Use(driver.Receiver);
            }
        }

        return [.. space.Centers.Centers.Where(center => isUsed[center.Index])];

        void Use(CenterCode code)
        {
            if (space.Centers.TryGet(code, out Center? center))
            {
                isUsed[center.Index] = true;
            }
        }
    }

    private AllocationNetwork NetworkOf(
        AllocationSender[] senders, Center[] used, Dictionary<CenterCode, SenderPool> pools) =>
        AllocationNetwork.Create(
            space.Currency,
            space.Scale,
            used.Select(center => new CenterCost(
                center.Code,
                pools.TryGetValue(center.Code, out SenderPool pool) ? space.Scale.ToDecimal(pool.Taken) : 0m)),
            senders,
            treatment);

    /// <summary>Takes a part of the pool of a center: of everything that it is made of the same part, in whole counts.
    /// </summary>
    /// <remarks>Of the running sum of the lots the part is rounded down, so that each lot is split within one count of
    /// its exact part, neither side changes its sign, and the parts make what is taken.</remarks>
    private ImmutableArray<ChainLot> Take(
        CenterCode center, SenderPool pool, Func<ElementCode, bool> takes, PoolPart part)
    {
        List<ChainLot> all = LotsOf(center);
        if (pool.Taken == 0 && part != PoolPart.Whole)
        {
            return [];
        }

        if (pool.Taken == pool.Whole)
        {
            ImmutableArray<ChainLot> whole = [.. all.Where(lot => takes(lot.Element))];
            _ = all.RemoveAll(lot => takes(lot.Element));
            return whole;
        }

        var taken = ImmutableArray.CreateBuilder<ChainLot>();
        Int128 sum = 0;
        Int128 before = 0;
        for (int index = 0; index < all.Count; index++)
        {
            ChainLot lot = all[index];
            if (takes(lot.Element))
            {
                sum += lot.Amount;
                Int128 through = PartOf(sum, pool);
                taken.Add(lot with { Amount = (long)(through - before) });
                all[index] = lot with { Amount = lot.Amount - taken[^1].Amount };
                before = through;
            }
        }

        _ = all.RemoveAll(lot => lot.Amount == 0);
        taken.RemoveAll(lot => lot.Amount == 0);
        return taken.ToImmutable();
    }

    /// <summary>Sum × taken ÷ pool, rounded down.</summary>
    private static Int128 PartOf(Int128 sum, SenderPool pool)
    {
        Int128 product = sum * Int128.Abs(pool.Taken);
        Int128 divisor = Int128.Abs(pool.Whole);
        Int128 quotient = product / divisor;
        return quotient * divisor > product ? quotient - 1 : quotient;
    }

    /// <summary>What stays where it was charged becomes a part of what the receiver has.</summary>
    private void AddCharges(AllocationStep step, Center[] used)
    {
        MethodNetwork lines = step.Run.Lines;
        for (int sender = 0; sender < lines.Count; sender++)
        {
            var (first, length) = lines.LinesOf(sender);
            for (int line = first; line < first + length; line++)
            {
                long count = space.Scale.ToCount(step.Run.Charges[line].Amount);
                if (count != 0 && !lines.PassesOn(lines.ReceiverOf(line)))
                {
                    Add(used[lines.ReceiverOf(line)].Index, new ChainLot(step.Element, count, step, line));
                }

                if (count != 0 && !lines.PassesOn(sender))
                {
                    Add(used[sender].Index, new ChainLot(step.Element, -count, step, -1));
                }
            }
        }
    }

    private void Add(int center, ChainLot lot) => (lots[center] ??= []).Add(lot);

    private List<ChainLot> LotsOf(CenterCode code) =>
        space.Centers.TryGet(code, out Center? center) ? lots[center.Index] ?? [] : [];

    private bool IsCost(ElementCode element) => space.Elements[element].Nature == ElementNature.Cost;

    private readonly record struct SenderPool(long Whole, long Taken);
}
