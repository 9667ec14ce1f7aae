namespace CostCenters.Allocations;

/// <summary>One way to come near the flow of equations: by steps, or by elimination where steps do not do.</summary>
/// <remarks>Steers alone; no figure is taken from it without proof.</remarks>
internal sealed class FlowGuess
{
    /// <summary>As near as a bound or a yardstick need be.</summary>
    private const double Roughly = 1e-3;

    private readonly FlowEquations equations;
    private readonly Func<double[], double, double[]> flow;

    private FlowGuess(FlowEquations equations, Func<double[], double, double[]> flow)
    {
        this.equations = equations;
        this.flow = flow;
        double[] ones = new double[equations.Count];
        Array.Fill(ones, 1);
        Unit = flow(ones, Roughly);
        if (equations.Missing(ones, Unit).Any(missing => missing > 0.5))
        {
            Unit = flow(ones, 1e-12);
        }

        ErrorBits = 4 + Bits(equations.Magnitude(ones, Unit)) + Bits(equations.GreatestInflux);
    }

    /// <summary>The flow of each node if 1 entered each.</summary>
    public double[] Unit { get; }

    /// <summary>The bits that errors add up to.</summary>
    public int ErrorBits { get; }

    /// <summary>Goes round each circle again and again.</summary>
    public static FlowGuess BySteps(FlowEquations equations, CancellationToken cancellation) =>
        new(equations, (inflow, tolerance) => equations.Approximate(inflow, tolerance, cancellation));

    /// <summary>Eliminates the nodes of each circle.</summary>
    public static FlowGuess ByElimination(FlowEquations equations, CancellationToken cancellation)
    {
        CircleElimination?[] circles =
        [
            .. equations.Circles.Select(circle =>
                circle.Length == 1 ? null : new CircleElimination(equations, circle, cancellation)),
        ];
        return new(equations, (inflow, _) => equations.Eliminate(inflow, circles));
    }

    /// <summary>The flow of every node, about.</summary>
    /// <param name="inflow">What enters each node from outside.</param>
    /// <param name="tolerance">How near a guess by steps has to stand still.</param>
    public double[] Flow(double[] inflow, double tolerance) => flow(inflow, tolerance);

    /// <summary>The bits of the greatest sum of magnitudes that an equation adds up.</summary>
    public int MagnitudeBits(double[] inflow) => Bits(equations.Magnitude(inflow, flow(inflow, Roughly)));

    private static int Bits(double value) => value < 1 ? 0 : Math.ILogB(value) + 1;
}
