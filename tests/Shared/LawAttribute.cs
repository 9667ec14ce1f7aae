using FsCheck.Xunit;

namespace CostCenters.TestCases;

/// <summary>A property with a number of cases of its own: 1,000 in the full run, a tenth of it otherwise.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LawAttribute : PropertyAttribute
{
    private const int Usual = 1_000;

    public LawAttribute() => Cases = Usual;

    /// <summary>The cases of the full run.</summary>
    public int Cases
    {
        get;
        set
        {
            field = value;
            MaxTest = TestRounds.Of(value);
        }
    }
}
