using System.ComponentModel;
using System.Text.Json.Serialization;

namespace CostCenters.Ledgers;

/// <summary>The id of a document: text, unique in its ledger, compared exactly.</summary>
/// <remarks><c>default(DocumentId)</c> is not an id: reading its value throws.</remarks>
[JsonConverter(typeof(TextJsonConverter<DocumentId>))]
[TypeConverter(typeof(TextTypeConverter<DocumentId>))]
public readonly record struct DocumentId : ICode<DocumentId>
{
    private readonly string? value;

    /// <summary>Creates an id.</summary>
    /// <param name="value">Any text that is not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or empty, or has a NUL or half of a
    /// surrogate pair.</exception>
    public DocumentId(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        this.value = WholeText.Require(value);
    }

    /// <summary>The id as text.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(DocumentId)</c>.</exception>
    public string Value => value ?? throw new InvalidOperationException("default(DocumentId) has no value.");

    /// <summary>The id, or an empty text for the default value.</summary>
    public override string ToString() => value ?? string.Empty;

    static DocumentId ICode<DocumentId>.Of(string text) => new(text);
}
