using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Explanations;
using static CostCenters.Tests.Unit.KeyFigures.KeyFigureCases;

namespace CostCenters.Tests.Unit.KeyFigures;

/// <summary>Formulas and chains of computed figures far deeper than a stack would bear.</summary>
public class DeepFormulaTests
{
    private const int Depth = 100_000;

    [Fact]
    public void Read_FormulaOfManyTerms_NeedsNoStack() => SmallStack.Run(() =>
    {
        KeyFigureFormula sum = KeyFigureFormula.Of(Calls);
        for (int term = 1; term < Depth; term++)
        {
            sum += KeyFigureFormula.Of(Calls);
        }

        var all = new KeyFigureCode("all");
        var catalog = new KeyFigureCatalog(
        [
            KeyFigure.Flow(Calls, "contacts", KeyFigurePreference.Neutral),
            KeyFigure.Computed(all, "contacts", KeyFigurePreference.Neutral, sum),
        ]);
        var table = new KeyFigureTable(catalog, Calendar, [Value(Calls, "S", 1, 2)]);

        Assert.Equal(Calls, Assert.Single(sum.Inputs));
        Assert.Equal(Fraction.Of(2 * Depth), table.Read(all, [new CenterCode("S")], Range(1, 1)).Value);
        Assert.EndsWith("contacts) + contacts", sum.ToString(), StringComparison.Ordinal);
    });

    [Fact] // Each of 60 figures is twice the one before it: 2^60 by way of the tree, 60 steps by way of the figures.
    public void Read_PartsThatStandTwice_AreComputedOnce()
    {
        KeyFigureFormula power = KeyFigureFormula.Of(Calls);
        for (int step = 0; step < 60; step++)
        {
            power += power;
        }

        var all = new KeyFigureCode("all");
        var catalog = new KeyFigureCatalog(
        [
            KeyFigure.Flow(Calls, "contacts", KeyFigurePreference.Neutral),
            KeyFigure.Computed(all, "contacts", KeyFigurePreference.Neutral, power),
        ]);
        var table = new KeyFigureTable(catalog, Calendar, [Value(Calls, "S", 1, 1)]);

        Assert.Equal(Fraction.Of(1L << 60), table.Read(all, [new CenterCode("S")], Range(1, 1)).Value);
    }

    [Fact]
    public void Read_ChainOfComputedFigures_NeedsNoStack() => SmallStack.Run(() =>
    {
        static KeyFigureCode Code(int number) => new($"f{number:00000}");
        var figures = new List<KeyFigure>
        {
            KeyFigure.Flow(Code(0), "contacts", KeyFigurePreference.Neutral),
        };
        for (int number = 1; number < Depth; number++)
        {
            figures.Add(KeyFigure.Computed(
                Code(number),
                "contacts",
                KeyFigurePreference.Neutral,
                KeyFigureFormula.Of(Code(number - 1)) + KeyFigureFormula.Of(Code(0))));
        }

        var table = new KeyFigureTable(new KeyFigureCatalog(figures), Calendar, [Value(Code(0), "S", 1, 1)]);

        Assert.Equal(Fraction.Of(Depth), table.Read(Code(Depth - 1), [new CenterCode("S")], Range(1, 1)).Value);
        figures[0] = KeyFigure.Computed(
            Code(0), "contacts", KeyFigurePreference.Neutral, KeyFigureFormula.Of(Code(Depth - 1)));
        Assert.Contains(
            "'f00000' is computed from itself",
            Assert.Throws<ArgumentException>(() => new KeyFigureCatalog(figures)).Message,
            StringComparison.Ordinal);
    });

    [Fact]
    public void ToString_Nested_HasParenthesesWhereItNests() => Assert.Equal(
        "(contacts - (customers * 2)) / (1.5 + contacts)",
        ((KeyFigureFormula.Of(Calls) - (KeyFigureFormula.Of(Customers) * KeyFigureFormula.Constant(2)))
            / (KeyFigureFormula.Constant(1.5m) + KeyFigureFormula.Of(Calls))).ToString());
}
