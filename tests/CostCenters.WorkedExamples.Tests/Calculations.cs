using System.Reflection;
using System.Text.Json;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>Marks the method that maps a <c>calc</c> of the examples onto the library.</summary>
/// <remarks>
/// The method is static, takes the inputs as a <see cref="JsonElement"/> and returns the results by name: numbers,
/// texts, dates, and dictionaries and lists of them.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CalcAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Every mapping of this assembly by the name of its calc.</summary>
public static class Calculations
{
    private static readonly Lazy<IReadOnlyDictionary<string, MethodInfo>> Methods = new(() =>
        (from type in typeof(Calculations).Assembly.GetTypes()
         from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public)
         let calc = method.GetCustomAttribute<CalcAttribute>()
         where calc is not null
         select (calc.Name, method)).ToDictionary(pair => pair.Name, pair => pair.method, StringComparer.Ordinal));

    public static IReadOnlyDictionary<string, MethodInfo> All => Methods.Value;

    public static object? Compute(WorkedExample example) => All.TryGetValue(example.Calc, out var method)
        ? method.CreateDelegate<Func<JsonElement, object?>>()(example.Inputs)
        : throw new NotSupportedException($"{example.Id}: no mapping for the calc '{example.Calc}'.");
}
