using System.Text.Json;
using CostCenters.Allocations;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Profitability.Ripples;
using CostCenters.Profitability.Segments;
using CostCenters.Structure;

namespace CostCenters.Samples.ValueChains;

/// <summary>What <c>plan.json</c> declares.</summary>
internal sealed class Plan(JsonElement root)
{
    public LayerKey Layer => LayerKeyOf(root);

    public FiscalPeriodRange Periods => root.Member("periods").Deserialize<FiscalPeriodRange>();

    /// <summary>The services, each with the driver by which it serves.</summary>
    public IEnumerable<(CenterCode Center, KeyFigureCode Driver)> Services =>
        root.Member("services").EnumerateObject()
            .Select(service => (new CenterCode(service.Name), new KeyFigureCode(service.Value.GetString()!)));

    public Segmentation Segments => Segmentation.Create(root.Member("segments").EnumerateObject().Select(segment =>
        new Segment(segment.Name, null, segment.Value.EnumerateArray().Select(CenterOf), [])));

    public ResponsibilityTable Responsibilities => ResponsibilityTable.Create(
        root.Member("responsibilities").EnumerateArray().Select(rule => new Responsibility(
            new ElementCode(rule.Member("element").GetString()!),
            null,
            rule.Member("controllable").GetBoolean(),
            rule.Member("answers").GetString(),
            rule.TryGetProperty("variable", out JsonElement share) ? share.GetDecimal() : null)));

    public JsonElement Returns => root.Member("returns");

    public JsonElement Conversion => root.Member("conversion");

    public RippleChange Cut
    {
        get
        {
            JsonElement cut = root.Member("cut");
            return RippleChange.Percent(
                CenterOf(cut.Member("center")),
                cut.Member("percent").GetDecimal(),
                cut.Member("from").Deserialize<FiscalPeriod>());
        }
    }

    public IEnumerable<RippleDependency> DependenciesOf(ElementChart elements) =>
        root.Member("dependencies").EnumerateArray().Select(line =>
        {
            decimal[] range = [.. line.Member("elasticity").EnumerateArray().Select(value => value.GetDecimal())];
            return new RippleDependency(
                FigureOf(line.Member("from").GetString()!, elements),
                FigureOf(line.Member("to").GetString()!, elements),
                range is [decimal low, decimal expected, decimal high]
                    ? new Elasticity(low, expected, high)
                    : throw new FormatException("plan.json: an elasticity has a low, an expected and a high value."),
                line.Member("lag").GetInt32());
        });

    /// <summary>Who is served first, and how much there is to serve.</summary>
    public ServiceLimit LimitOf(IEnumerable<AllocationDriver> demands)
    {
        JsonElement limit = root.Member("limit");
        var demandOf = demands.ToDictionary(demand => demand.Receiver);
        return new ServiceLimit(
            CenterOf(limit.Member("center")),
            limit.Member("capacity").GetDecimal(),
            limit.Member("order").EnumerateArray().Select(receiver => demandOf[CenterOf(receiver)]),
            Enum.Parse<ServingRule>(limit.Member("rule").GetString()!));
    }

    public static CenterCode CenterOf(JsonElement code) => new(code.GetString()!);

    public static LayerKey LayerKeyOf(JsonElement element) => element.Member("layer").Deserialize<LayerKey>();

    /// <summary>A figure as it prints itself, such as <c>service of Support for Bikes</c>.</summary>
    private static RippleFigure FigureOf(string text, ElementChart elements) => text.Split(' ') switch
    {
        ["capacity", "of", string center] => RippleFigure.Capacity(new(center)),
        ["service", "of", string provider, "for", string receiver] =>
            RippleFigure.Service(new(provider), new(receiver)),
        ["revenue", "of", string center] => RippleFigure.Revenue(new(center)),
        ["cost", "of", string center] => RippleFigure.Cost(new(center)),
        [string code, "of", string center] when !elements.TryGet(new(code), out _) =>
            RippleFigure.Measure(new(center), new(code)),
        [string code, "of", string center] when elements[new(code)].Nature == ElementNature.Revenue =>
            RippleFigure.Revenue(new(center), new ElementCode(code)),
        [string code, "of", string center] => RippleFigure.Cost(new(center), new ElementCode(code)),
        _ => throw new FormatException($"plan.json: '{text}' is no figure; write it like revenue of Bikes."),
    };
}
