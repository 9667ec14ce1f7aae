using System.Reflection;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Profiles;

namespace CostCenters.Csv.Tests.Unit.Profiles;

public class BuiltInProfilesTests
{
    [Fact]
    public void All_HasEveryMethodThatMakesAProfile()
    {
        IEnumerable<string> methods = typeof(BuiltInProfiles).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(BuiltInProfiles).Namespace)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.ReturnType == typeof(ImportProfile))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        Assert.Equal(methods.Distinct().Order(), BuiltInProfiles.All.Select(each => each.Method).Order());
    }

    [Fact]
    public void All_AsksForAsMuchAsTheMethod() =>
        Assert.All(BuiltInProfiles.All, each => Assert.Equal(
            Type.GetType($"CostCenters.Csv.Profiles.{each.Method.Split('.')[0]}, CostCenters.Csv")!
                .GetMethods().Where(method => method.Name == each.Method.Split('.')[1])
                .Max(method => method.GetParameters().Length),
            each.Asks.Length));
}
