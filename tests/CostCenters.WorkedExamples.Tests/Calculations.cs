using System.Collections;
using System.Reflection;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>Marks the method that maps a <c>calc</c> of the examples onto the library.</summary>
/// <remarks>
/// The method is static, takes the inputs as <see cref="Given"/> and returns the results by name: numbers,
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

    /// <summary>The results of an example, all of whose inputs were read.</summary>
    /// <exception cref="NotSupportedException">There is no such mapping, or it does not know an input.</exception>
    public static object? Compute(WorkedExample example)
    {
        if (!All.TryGetValue(example.Calc, out var method))
        {
            throw new NotSupportedException($"{example.Id}: no mapping for the calc '{example.Calc}'.");
        }

        var inputs = new Given(example.Inputs);
        object? results = Computed(method.CreateDelegate<Func<Given, object?>>()(inputs));
        string[] unread = [.. inputs.Unread()];
        return unread is []
            ? results
            : throw new NotSupportedException(
                $"{example.Id}: the mapping of '{example.Calc}' does not know the inputs {string.Join(", ", unread)}.");
    }

    // What is still to be computed would read inputs later on.
    private static object? Computed(object? result) => result switch
    {
        IDictionary parts => parts.Keys.Cast<string>().ToDictionary(name => name, name => Computed(parts[name])),
        string => result,
        IEnumerable items => items.Cast<object?>().Select(Computed).ToList(),
        _ => result,
    };
}
