using FsCheck.Xunit;

namespace CostCenters.TestCases;

/// <summary>The properties of a class: 1,000 cases each in the full run, a tenth of it otherwise.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LawsAttribute : PropertiesAttribute
{
    private const int Usual = 1_000;

    public LawsAttribute() => Cases = Usual;

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
