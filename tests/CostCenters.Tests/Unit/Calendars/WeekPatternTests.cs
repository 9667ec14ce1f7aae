using CostCenters.Calendars;

namespace CostCenters.Tests.Unit.Calendars;

public class WeekPatternTests
{
    [Fact] // Whoever writes out four quarters of 4-4-5 says the same as 4-4-5.
    public void Equals_SameLengths_IsEqual()
    {
        WeekPattern written = WeekPattern.Of([4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5]);

        Assert.True(written == WeekPattern.FourFourFive);
        Assert.False(written != WeekPattern.FourFourFive);
        Assert.True(written.Equals((object)WeekPattern.FourFourFive));
        Assert.Equal(WeekPattern.FourFourFive.GetHashCode(), written.GetHashCode());
        Assert.Equal("4-4-5", written.ToString());
    }

    [Fact]
    public void Equals_OtherLengthsOrNothing_IsNotEqual()
    {
        Assert.False(WeekPattern.FourFourFive == WeekPattern.FourFiveFour);
        Assert.True(WeekPattern.FourFourFive != WeekPattern.FourFiveFour);
        Assert.True(WeekPattern.FourFourFive != null);
        Assert.False(WeekPattern.FourFourFive.Equals(null));
        Assert.False(WeekPattern.FourFourFive.Equals((object)"4-4-5"));
    }

    [Theory] // A year of 52 weeks in one period and in 52.
    [InlineData(1)]
    [InlineData(52)]
    public void Text_FewestAndMostPeriods_IsReadBack(int periods)
    {
        string text = string.Join('-', Enumerable.Repeat(52 / periods, periods));

        Assert.True(TryParse(text, out WeekPattern? pattern));
        Assert.Equal(periods, pattern!.Weeks.Length);
        Assert.Equal(text, pattern.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("4-4")]
    [InlineData("4-4-4")] // Three periods that make 12 weeks are no quarter.
    [InlineData("4-4-5-")]
    [InlineData("+4-4-5")]
    [InlineData("4-x-5")]
    [InlineData("0-52")]
    [InlineData("53")]
    [InlineData("13x5")]
    public void Text_ThatMakesNoYear_IsRefused(string text)
    {
        Assert.False(TryParse(text, out WeekPattern? pattern));
        Assert.Null(pattern);
    }

    [Fact] // No pattern is longer than 52 ones with 51 hyphens, so that a long text is refused unread.
    public void Text_TooLong_IsRefused() =>
        Assert.False(TryParse(new string('0', 105 - 2) + "52", out _));

    [Fact]
    public void Of_Nothing_Throws() =>
        Assert.Throws<ArgumentNullException>("weeks", () => WeekPattern.Of(null!));

    private static bool TryParse(string text, out WeekPattern? pattern) => Parsing.TryParse(text, out pattern);
}
