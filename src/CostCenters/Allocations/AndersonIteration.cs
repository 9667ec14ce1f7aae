namespace CostCenters.Allocations;

/// <summary>Repeats a step over values until they stand still, and takes a better guess from the last steps.</summary>
/// <remarks>Each guess joins the last steps so that what they would still change is least. For linear steps this comes
/// near the method of generalized minimal residuals. In floating point: it steers, and proves nothing. Source:
/// Anderson, Iterative procedures for nonlinear integral equations.</remarks>
internal sealed class AndersonIteration
{
    private const int Depth = 6;
    private const int MaxSteps = 1_000;

    private readonly int[] nodes;
    private readonly double[] values;
    private readonly double[] before;
    private readonly double[] change;
    private readonly double[] result;
    private readonly double[][] changes;
    private readonly double[][] results;
    private readonly double[,] products = new double[Depth, Depth];

    private AndersonIteration(int[] nodes, double[] values)
    {
        this.nodes = nodes;
        this.values = values;
        before = new double[nodes.Length];
        change = new double[nodes.Length];
        result = new double[nodes.Length];
        changes = [.. Enumerable.Range(0, Depth).Select(_ => new double[nodes.Length])];
        results = [.. Enumerable.Range(0, Depth).Select(_ => new double[nodes.Length])];
    }

    /// <summary>Repeats a step until it changes the values no more, a thousand times at most.</summary>
    /// <param name="nodes">Which of the values.</param>
    /// <param name="values">The values; the step replaces them.</param>
    /// <param name="tolerance">The part of the greatest value that counts as nothing.</param>
    /// <param name="step">The step.</param>
    public static void Run(int[] nodes, double[] values, double tolerance, Action step) =>
        new AndersonIteration(nodes, values).Run(tolerance, step);

    private void Run(double tolerance, Action step)
    {
        for (int steps = 0; steps < MaxSteps; steps++)
        {
            for (int i = 0; i < nodes.Length; i++)
            {
                before[i] = values[nodes[i]];
            }

            step();
            if (IsStill(steps, tolerance))
            {
                return;
            }

            Guess(Math.Min(steps, Depth));
        }
    }

    /// <summary>Notes what the last step changed, and how this differs from the step before.</summary>
    private bool IsStill(int steps, double tolerance)
    {
        double greatest = 0;
        double greatestChange = 0;
        int slot = (steps + Depth - 1) % Depth;
        for (int i = 0; i < nodes.Length; i++)
        {
            double value = values[nodes[i]];
            double by = value - before[i];
            changes[slot][i] = by - change[i];
            results[slot][i] = value - result[i];
            result[i] = value;
            change[i] = by;
            greatest = Math.Max(greatest, Math.Abs(value));
            greatestChange = Math.Max(greatestChange, Math.Abs(by));
        }

        for (int other = 0; other < Math.Min(steps, Depth); other++)
        {
            products[slot, other] = products[other, slot] = Product(changes[slot], changes[other]);
        }

        return greatestChange <= tolerance * greatest;
    }

    /// <summary>The last result less that mixture of differences which leaves the least change.</summary>
    private void Guess(int known)
    {
        double[] mixture = Mixture(known);
        for (int i = 0; i < nodes.Length; i++)
        {
            double value = result[i];
            for (int j = 0; j < known; j++)
            {
                value -= mixture[j] * results[j][i];
            }

            values[nodes[i]] = value;
        }
    }

    /// <summary>Solves the normal equations of the least squares; differences that tell nothing new get 0.</summary>
    private double[] Mixture(int known)
    {
        double[,] matrix = new double[known, known];
        double[] side = new double[known];
        for (int i = 0; i < known; i++)
        {
            side[i] = Product(changes[i], change);
            for (int j = 0; j < known; j++)
            {
                matrix[i, j] = products[i, j];
            }
        }

        for (int i = 0; i < known; i++)
        {
            bool isNew = matrix[i, i] > 1e-12 * products[i, i];
            for (int row = i + 1; row < known && isNew; row++)
            {
                double factor = matrix[row, i] / matrix[i, i];
                side[row] -= factor * side[i];
                for (int j = i; j < known; j++)
                {
                    matrix[row, j] -= factor * matrix[i, j];
                }
            }

            matrix[i, i] = isNew ? matrix[i, i] : 0;
        }

        for (int i = known - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < known; j++)
            {
                side[i] -= matrix[i, j] * side[j];
            }

            side[i] = matrix[i, i] == 0 ? 0 : side[i] / matrix[i, i];
        }

        return side;
    }

    private static double Product(double[] left, double[] right)
    {
        // Two sums, so that one addition need not wait for the last. The same on every processor.
        double even = 0;
        double odd = 0;
        for (int i = 1; i < left.Length; i += 2)
        {
            even += left[i - 1] * right[i - 1];
            odd += left[i] * right[i];
        }

        return left.Length % 2 == 0 ? even + odd : even + odd + (left[^1] * right[^1]);
    }
}
