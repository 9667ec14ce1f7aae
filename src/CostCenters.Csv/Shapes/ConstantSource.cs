
namespace CostCenters.Csv.Shapes;

internal sealed class ConstantSource : ColumnSource
{
    public ConstantSource(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    public string Text { get; }
}
