using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Structure;

public class CodeTests
{
    [Theory] // By UTF-16 code units: digits, capitals, small letters, and a surrogate before a private-use character.
    [InlineData("10", "9")]
    [InlineData("A", "a")]
    [InlineData("Z", "a")]
    [InlineData("a", "ä")]
    [InlineData("1", "1 ")]
    [InlineData("I", "i")]
    [InlineData("\U0001F600", "\uE000")]
    public void CompareTo_TwoCodes_IsOrdinal(string earlier, string later)
    {
        Assert.True(new CenterCode(earlier) < new CenterCode(later));
        Assert.True(new CenterCode(later) > new CenterCode(earlier));
        Assert.True(new CenterCode(earlier) <= new CenterCode(later));
        Assert.False(new CenterCode(earlier) >= new CenterCode(later));
        Assert.True(new ElementCode(earlier).CompareTo(new ElementCode(later)) < 0);
        Assert.True(new KeyFigureCode(earlier).CompareTo(new KeyFigureCode(later)) < 0);
    }

    [Fact]
    public void Equals_CaseAndSpaces_Count()
    {
        Assert.Equal(new CenterCode("a"), new CenterCode("a"));
        Assert.NotEqual(new CenterCode("a"), new CenterCode("A"));
        Assert.NotEqual(new ElementCode("a"), new ElementCode("a "));
        Assert.NotEqual(new KeyFigureCode("01"), new KeyFigureCode("1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Create_NoText_Throws(string? text)
    {
        Assert.ThrowsAny<ArgumentException>(() => new CenterCode(text!));
        Assert.ThrowsAny<ArgumentException>(() => new ElementCode(text!));
        Assert.ThrowsAny<ArgumentException>(() => new KeyFigureCode(text!));
    }

    [Fact]
    public void Default_ReadingItsValue_ThrowsButTextAndOrderDoNot()
    {
        Assert.Throws<InvalidOperationException>(() => default(CenterCode).Value);
        Assert.Throws<InvalidOperationException>(() => default(ElementCode).Value);
        Assert.Throws<InvalidOperationException>(() => default(KeyFigureCode).Value);
        Assert.Equal("", default(CenterCode).ToString() + default(ElementCode) + default(KeyFigureCode));
        Assert.True(default(CenterCode) < new CenterCode("0"));
    }
}
