using System.Numerics;

namespace CostCenters.Allocations;

/// <summary>Solves flow equations in whole numbers, as parts of a power of two, and proves how near it came.</summary>
/// <remarks>
/// <para>What is solved for is the price of one unit of weight, flow ÷ whole: its equations have whole coefficients, so
/// that what is missing in each equation is known exactly. A guess in floating point of what is missing is added, as
/// often as is needed.</para>
/// <para>The proof: what leaves a node is at most what flows through it, so the inverse of the equations has no
/// negative entry. Prices v for which every equation gives more than 0 are found once; if what is missing in each
/// equation is at most r times what v gives, each price is off by at most r × v.</para>
/// </remarks>
/// <typeparam name="T">Whole numbers with a sign.</typeparam>
internal sealed class FixedPointFlow<T>
    where T : struct, IBinaryInteger<T>, ISignedNumber<T>
{
    private const int MaxRounds = 100;

    /// <summary>What a sum may not exceed.</summary>
    private static readonly double GreatestSum =
        typeof(T) == typeof(BigInteger) ? double.PositiveInfinity : Math.ScaleB(1, PriceSolver.NativeBits);

    /// <summary>How near a guess comes before what is still missing is looked at exactly.</summary>
    private const double Tolerance = 1e-11;

    private readonly FlowEquations equations;
    private readonly T[] weights;
    private readonly T[] wholes;
    private readonly int bits;

    /// <param name="equations">The equations.</param>
    /// <param name="bits">The power of two by which prices are multiplied.</param>
    public FixedPointFlow(FlowEquations equations, int bits)
    {
        this.equations = equations;
        this.bits = bits;
        weights = equations.Weights as T[] ?? Array.ConvertAll(equations.Weights, T.CreateChecked);
        wholes = Array.ConvertAll(equations.Wholes, T.CreateChecked);
    }

    /// <summary>The price of a unit of weight of each node, × 2^bits, so exactly that no flow is off by more than a
    /// limit; null where the iteration does not come so near.</summary>
    /// <param name="entering">What enters each node from outside, × 2^bits.</param>
    /// <param name="guess">Comes near the flow.</param>
    /// <param name="limit">The most by which a flow may be off.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OverflowException">The numbers are too small for this.</exception>
    public T[]? Solve(T[] entering, FlowGuess guess, double limit, CancellationToken cancellation)
    {
        if (entering.Length == 0)
        {
            return [];
        }

        if (Yardstick(guess) is not (T[] given, double greatest))
        {
            return null;
        }

        T[] prices = new T[entering.Length];
        double last = double.PositiveInfinity;
        for (int round = 0; round < MaxRounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            T[] missing = Missing(prices, entering);
            double ratio = Enumerable.Range(0, missing.Length)
                .Max(node => Math.Abs(double.CreateTruncating(missing[node]) / double.CreateTruncating(given[node])));
            if (2 * ratio * greatest <= limit)
            {
                return prices;
            }

            if (ratio > last / 2)
            {
                return null;
            }

            last = ratio;
            if (!TryAddGuess(prices, missing, guess))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>What each equation gives for prices for which all give more than 0, and the greatest flow at these;
    /// null where there are none near what 1 that entered each node would cost.</summary>
    private (T[] Given, double Greatest)? Yardstick(FlowGuess guess)
    {
        T[] nothing = new T[equations.Count];
        T[] ones = new T[equations.Count];
        Array.Fill(ones, T.One << bits);
        T[] prices = new T[equations.Count];
        Add(prices, guess.Unit);
        for (int round = 0; round < 2; round++)
        {
            T[] given = Array.ConvertAll(Missing(prices, nothing), value => -value);
            if (Array.TrueForAll(given, value => value > T.Zero))
            {
                return (given, Enumerable.Range(0, prices.Length).Max(node => Math.ScaleB(
                    double.CreateTruncating(prices[node]) * double.CreateTruncating(wholes[node]), -bits)));
            }

            if (!TryAddGuess(prices, Missing(prices, ones), guess))
            {
                return null;
            }
        }

        return null;
    }

    private bool TryAddGuess(T[] prices, T[] missing, FlowGuess guess)
    {
        double[] flow = guess.Flow(
            Array.ConvertAll(missing, value => Math.ScaleB(double.CreateTruncating(value), -bits)), Tolerance);
        if (!Array.TrueForAll(flow, double.IsFinite))
        {
            return false;
        }

        Add(prices, flow);
        return true;
    }

    /// <summary>What is missing in each equation.</summary>
    private T[] Missing(T[] prices, T[] entering)
    {
        RequireRoom(prices, entering);
        T[] missing = new T[prices.Length];
        int arc = 0;
        for (int node = 0; node < missing.Length; node++)
        {
            T sum = entering[node] - (wholes[node] * prices[node]);
            for (; arc < equations.First[node + 1]; arc++)
            {
                sum += weights[arc] * prices[equations.From[arc]];
            }

            missing[node] = sum;
        }

        return missing;
    }

    /// <summary>Sees to it that no sum of an equation can be beyond the bounds of the numbers.</summary>
    /// <exception cref="OverflowException">One could be.</exception>
    private void RequireRoom(T[] prices, T[] entering)
    {
        double price = Greatest(prices);
        double sum = Greatest(entering) + (price * Math.ScaleB(1 + equations.GreatestInflux, equations.WholeBits));
        if (sum > GreatestSum)
        {
            throw new OverflowException("The prices are beyond the numbers that they are counted by.");
        }
    }

    private static double Greatest(T[] values)
    {
        T greatest = T.Zero;
        foreach (T value in values)
        {
            greatest = T.MaxMagnitude(greatest, value);
        }

        return Math.Abs(double.CreateTruncating(greatest));
    }

    private void Add(T[] prices, double[] flow)
    {
        for (int node = 0; node < prices.Length; node++)
        {
            prices[node] += T.CreateChecked(
                Math.ScaleB(flow[node] / double.CreateTruncating(wholes[node]), bits));
        }
    }
}
