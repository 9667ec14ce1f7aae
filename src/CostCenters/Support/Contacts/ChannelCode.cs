using System.ComponentModel;
using System.Text.Json.Serialization;

namespace CostCenters.Support.Contacts;

/// <summary>The code of a channel of support, such as phone, email or chat: text, compared
/// exactly and ordered by UTF-16 code units.</summary>
/// <remarks><c>default(ChannelCode)</c> is not a code: reading its value throws.</remarks>
[JsonConverter(typeof(TextJsonConverter<ChannelCode>))]
[TypeConverter(typeof(TextTypeConverter<ChannelCode>))]
public readonly record struct ChannelCode : IComparable<ChannelCode>, ICode<ChannelCode>
{
    private readonly string? value;

    /// <summary>Creates a code.</summary>
    /// <param name="value">Any text that is not empty; leading zeros, spaces and case count.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or empty, or has a NUL or half of a
    /// surrogate pair.</exception>
    public ChannelCode(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        this.value = WholeText.Require(value);
    }

    /// <summary>The code as text.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(ChannelCode)</c>.</exception>
    public string Value => value ?? throw new InvalidOperationException("default(ChannelCode) has no value.");

    /// <summary>Whether one code stands before another.</summary>
    public static bool operator <(ChannelCode left, ChannelCode right) => left.CompareTo(right) < 0;

    /// <summary>Whether one code stands after another.</summary>
    public static bool operator >(ChannelCode left, ChannelCode right) => left.CompareTo(right) > 0;

    /// <summary>Whether one code stands before another or is the same.</summary>
    public static bool operator <=(ChannelCode left, ChannelCode right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one code stands after another or is the same.</summary>
    public static bool operator >=(ChannelCode left, ChannelCode right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(ChannelCode other) => string.CompareOrdinal(value, other.value);

    /// <summary>The code, or an empty text for the default value.</summary>
    public override string ToString() => value ?? string.Empty;

    static ChannelCode ICode<ChannelCode>.Of(string text) => new(text);
}
