using System.Reflection;

foreach (string name in new[] { "CostCenters", "CostCenters.Csv", "CostCenters.DependencyInjection" })
{
    Console.WriteLine(Assembly.Load(name).GetName().Name);
}
