using BenchmarkDotNet.Attributes;
using CostCenters.Allocations;
using MathNet.Numerics.LinearAlgebra;

namespace CostCenters.Benchmarks.Allocations;

/// <summary>800 senders of 1,000 centers that serve each other, against the dense solution of the same equations, which
/// gives no cents. The time of the latter grows with the cube of the senders.</summary>
[MemoryDiagnoser]
public class DenseAllocationBenchmarks
{
    private const int SenderCount = 800;

    private AllocationNetwork network = null!;
    private double[,] matrix = new double[0, 0];

    [GlobalSetup]
    public void CreateNetwork()
    {
        var random = new ServiceNetwork(1_000, SenderCount, receivers: 25);
        network = random.Create();
        matrix = random.ToMatrix();
    }

    [Benchmark(Baseline = true)]
    public AllocationRun Reciprocal() => AllocationRun.Create(network, AllocationMethod.Reciprocal);

    [Benchmark]
    public double[] Reciprocal_PlainElimination()
    {
        double[,] rows = (double[,])matrix.Clone();
        for (int pivot = 0; pivot < SenderCount; pivot++)
        {
            for (int row = pivot + 1; row < SenderCount; row++)
            {
                double factor = rows[row, pivot] / rows[pivot, pivot];
                for (int column = pivot; column <= SenderCount && factor != 0; column++)
                {
                    rows[row, column] -= factor * rows[pivot, column];
                }
            }
        }

        double[] flow = new double[SenderCount];
        for (int row = SenderCount - 1; row >= 0; row--)
        {
            double rest = rows[row, SenderCount];
            for (int column = row + 1; column < SenderCount; column++)
            {
                rest -= rows[row, column] * flow[column];
            }

            flow[row] = rest / rows[row, row];
        }

        return flow;
    }

    [Benchmark]
    public Vector<double> Reciprocal_MathNet()
    {
        var all = Matrix<double>.Build.DenseOfArray(matrix);
        return all.SubMatrix(0, SenderCount, 0, SenderCount).LU().Solve(all.Column(SenderCount));
    }
}
