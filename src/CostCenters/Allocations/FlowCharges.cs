namespace CostCenters.Allocations;

/// <summary>Charges in whole units and parts of one: whole + part ÷ 2^60, the part never below 0.</summary>
/// <remarks>Mutable, for one rounding.</remarks>
/// <param name="Senders">The sender of each charge, ascending; below 0 for a fixed amount, which is left out.</param>
/// <param name="Receivers">The receiver of each charge if it is a sender, -1 for others.</param>
/// <param name="Whole">The whole units of each charge.</param>
/// <param name="Part">The rest of each charge, in parts.</param>
internal sealed record FlowCharges(int[] Senders, int[] Receivers, long[] Whole, long[] Part)
{
    /// <summary>The bits of a part.</summary>
    public const int PartBits = 60;

    /// <summary>The parts of a whole unit.</summary>
    public const long One = 1L << PartBits;

    /// <summary>Remainders are compared by so many bits, so that equal ones are ties, however they were reached.
    /// </summary>
    private const int RemainderBits = 24;

    /// <summary>A charge, made whole if it is within a margin of a whole number.</summary>
    public static (long Whole, long Part) Settled(long whole, long part, long margin) =>
        part <= margin ? (whole, 0)
        : part >= One - margin ? (checked(whole + 1), 0)
        : (whole, part);

    /// <summary>How many charges a sender makes to another one.</summary>
    public int CountAmongSenders()
    {
        int count = 0;
        for (int line = 0; line < Senders.Length; line++)
        {
            count += IsAmongSenders(line) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a sender charges another one.</summary>
    public bool IsAmongSenders(int line) =>
        Senders[line] >= 0 && Receivers[line] >= 0 && Receivers[line] != Senders[line];

    /// <summary>Makes charges whole that are within a margin of a whole number.</summary>
    public void Settle(long margin)
    {
        for (int line = 0; line < Part.Length; line++)
        {
            (Whole[line], Part[line]) = Settled(Whole[line], Part[line], margin);
        }
    }

    /// <summary>Splits what each sender charges to others that are no senders over these.</summary>
    /// <param name="sums">What each sender charges to them in all: the sum of their charges, rounded up or down.
    /// </param>
    /// <param name="rounded">Takes the parts.</param>
    public void SplitOthers(ReadOnlySpan<long> sums, long[] rounded)
    {
        var others = new List<int>();
        for (int line = 0; line < Senders.Length; line++)
        {
            int sender = Senders[line];
            if (sender < 0)
            {
                continue;
            }

            if (Receivers[line] < 0)
            {
                others.Add(line);
            }

            if (line == Senders.Length - 1 || Senders[line + 1] != sender)
            {
                Split(others, sums[sender], rounded);
                others.Clear();
            }
        }
    }

    /// <summary>Splits by largest remainder: on the magnitude, ties to the earlier.</summary>
    private void Split(List<int> lines, long sum, long[] rounded)
    {
        long left = sum;
        bool isNegative = false;
        foreach (int line in lines)
        {
            rounded[line] = Whole[line];
            left -= Whole[line];
            isNegative |= Whole[line] < 0;
        }

        if (left == 0 || lines.Count == 0)
        {
            return;
        }

        // Of negative charges the floor is the greater magnitude: the smallest remainders, and the last, are taken up.
        var keys = new List<long>(lines.Count);
        for (int place = 0; place < lines.Count; place++)
        {
            long part = Part[lines[place]];
            if (part != 0)
            {
                keys.Add(isNegative
                    ? (Remainder(One - part) << 32) + (lines.Count - 1 - place)
                    : (((1L << RemainderBits) - Remainder(part)) << 32) + place);
            }
        }

        keys.Sort();
        foreach (long key in keys.GetRange(0, checked((int)left)))
        {
            int place = unchecked((int)key);
            rounded[lines[isNegative ? lines.Count - 1 - place : place]]++;
        }
    }

    private static long Remainder(long part) =>
        (part + (1L << (PartBits - RemainderBits - 1))) >> (PartBits - RemainderBits);
}
