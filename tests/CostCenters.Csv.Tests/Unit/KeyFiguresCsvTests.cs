using CostCenters.Calendars;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using static CostCenters.Csv.Tests.TestBook;

namespace CostCenters.Csv.Tests.Unit;

public class KeyFiguresCsvTests
{
    private const string Header = "period,center,key_figure,value\n";

    [Theory]
    [InlineData(",,,\n", "")]
    [InlineData(",,x,\n", "2 period missing-value; 2 center missing-value; 2 value missing-value")]
    [InlineData("2026,A,heads,1\n", "2 period bad-period")]
    [InlineData("2026-P13,X,,1.0000001\n", "2 period bad-period; 2 center unknown-center; 2 key_figure missing-value; "
        + "2 value too-many-digits")]
    [InlineData("2026-P01,B,heads,x\n", "2 center center-not-valid; 2 value bad-number")]
    [InlineData("2026-P06,B,heads,-1000000000000\n2026-P07,B,heads,1000000000000.1\n",
        "3 center center-not-valid; 3 value out-of-range")]
    [InlineData("2026-P01,A,anything at all,0\n", "")]
    public void Read_Rows_TellsEveryFaultWithItsLineAndColumn(string rows, string faults)
    {
        ImportResult<IReadOnlyList<KeyFigureValue>> result = Read(Header + rows);

        Assert.Equal(faults, Faults(result.Issues));
        Assert.Equal(result.Counts.Accepted, result.Value!.Count);
    }

    [Fact]
    public void Write_ThenRead_GivesTheSameRows()
    {
        const string Text = Header
            + "2026-P01,A,heads,3.5\n2026-P02,B,\"m,2\",-0.000001\n2026-P02,B,=x,1000000000000\n";
        IReadOnlyList<KeyFigureValue> values = Read(Text).GetOrThrow();

        Assert.Equal(new FiscalPeriod(2026, 1), values[0].Period);
        Assert.Equal(-0.000001m, values[1].Value);
        Assert.Equal(Text, Written(stream => KeyFiguresCsv.Write(values, stream)));
    }

    [Fact]
    public void Write_ValueWithMoreThanSixDecimals_Throws()
    {
        KeyFigureValue value = Read(Header + "2026-P01,A,heads,3.5\n").GetOrThrow()[0];
        var finer = new KeyFigureValue(value.Period, value.Center, value.KeyFigure, 0.0000001m);

        Assert.Throws<ArgumentOutOfRangeException>(() => KeyFiguresCsv.Write([finer], Stream.Null));
    }

    private static ImportResult<IReadOnlyList<KeyFigureValue>> Read(string text)
    {
        CubeSpace space = Space();
        return KeyFiguresCsv.Read(Input(text), space.Centers, space.Calendar, ImportProfile.Contract);
    }
}
