namespace CostCenters.Tests.Tidy;

/// <summary>The page of errors says what the code says.</summary>
public class ErrorPageTests
{
    private const string Page = "docs/errors.md";

    [Fact]
    public void Page_IsWhatTheCodesGenerate()
    {
        string expected = ErrorPage.Text();
        string written = Path.Combine(AppContext.BaseDirectory, "errors.md");
        File.WriteAllText(written, expected);

        Assert.True(
            Repository.Texts.SingleOrDefault(file => file.Path == Page)?.Text == expected,
            $"{Page} is not what the codes say. Copy {written} over it.");
    }
}
