using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using CostCenters.Benchmarks;
using CostCenters.Benchmarks.Ledgers;

if (args is ["ledger-memory"])
{
    LedgerMemory.Measure(Console.Out);
    return;
}

// A dry run asks whether every benchmark still runs, which takes neither a build nor a process for each, nor size.
string[] options = args;
if (args.Contains("dry"))
{
    options = [.. args, "--inProcess"];
    Sizes.MakeSmall();
}

BenchmarkSwitcher
    .FromAssembly(typeof(Program).Assembly)
    .Run(options, ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10)));
