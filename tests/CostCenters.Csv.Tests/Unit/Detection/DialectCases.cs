using FsCheck;

namespace CostCenters.Csv.Tests.Unit.Detection;

/// <summary>The dialects that properties draw.</summary>
public static class DialectCases
{
    public static Arbitrary<DialectCase> Any() => DialectCase.Cases();
}
