using System.Text;
using CostCenters.Csv.Shapes.Reading;

namespace CostCenters.Csv.Shapes.Sources;

internal sealed class ConstantSource : ColumnSource
{
    private readonly byte[] bytes;

    public ConstantSource(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        bytes = Encoding.UTF8.GetBytes(text);
    }

    public string Text { get; }

    internal override CellReading Bind(SourceBinder binder) => _ => bytes;
}
