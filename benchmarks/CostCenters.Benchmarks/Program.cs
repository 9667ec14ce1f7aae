using BenchmarkDotNet.Running;
using CostCenters.Benchmarks.Ledgers;

if (args is ["ledger-memory"])
{
    LedgerMemory.Measure(Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
