using System.Numerics;
using CostCenters.Monetary;

namespace CostCenters.Allocations;

/// <summary>The price of a unit of weight of every node of flow equations: in whole numbers near enough to round by, or
/// as fractions.</summary>
internal sealed class PriceSolver
{
    /// <summary>The bits of a number of 128 bits that a sum may take.</summary>
    public const int NativeBits = 126;

    private readonly FlowEquations equations;
    private readonly FlowGuess steps;
    private FlowGuess? elimination;

    /// <param name="equations">The equations.</param>
    /// <param name="cancellation">Ends the work.</param>
    public PriceSolver(FlowEquations equations, CancellationToken cancellation)
    {
        this.equations = equations;
        steps = FlowGuess.BySteps(equations, cancellation);
    }

    /// <summary>What each line charges.</summary>
    /// <param name="entering">What enters each node, in units.</param>
    /// <param name="senders">The node of each line; below 0 for a line that charges nothing.</param>
    /// <param name="weights">The weight of each line.</param>
    /// <param name="bits">No flow is off by more than 2 to the power of minus so many.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OverflowException">A charge is beyond 64 bits.</exception>
    public (long[] Whole, long[] Part) Charges(
        Int128[] entering, int[] senders, Int128[] weights, int bits, CancellationToken cancellation)
    {
        return Near(steps) ?? Near(Elimination(cancellation))
            ?? ExactCharges(entering, senders, weights, cancellation);

        (long[] Whole, long[] Part)? Near(FlowGuess guess)
        {
            int digits = equations.WholeBits + guess.ErrorBits + bits;
            try
            {
                int magnitude = guess.MagnitudeBits(Array.ConvertAll(entering, value => (double)value));
                if (digits + 2 + Math.Max(magnitude, guess.ErrorBits) <= NativeBits)
                {
                    return Charges<Int128>(entering, senders, weights, guess, digits, bits, cancellation);
                }
            }
            catch (OverflowException)
            {
                // The estimate was too low; longer numbers do.
            }

            return Charges<BigInteger>(entering, senders, weights, guess, digits, bits, cancellation);
        }
    }

    /// <summary>The price of each node, exact where fractions and circles are not too long; otherwise no flow is off by
    /// more than 2 to the power of minus so many bits.</summary>
    /// <param name="entering">What enters each node.</param>
    /// <param name="bits">How near the prices come; few bits are faster.</param>
    public Fraction[] Fractions(Fraction[] entering, int bits = 128)
    {
        if (equations.DenominatorBits() <= ExactLimits.DenominatorBits
            && equations.Circles.All(circle => circle.Length <= ExactLimits.CircleSize))
        {
            return ExactFlow.Prices(equations, entering, default);
        }

        return Near(steps) ?? Near(Elimination(default)) ?? ExactFlow.Prices(equations, entering, default);

        Fraction[]? Near(FlowGuess guess)
        {
            int digits = equations.WholeBits + guess.ErrorBits + bits;
            try
            {
                if (digits + 2 + guess.ErrorBits <= NativeBits
                    && FixedPoint<Int128>(entering, guess, digits, bits) is Fraction[] prices)
                {
                    return prices;
                }
            }
            catch (OverflowException)
            {
                // More enters than 1; longer numbers do.
            }

            return FixedPoint<BigInteger>(entering, guess, digits, bits);
        }
    }

    /// <summary>Made when steps do not come near for the first time.</summary>
    private FlowGuess Elimination(CancellationToken cancellation) =>
        LazyInitializer.EnsureInitialized(
            ref elimination, () => FlowGuess.ByElimination(equations, cancellation));

    private Fraction[]? FixedPoint<T>(Fraction[] entering, FlowGuess guess, int digits, int bits)
        where T : struct, IBinaryInteger<T>, ISignedNumber<T>
    {
        T[]? prices = new FixedPointFlow<T>(equations, digits).Solve(
            Array.ConvertAll(entering, value => T.CreateChecked((value.Numerator << digits) / value.Denominator)),
            guess,
            Math.ScaleB(1, -bits),
            default);
        return prices is null
            ? null
            : Array.ConvertAll(prices, price => Fraction.OfBinary(BigInteger.CreateChecked(price), digits));
    }

    private (long[] Whole, long[] Part)? Charges<T>(
        Int128[] entering,
        int[] senders,
        Int128[] weights,
        FlowGuess guess,
        int digits,
        int bits,
        CancellationToken cancellation)
        where T : struct, IBinaryInteger<T>, ISignedNumber<T>
    {
        T one = T.One << digits;
        T[]? prices = new FixedPointFlow<T>(equations, digits).Solve(
            Array.ConvertAll(entering, value => checked(T.CreateChecked(value) * one)),
            guess,
            Math.ScaleB(1, -bits),
            cancellation);
        if (prices is null)
        {
            return null;
        }

        long[] wholes = new long[senders.Length];
        long[] parts = new long[senders.Length];
        T fraction = one - T.One;
        int shift = digits - FlowCharges.PartBits;
        for (int line = 0; line < senders.Length; line++)
        {
            if (senders[line] < 0)
            {
                continue;
            }

            T charge = T.CreateChecked(weights[line]) * prices[senders[line]];
            T part = charge & fraction;
            wholes[line] = long.CreateChecked(charge >> digits);
            parts[line] = long.CreateChecked(shift > 0 ? part >> shift : part << -shift);
        }

        return (wholes, parts);
    }

    private (long[] Whole, long[] Part) ExactCharges(
        Int128[] entering, int[] senders, Int128[] weights, CancellationToken cancellation)
    {
        Fraction[] prices = ExactFlow.Prices(
            equations, Array.ConvertAll(entering, value => Fraction.OfWhole(value)), cancellation);
        long[] wholes = new long[senders.Length];
        long[] parts = new long[senders.Length];
        for (int line = 0; line < senders.Length; line++)
        {
            if (senders[line] < 0)
            {
                continue;
            }

            Fraction charge = Fraction.OfWhole(weights[line]) * prices[senders[line]];
            var floor = BigInteger.DivRem(
                charge.Numerator << FlowCharges.PartBits, charge.Denominator, out BigInteger rest);
            floor -= rest.Sign < 0 ? BigInteger.One : BigInteger.Zero;
            wholes[line] = checked((long)(floor >> FlowCharges.PartBits));
            parts[line] = (long)(floor & (FlowCharges.One - 1));
        }

        return (wholes, parts);
    }
}
