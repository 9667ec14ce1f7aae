using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CostCenters.Cubes;

/// <summary>Tells one layer of figures from another: the actuals, the budget of a version, a forecast, open orders,
/// open requests.</summary>
[JsonConverter(typeof(TextJsonConverter<LayerKey>))]
[TypeConverter(typeof(TextTypeConverter<LayerKey>))]
public readonly record struct LayerKey : ITextValue<LayerKey>
{
    private LayerKey(LayerKind kind, string? name, int? revision)
    {
        Kind = kind;
        Name = name;
        Revision = revision;
    }

    static string ITextValue<LayerKey>.Expected => "the key of a layer; write it like Actual, or like Budget adopted 1";

    /// <summary>The actuals.</summary>
    public static LayerKey Actual => default;

    /// <summary>What is ordered and not yet invoiced.</summary>
    public static LayerKey Commitment => new(LayerKind.Commitment, null, null);

    /// <summary>What is requested and not yet ordered.</summary>
    public static LayerKey Request => new(LayerKind.Request, null, null);

    /// <summary>What the layer is.</summary>
    public LayerKind Kind { get; }

    /// <summary>The name of the version, or null where a kind has one layer alone.</summary>
    public string? Name { get; }

    /// <summary>The revision of a budget version, 1 or more, or null where a kind has none.</summary>
    public int? Revision { get; }

    /// <summary>The budget of a version.</summary>
    /// <param name="version">The name of the version, compared exactly.</param>
    /// <param name="revision">Its revision, 1 for the first.</param>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or empty, or has a NUL or half of a
    /// surrogate pair.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="revision"/> is below 1.</exception>
    public static LayerKey Budget(string version, int revision)
    {
        ArgumentException.ThrowIfNullOrEmpty(version);
        ArgumentOutOfRangeException.ThrowIfLessThan(revision, 1);
        return new LayerKey(LayerKind.Budget, WholeText.Require(version), revision);
    }

    /// <summary>A forecast.</summary>
    /// <param name="name">Its name, compared exactly.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty, or has a NUL or half of a
    /// surrogate pair.</exception>
    public static LayerKey Forecast(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new LayerKey(LayerKind.Forecast, WholeText.Require(name), null);
    }

    /// <summary>The charges of an allocation run.</summary>
    /// <param name="name">Its name, compared exactly.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty, or has a NUL or half of a
    /// surrogate pair.</exception>
    public static LayerKey Allocation(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new LayerKey(LayerKind.Allocation, WholeText.Require(name), null);
    }

    /// <summary>Text such as <c>Actual</c>, <c>Budget adopted 1</c>, <c>Forecast autumn</c> or <c>Allocation IT</c>.
    /// </summary>
    public override string ToString() =>
        Name is null ? Kind.ToString()
        : Revision is null ? $"{Kind} {Name}"
        : FormattableString.Invariant($"{Kind} {Name} {Revision}");

    static bool ITextValue<LayerKey>.TryRead(
        ReadOnlySpan<char> text, IFormatProvider? provider, out LayerKey value)
    {
        value = default;
        int first = text.IndexOf(' ');
        if (first < 0)
        {
            value = text switch
            {
                nameof(LayerKind.Commitment) => Commitment,
                nameof(LayerKind.Request) => Request,
                _ => Actual,
            };
            return value.ToString() == text.ToString();
        }

        if (!WholeText.IsWhole(text))
        {
            return false;
        }

        if (text[..first] is nameof(LayerKind.Forecast) or nameof(LayerKind.Allocation) && first + 1 < text.Length)
        {
            string name = text[(first + 1)..].ToString();
            value = text[..first] is nameof(LayerKind.Forecast) ? Forecast(name) : Allocation(name);
            return true;
        }

        int last = text.LastIndexOf(' ');
        if (text[..first] is not nameof(LayerKind.Budget)
            || last <= first + 1
            || !int.TryParse(text[(last + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int revision)
            || revision < 1)
        {
            return false;
        }

        value = Budget(text[(first + 1)..last].ToString(), revision);
        return true;
    }

    string ITextValue<LayerKey>.ExactText() => ToString();
}
