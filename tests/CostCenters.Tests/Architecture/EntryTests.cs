using System.Reflection;
using CostCenters.Budgets;
using CostCenters.Monetary;
using CostCenters.Tests.Tidy;

namespace CostCenters.Tests.Architecture;

/// <summary>
/// Whatever figures come in, a call gives a result or an exception that its documentation names: no division by zero,
/// no overflow and no null reference that nobody was told of.
/// </summary>
public class EntryTests
{
    private const int Rounds = 4;
    private const int MoreRounds = 400;
    private const int CallsOfARound = 60;

    private static readonly string[] Rooms =
    [
        "CostCenters.Explanations", "CostCenters.Reports", "CostCenters.Variances", "CostCenters.CostBehavior",
        "CostCenters.Forecasts", "CostCenters.Profitability", "CostCenters.Monetary",
    ];

    [Fact]
    public void Calls_WithAnyFigures_FailOnlyAsDocumented()
    {
        var pool = new EntryPool();
        var docs = new EntryDocs(typeof(Money).Assembly);
        var members = Members().ToList();
        var succeeded = new HashSet<MethodBase>();
        var undocumented = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (int round = 0; round < Rounds + MoreRounds; round++)
        {
            // Arguments that fit together are drawn seldom; what has not been reached by then is tried on.
            foreach (var member in round < Rounds ? members : [.. members.Except(succeeded)])
            {
                for (int call = 0; call < CallsOfARound; call++)
                {
                    Call(member);
                }
            }
        }

        Breaches.None(undocumented.Values);

        // A member that no call reaches is one that the test does not test.
        Breaches.None(members.Except(succeeded).Select(EntryDocs.IdOf));

        void Call(MethodBase member)
        {
            if (!TryPick(pool, member, out object? target, out object?[] arguments))
            {
                return;
            }

            try
            {
                pool.Keep(member is ConstructorInfo constructor
                    ? constructor.Invoke(arguments)
                    : member.Invoke(target, arguments));
                succeeded.Add(member);
            }
            catch (TargetInvocationException wrapper) when (!docs.Names(member, wrapper.InnerException!))
            {
                string breach = $"{EntryDocs.IdOf(member)}: {wrapper.InnerException!.GetType().Name}";
                if (!undocumented.ContainsKey(breach))
                {
                    string given = string.Join(", ", arguments.Select(argument => argument ?? "null"));
                    undocumented.Add(
                        breach, $"{breach} on ({target}) with ({given}): {wrapper.InnerException.Message}");
                }
            }
            catch (TargetInvocationException)
            {
                // As documented.
            }
        }
    }

    private static bool TryPick(EntryPool pool, MethodBase member, out object? target, out object?[] arguments)
    {
        var parameters = member.GetParameters();
        arguments = new object?[parameters.Length];
        target = null;
        if (!member.IsStatic && member is not ConstructorInfo
            && (!pool.TryPick(member.DeclaringType!, out target) || target is null))
        {
            return false;
        }

        for (int i = 0; i < parameters.Length; i++)
        {
            Type type = parameters[i].ParameterType;
            if (!parameters[i].IsOut && !pool.TryPick(type, out arguments[i]))
            {
                return false;
            }
        }

        return true;
    }

    // Reflection calls nothing that takes or gives a reference to memory.
    private static IEnumerable<MethodBase> Members() =>
        from type in typeof(Money).Assembly.GetExportedTypes()
        where type == typeof(Phasing)
            || Rooms.Any(room => type.Namespace == room
                || type.Namespace!.StartsWith(room + ".", StringComparison.Ordinal))
        where !type.IsEnum && !type.IsByRefLike && !typeof(Exception).IsAssignableFrom(type)
        from member in type.GetMembers(
            BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where member is MethodBase
        let method = (MethodBase)member
        where !method.Name.Contains('<', StringComparison.Ordinal) && !method.ContainsGenericParameters
            && !method.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike)
            && method is not MethodInfo { ReturnType: { IsByRefLike: true } or { IsByRef: true } }
        orderby EntryDocs.IdOf(method)
        select method;
}
